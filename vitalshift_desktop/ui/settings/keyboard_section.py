"""Every key in one list."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout

from vitalshift_desktop.ui.actions import Command, commands
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class KeyboardSection(Section):
    """Everything works without a mouse; F1 shows the keys of the page at hand."""

    def __init__(self) -> None:
        super().__init__(_("Everything works without a mouse. F1 shows the keys of the page you are on."))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        keyed = [command for command in commands() if isinstance(command, Command) and command.keys]
        others = (
            (_("Today, on a row: attended, late, canceled, did not attend"), "A  L  C  D"),
            (_("Today, on a row: paid, book the next session at the same time"), "P  B"),
            (_("Today, on a row: new reminder about this client"), "R"),
            (_("Unpaid fees, on a row: paid, waived, not charged, amount and day"), _("P  W  N  Enter")),
            (_("Reminders, on a row: done, put off, skip, open"), _("Space  L  S  Enter")),
            (_("Reminders, on a row: tomorrow, with the next session"), _("T  N")),
            (_("New reminder: how often"), _("Alt+1  …  Alt+5")),
            (_("In a text, on a line of a list: further in, further out"), _("Tab  Shift+Tab")),
            (_("In a text, after ; and a trigger: put the snippet in, leave it"), _("Tab  Esc")),
            (_("Note template, on a heading: move it up or down"), _("Ctrl+Up  Ctrl+Down")),
        )
        lines = [(command.text, _native(command.keys[0])) for command in keyed] + list(others)
        for row, (words, keys) in enumerate(lines):
            grid.addWidget(TextLabel(words), row, 0)
            grid.addWidget(TextLabel(keys, tone="2", wrap=False), row, 1)
        grid.setColumnStretch(0, 1)
        self.column.addLayout(grid)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
