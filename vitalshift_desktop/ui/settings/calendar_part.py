"""Saving a calendar file: what goes into it, a question that says what it gives away, and where it was saved."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.calendar_export import ENDING, SavedCalendar
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _, ngettext


class CalendarPart(QWidget):
    """The file is a copy as of now; nothing keeps it up to date."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._with_sessions = True
        kinds = [(True, _("Sessions and reminders")), (False, _("Reminders only"))]
        self.what = Segments(kinds, name=_("What goes into the calendar file"))
        self.what.setObjectName("settings.calendar_what")
        self.what.choose(self._with_sessions)
        self.button = Button(_("Save a calendar file…"))
        self.button.setObjectName("settings.calendar_save")
        self.said = TextLabel(size="c")
        self.said.setObjectName("settings.calendar_said")
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().scale(14))
        column.addWidget(TextLabel(_("Calendar file"), role="name", size="m"))
        column.addWidget(TextLabel(what_it_holds(), tone="3", size="c"))
        column.addWidget(self.what)
        column.addWidget(self.button)
        column.addWidget(self.said)
        self.what.chosen.connect(self._on_what)
        self.button.clicked.connect(self._on_save)

    def _on_what(self, with_sessions: bool) -> None:
        self._with_sessions = with_sessions

    def _on_save(self) -> None:
        path = self._path() if self._is_agreed() else None
        if path is not None:
            self.button.setEnabled(False)
            self._desk.background.run(self, partial(self._saved, path), self._on_saved, self._on_failed)

    def _saved(self, path: Path, _job: Job) -> SavedCalendar:
        """Runs beside the window: thousands of reminders take seconds."""
        return self._desk.workspace.calendar_export.save(path, with_sessions=self._with_sessions)

    def _on_saved(self, saved: SavedCalendar) -> None:
        self.button.setEnabled(True)
        self.said.setText(saved_words(saved))
        self.said.show()

    def _on_failed(self, error: BaseException) -> None:
        self.button.setEnabled(True)
        if not isinstance(error, Problem):
            raise error
        self._desk.wishes.trouble.emit(error)

    def _is_agreed(self) -> bool:
        save = _("Choose where…")
        title = _("A calendar file is not encrypted.")
        words = _(
            "It says when you meet whom, by the clients’ codes. Whoever has the file can read it, and a calendar on a "
            "phone or on the Internet keeps what it was given. VitalShift logs what was saved, and when."
        )
        return self._desk.dialogs.ask(self, title, words, [save, _("Cancel")]) == save

    def _path(self) -> Path | None:
        """Where to; a name without ending gets one, and nothing is written over that was not chosen."""
        serial = self._desk.workspace.disclosures.next_serial()
        chosen = self._desk.dialogs.choose_save_file(self, _("Save a calendar file"), f"calendar-{serial}{ENDING}")
        if chosen is None or chosen.suffix.lower() == ENDING:
            return chosen
        path = chosen.with_name(chosen.name + ENDING)
        return path if not path.exists() or self._may_replace(path) else None

    def _may_replace(self, path: Path) -> bool:
        replace_it = _("Replace it")
        title = _("There is already a file called {name}.").format(name=path.name)
        return self._desk.dialogs.ask(self, title, "", [replace_it, _("Cancel")]) == replace_it


def what_it_holds() -> str:
    """What stands in the file."""
    return _(
        "For the calendar you use elsewhere: the sessions that are planned and the reminders of the next six months, "
        "with the clients’ codes, never with a name, a title or a word of the record. It is a copy as of now. Most "
        "calendars replace their entries when they read it in again; what was called off meanwhile stays there until "
        "you delete it there."
    )


def saved_words(saved: SavedCalendar) -> str:
    """Where it was saved, and what stands in it."""
    sessions = ngettext("{n} session", "{n} sessions", saved.sessions).format(n=saved.sessions)
    reminders = ngettext("{n} reminder", "{n} reminders", saved.reminders).format(n=saved.reminders)
    words = _("Saved as {name}, serial {serial}: {sessions}, {reminders}.")
    return words.format(name=saved.file.name, serial=saved.serial, sessions=sessions, reminders=reminders)
