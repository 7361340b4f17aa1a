"""Sections of a client's file: a heading with one action, facts, and entries with a menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import IconButton, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _

_NAMES = 168  # the column of the facts' names
_NARROW = 560  # below this the names stand over the facts

Acts = Sequence[tuple[str, Callable[[], object]]]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: a title, the record's own words, what the app says about them, and what can be done.

    `of_app` means that the title is a term of the app, so that it is never covered; `link` stands beside it in words.
    """

    key: str
    title: str
    words: str = ""
    facts: str = ""
    acts: Acts = ()
    is_over: bool = False
    of_app: bool = False
    link: tuple[str, Callable[[], object]] | None = None


class DetailSection(QWidget):
    """A heading with one action, facts or entries under it with hairlines, or a sentence while there is nothing."""

    acted = Signal()

    def __init__(self, name: str, title: str, action: str, nothing: str, privacy: Privacy) -> None:
        super().__init__()
        self.setObjectName(name)
        self._nothing = nothing
        self._privacy = privacy
        self.action = LinkButton(action)
        self.action.setObjectName(f"{name}.act")
        self.action.setAccessibleName(_("{action} {section}").format(action=action, section=title))
        self.action.clicked.connect(self.acted)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHeading(title, action=self.action))
        column.addLayout(self._rows)

    def show_parts(self, facts: Sequence[tuple[str, str]], entries: Sequence[Entry] = ()) -> None:
        """Show the facts that hold something, then the entries, in place of what stood here."""
        empty(self._rows)
        written = [(name, words) for name, words in facts if words]
        rows: list[QWidget] = [FactRow(name, words, self._privacy) for name, words in written]
        rows += [EntryRow(f"{self.objectName()}.{entry.key}", entry, self._privacy) for entry in entries]
        for row in rows:
            self._rows.addWidget(row)
            self._rows.addWidget(Hairline())
        if not rows:
            sentence = TextLabel(self._nothing, tone="2", size="m")
            sentence.setContentsMargins(0, 8, 0, 0)
            self._rows.addWidget(sentence)


class FactRow(QWidget):
    """The name of a fact and what the record says; below each other where there is no room."""

    def __init__(self, name: str, words: str, privacy: Privacy) -> None:
        super().__init__()
        self._name = TextLabel(name, tone="3", size="m")
        self._words = RecordLabel(words, privacy=privacy, role="rail")
        self._words.setAccessibleName(name)
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if theme().wide_text else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(2 if theme().wide_text else 16)
        if not theme().wide_text:
            self._name.setFixedWidth(theme().scale(_NAMES))
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addLayout(row)


class EntryRow(QWidget):
    """An entry: its title, the words of the record, facts in small, and a menu with what can be done."""

    def __init__(self, name: str, entry: Entry, privacy: Privacy) -> None:
        super().__init__()
        self.setObjectName(name)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(_title(entry, privacy))
        if entry.facts:
            column.addWidget(TextLabel(entry.facts, tone="3", size="m"))
        if entry.words:
            column.addWidget(RecordLabel(entry.words, privacy=privacy, role="rail", tone="text2"))
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 8, 0, 8)
        row.addLayout(column, 1)
        if entry.link is not None:
            row.addWidget(self._link(name, entry, privacy, *entry.link), 0, Qt.AlignmentFlag.AlignTop)
        if entry.acts:
            row.addWidget(self._more(name, entry, privacy), 0, Qt.AlignmentFlag.AlignTop)

    def _link(self, name: str, entry: Entry, privacy: Privacy, words: str, act: Callable[[], object]) -> LinkButton:
        link = LinkButton(words)
        link.setObjectName(f"{name}.act")
        link.setAccessibleName(_("{action} {section}").format(action=words, section=_read(entry, privacy)))
        link.clicked.connect(partial(_do, act))
        return link

    def _more(self, name: str, entry: Entry, privacy: Privacy) -> IconButton:
        title = _("What can be done with {entry}").format(entry=_read(entry, privacy))
        more = IconButton("dots-three-bold", title)
        more.setObjectName(f"{name}.more")
        menu = QMenu(self)
        for words, act in entry.acts:
            menu.addAction(words).triggered.connect(partial(_do, act))
        more.setMenu(menu)
        return more


def _title(entry: Entry, privacy: Privacy) -> QWidget:
    if entry.of_app:
        return TextLabel(entry.title, tone="2" if entry.is_over else "")
    return RecordLabel(entry.title, privacy=privacy, role="rail", tone="text2" if entry.is_over else "text")


def _read(entry: Entry, privacy: Privacy) -> str:
    """What an entry is called where it is read out."""
    return _("this entry") if privacy.initials_on and not entry.of_app else entry.title


def _do(act: Callable[[], object], _checked: bool = False) -> None:
    act()
