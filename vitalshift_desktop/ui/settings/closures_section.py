"""When the practice is closed: what lies ahead, and what is over."""

from functools import partial

from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.kept_rows import Kept, KeptRows
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.words import _, ngettext


class ClosuresSection(Section):
    """The next one first; what is over stands below, the latest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _(
                "While the practice is closed, standing appointments move or are left out, and nothing counts as late."
                " Days and the week show who covers."
            )
        )
        self._desk = desk
        self._closures = desk.workspace.closures
        self.add = Button(_("Practice closed…"))
        self.add.setObjectName("settings.closure.add")
        self.list = KeptRows(_("None yet."), can_change=True)
        self.list.setObjectName("settings.closures")
        self.column.addWidget(SectionHeading(_("Practice closed"), action=self.add))
        self.column.addWidget(self.list)
        self.add.clicked.connect(partial(desk.wishes.closure_form.emit, None))
        self.list.changed.connect(desk.wishes.closure_form)
        self.list.removed.connect(self._on_removed)

    def look_again(self) -> None:
        """Show the closures as they are kept."""
        day = today(self._desk.workspace.clock)
        ahead = [one for one in self._closures.all() if one.last_day >= day]
        over = [one for one in self._closures.all() if one.last_day < day]
        self.list.show_kept([_kept(one) for one in (*ahead, *reversed(over))])

    def _on_removed(self, closure_id: ClosureId) -> None:
        try:
            done = self._closures.remove(closure_id, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
        else:
            back = ngettext("{n} session is planned again.", "{n} sessions are planned again.", len(done.came_back))
            words = _("Open after all: {days}.").format(days=_days(done.closure))
            undo = partial(self._closures.put_back, done)
            self._desk.wishes.undo_offered.emit(f"{words} {back.format(n=len(done.came_back))}", undo)
        self.look_again()


def _days(closure: Closure) -> str:
    if closure.first_day == closure.last_day:
        return full_day(closure.first_day)
    return _("{first} to {last}").format(first=full_day(closure.first_day), last=full_day(closure.last_day))


def _kept(closure: Closure) -> Kept:
    cover = _("{name} covers").format(name=closure.cover) if closure.cover else ""
    return Kept(closure.id, _days(closure), ". ".join(part for part in (closure.words, cover) if part))
