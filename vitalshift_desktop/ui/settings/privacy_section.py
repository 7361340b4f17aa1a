"""How names are hidden, when the app locks, and from which check-in on it speaks early."""

from collections.abc import Iterable
from dataclasses import replace

from vitalshift_desktop.domain.practice import Practice, ShownAs
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.settings.surroundings import Surroundings
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _, ngettext

MINUTES = (1, 2, 5, 10, 15, 20, 30, 60, 120)
THRESHOLDS = (4.0, 5.0, 6.0, 7.0)


class PrivacySection(Section):
    """Each choice is kept at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            _("Someone may be behind you. Ctrl+Shift+I shortens names, F8 covers the window, Ctrl+L locks.")
        )
        self._desk = desk
        self._practices = desk.workspace.practice
        self._build()
        self._connect()

    def _build(self) -> None:
        shown = [(ShownAs.INITIALS, _("Initials")), (ShownAs.CODE, _("Codes"))]
        self.shown_as = Segments(shown, name=_("Names become"))
        self.shown_as.setObjectName("settings.shown_as")
        self.idle_lock = ChoiceField(_("Lock when the computer is left alone for"), _waits(MINUTES))
        self.idle_lock.setObjectName("settings.idle_lock")
        self.lock_after = ChoiceField(_("Lock when the app is not used for"), _waits(MINUTES))
        self.lock_after.setObjectName("settings.lock_after")
        self.minimized = CheckBox(_("Lock when the window is minimized"))
        self.minimized.setObjectName("settings.lock_when_minimized")
        self.surroundings = Surroundings(self._desk.settings, self._desk.workspace.vault.folder, self)
        self.low_checkin = ChoiceField(_("Point out an early check-in (sessions 1 to 5)"), _levels(THRESHOLDS))
        self.low_checkin.setObjectName("settings.low_checkin")
        self.column.addWidget(TextLabel(_("With Initials only, names become"), role="name", size="m"))
        self.column.addWidget(self.shown_as)
        self.column.addWidget(self.idle_lock)
        self.column.addWidget(self.lock_after)
        self.column.addWidget(self.minimized)
        sleep = _("It also locks when the computer sleeps, its screen is locked, or another user takes over.")
        self.column.addWidget(TextLabel(sleep, tone="3", size="c"))
        self.column.addWidget(Hairline())
        for part in self.surroundings.parts:
            self.column.addWidget(part)
        self.column.addWidget(Hairline())
        self.column.addWidget(self.low_checkin)
        words = _("There is no published cut-off for this. The threshold is your own, and each mark says so.")
        self.column.addWidget(TextLabel(words, tone="3", size="c"))

    def _connect(self) -> None:
        self.shown_as.chosen.connect(self._on_shown_as)
        self.idle_lock.picked.connect(self._on_idle_lock)
        self.lock_after.picked.connect(self._on_lock_after)
        self.minimized.clicked.connect(self._on_minimized)
        self.low_checkin.picked.connect(self._on_low_checkin)

    def look_again(self) -> None:
        """Show the settings as they are kept."""
        practice = self._practices.get()
        self.shown_as.choose(practice.shown_as)
        self.idle_lock.show_choices(_waits(sorted({*MINUTES, practice.idle_lock_minutes})))
        self.idle_lock.choose(practice.idle_lock_minutes)
        self.lock_after.show_choices(_waits(sorted({*MINUTES, practice.lock_after_minutes})))
        self.lock_after.choose(practice.lock_after_minutes)
        self.minimized.setChecked(practice.lock_when_minimized)
        self.surroundings.look_again()
        own = () if practice.low_checkin_under is None else (practice.low_checkin_under,)
        self.low_checkin.show_choices(_levels(sorted({*THRESHOLDS, *own})))
        self.low_checkin.choose(practice.low_checkin_under)

    def _on_shown_as(self, shown_as: ShownAs) -> None:
        self._keep(replace(self._practices.get(), shown_as=shown_as))

    def _on_idle_lock(self, minutes: int) -> None:
        self._keep(replace(self._practices.get(), idle_lock_minutes=minutes))

    def _on_minimized(self, is_on: bool) -> None:
        self._keep(replace(self._practices.get(), lock_when_minimized=is_on))

    def _on_lock_after(self, minutes: int) -> None:
        self._keep(replace(self._practices.get(), lock_after_minutes=minutes))

    def _on_low_checkin(self, level: float | None) -> None:
        self._keep(replace(self._practices.get(), low_checkin_under=level))

    def _keep(self, practice: Practice) -> None:
        try:
            self._practices.change(practice, by=self)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            self.look_again()


def _waits(minutes: Iterable[int]) -> list[tuple[object, str]]:
    return [(n, ngettext("{n} minute", "{n} minutes", n).format(n=n)) for n in minutes]


def _levels(thresholds: Iterable[float]) -> list[tuple[object, str]]:
    under = [(level, _("Under {level}").format(level=f"{level:g}")) for level in thresholds]
    return [(None, _("No threshold")), *under]
