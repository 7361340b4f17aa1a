"""The practice's snippets: add, change, take out."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.snippets import SnippetId
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.kept_rows import Kept, KeptRows
from vitalshift_desktop.ui.settings.snippet_form import SnippetForm
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _

_SHOWN = 140


class SnippetList(QWidget):
    """Each with its trigger as it is typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._snippets = desk.workspace.snippets
        self.add = Button(_("New snippet…"))
        self.add.setObjectName("settings.snippet.add")
        self._heading = SectionHeading(_("Snippets"), action=self.add)
        how = _("Type a semicolon and the trigger in any text, then Tab. Ctrl+J lists them all.")
        self.list = KeptRows(_("None yet. A snippet is a short piece you write again and again."), can_change=True)
        self.list.setObjectName("settings.snippets")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(TextLabel(how, tone="3", size="c"))
        column.addWidget(self.list)
        self.add.clicked.connect(self._on_add)
        self.list.changed.connect(self._on_change)
        self.list.removed.connect(self._on_removed)

    def look_again(self) -> None:
        """Show the snippets as they are kept."""
        snippets = self._snippets.all()
        self._heading.show_count(len(snippets) or None)
        self.list.show_kept([Kept(one.id, one.typed, _short(one.text)) for one in snippets])

    def _on_add(self) -> None:
        SnippetForm(self._desk, None, self.window()).open_from(self.add)

    def _on_change(self, snippet_id: SnippetId) -> None:
        row = next(row for row in self.list.rows if row.kept.key == snippet_id)
        SnippetForm(self._desk, snippet_id, self.window()).open_from(row.change)

    def _on_removed(self, snippet_id: SnippetId) -> None:
        try:
            snippet = self._snippets.get(snippet_id)
            self._snippets.remove(snippet_id, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        else:
            words = _("The snippet {trigger} was removed. What was written with it stays.")
            again = partial(self._snippets.add, snippet.trigger, snippet.text)
            self._desk.wishes.undo_offered.emit(words.format(trigger=snippet.typed), again)
        self.look_again()


def _short(text: str) -> str:
    """The beginning in one line, with a sign where more follows."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
