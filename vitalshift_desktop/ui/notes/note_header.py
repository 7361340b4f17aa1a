"""The head of a note: who, which session, whether it is saved, and signing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from vitalshift_desktop.domain.notes import AdditionKind
from vitalshift_desktop.domain.sessions import Attendance, Modality, Session
from vitalshift_desktop.services.note_views import OpenNote
from vitalshift_desktop.ui.dates_in_words import span_words
from vitalshift_desktop.ui.page import NotePane
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.choice_menu import ChoiceMenu
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.save_state import SaveState
from vitalshift_desktop.ui.widgets.tab_row import TabRow
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

NOTE, AT_HAND = "note", "at_hand"


class NoteHeader(QFrame):
    """Two rows: name and signing; tabs, time, attendance and modality."""

    back_wanted = Signal()
    sign_wanted = Signal()
    addendum_wanted = Signal(object)
    """Something is to be added to the signed note (AdditionKind)."""
    attendance_chosen = Signal(object)
    modality_chosen = Signal(object)
    tab_picked = Signal(str)
    move_wanted = Signal()
    aside_wanted = Signal()
    client_wanted = Signal()
    safety_plan_wanted = Signal()
    fee_wanted = Signal()
    hand_over_wanted = Signal()

    def __init__(self, panes: Sequence[NotePane] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "head")
        self._is_signed = self._is_narrow = False
        self._build([(NOTE, _("Session note")), *((pane.key, pane.label) for pane in panes)])
        for pane in panes:
            if pane.icon:
                self.tabs.show_icon(pane.key, pane.icon, "priv")
        self._connect()

    def _build(self, tabs: Sequence[tuple[str, str]]) -> None:
        self.back = IconButton("arrow-left", _("Back"))
        self.back.setObjectName("note.back")
        self._name = TextLabel(role="h1", wrap=False)
        self._name.setObjectName("note.client")
        self._number = TextLabel(tone="2", wrap=False)
        self.state = SaveState()
        self.state.setObjectName("note.state")
        self.sign = Button(_("Sign note…"), shortcut_hint=_("Ctrl Enter"))
        self.sign.setObjectName("note.sign")
        self.addendum = Button(_("Add addendum…"))
        self.addendum.setObjectName("note.addendum")
        self.more = IconButton("dots-three-bold", _("More for this session"), framed=True)
        self.more.setObjectName("note.more")
        self.tabs = TabRow(tabs)
        self.tabs.setObjectName("note.tabs")
        self._when = TextLabel(tone="2", size="m", wrap=False)
        self._when.setObjectName("note.when")
        self.attendance = ChoiceField(_("Attendance"), _held(), inline=True)
        self.attendance.setObjectName("note.attendance")
        self.modality = ChoiceField(_("How you met"), _ways(), inline=True)
        self.modality.setObjectName("note.modality")
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        _put(top, self.back, self._name, self._number)
        top.addStretch()
        _put(top, self.state, self.sign, self.addendum, self.more)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.tabs, 1, Qt.AlignmentFlag.AlignBottom)
        _put(below, self._when, self.attendance, self.modality)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(below)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wanted)
        self.sign.clicked.connect(self.sign_wanted)
        self.addendum.clicked.connect(self._on_addendum)
        self.attendance.picked.connect(self.attendance_chosen)
        self.modality.picked.connect(self.modality_chosen)
        self.tabs.picked.connect(self.tab_picked)
        menu = QMenu(self)
        menu.addAction(_("Open client"), self.client_wanted.emit)
        menu.addAction(_("Safety plan"), self.safety_plan_wanted.emit)
        menu.addAction(_("Hand over check-in…"), self.hand_over_wanted.emit)
        menu.addAction(_("Change the time…"), self.move_wanted.emit)
        menu.addAction(_("Fee for this session…"), self.fee_wanted.emit)
        self.choices = (
            ChoiceMenu(_held(), menu, _("Attendance")),
            ChoiceMenu(_ways(), menu, _("How you met")),
        )
        for choice, chosen in zip(self.choices, (self.attendance_chosen, self.modality_chosen), strict=True):
            menu.addMenu(choice)
            choice.chosen.connect(chosen)
        self._additions = [self._addition(menu, kind) for kind in AdditionKind]
        self._aside = menu.addAction(_("Write this note another time"), self.aside_wanted.emit)
        self.more.setMenu(menu)

    def show_note(self, opened: OpenNote, name: str) -> None:
        """Show whose note this is and how far it has come."""
        note, session = opened.note, opened.session
        self._name.setText(name)
        number = opened.number
        self._number.setText(_("Session {n}").format(n=number) if number is not None else label(session.attendance))
        self._when.setText(span_words(session))
        self.show_session(session)
        self._is_signed = note.is_signed
        self._show_what_fits()
        self._aside.setVisible(not note.is_signed)
        for action in self._additions:
            action.setVisible(note.is_signed)
        for choice in (self.attendance, self.modality):
            choice.setEnabled(not note.is_signed)

    def _addition(self, menu: QMenu, kind: AdditionKind) -> QAction:
        words = {
            AdditionKind.LATE_ENTRY: _("Add a late entry…"),
            AdditionKind.ADDENDUM: _("Add an addendum…"),
            AdditionKind.AMENDMENT: _("Add an amendment…"),
        }
        return menu.addAction(words[kind], partial(self.addendum_wanted.emit, kind))

    def _on_addendum(self) -> None:
        self.addendum_wanted.emit(AdditionKind.ADDENDUM)

    def show_session(self, session: Session) -> None:
        """Show attendance and modality."""
        self.attendance.choose(session.attendance)
        self.modality.choose(session.modality)
        for choice, value in zip(self.choices, (session.attendance, session.modality), strict=True):
            choice.choose(value)

    def show_narrow(self, *, narrow: bool) -> None:
        """With large text the rail becomes a tab, and time and choices move into the menu."""
        if narrow and not self._is_narrow:
            self.tabs.add_tab(AT_HAND, _("At hand"))
        elif self._is_narrow and not narrow:
            self.tabs.remove_last()
        self._is_narrow = narrow
        self._show_what_fits()

    def show_tab(self, key: str) -> None:
        """Show this tab as the one in front; what belongs to the session note goes with it."""
        self.tabs.show_tab(key)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        is_apart = self.tabs.current_key() not in (NOTE, AT_HAND)
        for part in (self._when, self.attendance, self.modality):
            part.setHidden(self._is_narrow or is_apart)
        for choice in self.choices:
            choice.menuAction().setVisible(self._is_narrow and not self._is_signed)
        self.sign.setHidden(self._is_signed or is_apart)
        self.addendum.setHidden(is_apart or not self._is_signed)
        self.state.setHidden(is_apart)


def _held() -> list[tuple[object, str]]:
    return [(kind, label(kind)) for kind in (Attendance.PLANNED, Attendance.ATTENDED, Attendance.LATE)]


def _ways() -> list[tuple[object, str]]:
    return [(kind, label(kind)) for kind in Modality]


def _put(row: QHBoxLayout, *parts: QWidget) -> None:
    for part in parts:
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
