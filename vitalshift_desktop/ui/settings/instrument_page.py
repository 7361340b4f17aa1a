"""The page about one instrument: items, key, bands, cut-offs and change values, each with where it was seen."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Licence
from vitalshift_desktop.domain.measures.own_instruments import Listed, Origin, UseState
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.settings.custom_form import CustomForm
from vitalshift_desktop.ui.settings.instrument_acts import InstrumentActs
from vitalshift_desktop.ui.settings.instrument_facts import ended, facts_of
from vitalshift_desktop.ui.settings.instrument_parts import FigureRow, PartOfPage, item_rows
from vitalshift_desktop.ui.settings.instrument_words import Figure, figures_of
from vitalshift_desktop.ui.settings.licence_form import LicenceForm
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn, empty
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import held
from vitalshift_desktop.vocabulary.figure_words import standing_meanings
from vitalshift_desktop.words import _

_WIDEST = 760


class InstrumentPage(Page):
    """Made anew each time something about it changed; the buttons at the top are what can be done."""

    concerns: ClassVar[frozenset[Subject]] = frozenset({Subject.PRACTICE, Subject.MEASURES})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("instrument")
        self._desk = desk
        self._id = ""
        self._acts = InstrumentActs(desk)
        self.back = LinkButton(_("Back"), icon="arrow-left")
        self.back.setObjectName("instrument.back")
        self.back.clicked.connect(desk.wishes.back)
        self.title = TextLabel("", role="h1")
        self.about = TextLabel("", tone="2")
        self.switch = Button("")
        self.switch.setObjectName("instrument.switch")
        self.licence = Button(_("Note the license…"))
        self.licence.setObjectName("instrument.licence")
        self.change = Button(_("Change…"))
        self.change.setObjectName("instrument.change")
        self.away = Button("")
        self.away.setObjectName("instrument.away")
        self.remove = Button(_("Remove"))
        self.remove.setObjectName("instrument.remove")
        self.save = Button(_("Save as a file…"))
        self.save.setObjectName("instrument.save")
        self.save.setToolTip(_("A beginning for a measure of your own, in the format in which files are added."))
        self.saved = TextLabel("", tone="2", size="m")
        self.saved.setObjectName("instrument.saved")
        self._parts = QVBoxLayout()
        self._parts.setSpacing(24)
        self._say("")
        self._build()
        self.switch.clicked.connect(self._on_switch)
        self.licence.clicked.connect(self._on_licence)
        self.change.clicked.connect(self._on_change)
        self.away.clicked.connect(self._on_away)
        self.remove.clicked.connect(self._on_remove)
        self.save.clicked.connect(self._on_save)
        theme().changed.connect(self.look_again_soon)

    def _build(self) -> None:
        acts = self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        acts.setSpacing(8)
        for button in (self.licence, self.switch, self.change, self.away, self.remove, self.save):
            acts.addWidget(button)
        acts.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(8)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.title)
        column.addWidget(self.about)
        column.addLayout(acts)
        column.addWidget(self.saved)
        column.addSpacing(8)
        column.addLayout(self._parts)
        inside.setMaximumWidth(theme().scale(_WIDEST))
        self.flow = FlowColumn()
        self.flow.add_layout(held(inside))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.flow)

    def show_instrument(self, instrument_id: str) -> None:
        """Show this instrument from the top; raises NotFound."""
        self._desk.workspace.instruments.get(instrument_id)
        self._id = instrument_id
        self._say("")
        self.flow.verticalScrollBar().setValue(0)
        self.look_again_soon()

    def look_again(self) -> None:
        """Show what is known of it now."""
        if not self._id:
            return
        try:
            listed = self._desk.workspace.instruments.get(self._id)
        except NotFound:  # removed just now
            self._id = ""
            self._desk.wishes.settings.emit("measures")
            return
        form = listed.instrument
        self.title.setText(form.name)
        self.about.setText(" ".join(part for part in (ended(form.full_name), form.about) if part))
        self.about.setVisible(bool(self.about.text()))
        self._show_acts(listed)
        empty(self._parts)
        for part in self._parts_of(listed):
            self._parts.addWidget(part)

    def focus_first(self) -> None:
        """Go to the way back."""
        self.back.setFocus()

    def _show_acts(self, listed: Listed) -> None:
        way = QBoxLayout.Direction
        self._buttons.setDirection(way.TopToBottom if theme().wide_text else way.LeftToRight)
        is_own = listed.origin is not Origin.SHIPPED
        lacks_licence = listed.state in (UseState.LICENCE_MISSING, UseState.LICENCE_EXPIRED)
        is_away = listed.state is UseState.PUT_AWAY
        self.licence.setVisible(listed.instrument.licence is Licence.SCORING)
        self.licence.setText(_("Note the license…") if listed.licence is None else _("Note another license…"))
        self.switch.setVisible(listed.instrument.id != CHECKIN and not is_away and not lacks_licence)
        self.switch.setText(_("Switch off") if listed.is_usable else _("Switch on"))
        self.change.setVisible(listed.origin is Origin.CUSTOM and not is_away)
        self.away.setVisible(is_own)
        self.remove.setVisible(is_own and not self._desk.workspace.instruments.is_used(listed.instrument.id))
        self.away.setText(_("Offer again") if is_away else _("Put away"))

    def _parts_of(self, listed: Listed) -> list[QWidget]:
        form = listed.instrument
        clients = self._desk.workspace.client_measures.counts().get(form.id, 0)
        facts = [FigureRow(fact) for fact in facts_of(listed, clients)]
        parts: list[QWidget] = [
            PartOfPage(_("Use"), facts, name="instrument.use"),
            PartOfPage(_("Items"), item_rows(form), name="instrument.items"),
        ]
        for score in form.scores:
            title = score.name if len(form.scores) > 1 else _("Score")
            rows: list[QWidget] = [FigureRow(figure) for figure in figures_of(score, form)]
            parts.append(PartOfPage(title, rows, name=f"instrument.score.{score.key}"))
        meanings = [FigureRow(Figure(ended(words).rstrip("."), meaning)) for words, meaning in standing_meanings()]
        return [*parts, PartOfPage(_("How sure the numbers are"), meanings, name="instrument.meanings")]

    def _on_switch(self) -> None:
        self._acts.switch(self._desk.workspace.instruments.get(self._id))

    def _on_away(self) -> None:
        self._acts.put_away(self._desk.workspace.instruments.get(self._id))

    def _on_remove(self) -> None:
        self._acts.remove(self._desk.workspace.instruments.get(self._id))

    def _on_save(self) -> None:
        self._say(self._acts.save(self._desk.workspace.instruments.get(self._id), self.window()))

    def _say(self, words: str) -> None:
        self.saved.setText(words)
        self.saved.setVisible(bool(words))

    def _on_licence(self) -> None:
        self._open(LicenceForm(self._desk, self._desk.workspace.instruments.get(self._id), self.window()), self.licence)

    def _on_change(self) -> None:
        self._open(CustomForm(self._desk, self._id, self.window()), self.change)

    def _open(self, form: DialogFrame, opener: QWidget) -> None:
        form.open_from(opener)
