"""What reminders do outside the window: the bell while the records are locked, and a calendar file."""

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.calendar_part import CalendarPart
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.settings.start_part import StartPart
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class RemindersSection(Section):
    """Each choice is for this computer, and is kept at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("A notice outside this window only ever says: A reminder is due."))
        self._desk = desk
        self.bell = CheckBox(_("Ring while the records are locked"))
        self.bell.setObjectName("settings.bell")
        self.said = TextLabel(tone="attn", size="c")
        self.said.setObjectName("settings.bell_said")
        self.said.hide()
        self.column.addWidget(self.bell)
        for words in what_it_leaves():
            self.column.addWidget(TextLabel(words, tone="3", size="c"))
        self.column.addWidget(self.said)
        self.start = StartPart()
        self.column.addWidget(self.start)
        self.column.addWidget(Hairline())
        self.calendar = CalendarPart(desk)
        self.column.addWidget(self.calendar)
        self.bell.clicked.connect(self._on_bell)

    def look_again(self) -> None:
        """Show the choice as it is kept on this computer."""
        self.bell.setChecked(self._desk.settings.rings_while_locked)
        self.start.look_again()

    def _on_bell(self, is_on: bool) -> None:
        self._say("")
        try:
            self._allow() if is_on else self._forget()
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        self.look_again()

    def _allow(self) -> None:
        self._desk.settings.set_rings_while_locked(rings=False)
        if self._desk.workspace.bell.allow():
            self._desk.settings.set_rings_while_locked(rings=True)
        else:
            self._say(_("The file with the times could not be written, so the bell stays silent while locked."))

    def _forget(self) -> None:
        self._desk.settings.set_rings_while_locked(rings=False)
        if not self._desk.workspace.bell.forget():
            self._say(_("The file with the times could not be deleted. It is no longer used or added to."))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))


def what_it_leaves() -> tuple[str, ...]:
    """What the choice means, and what it gives away."""
    return (
        _(
            "For this, VitalShift leaves a file on this computer, outside the records and not encrypted: the times at "
            "which reminders ring in the next two months, and those of the last week. It holds no names, no titles and "
            "no kinds, and no number of reminders."
        ),
        _(
            "Whoever can read your files could tell from it at which times you have something to do. Switch this off "
            "and the file is deleted. The bell rings only as long as VitalShift is running."
        ),
    )
