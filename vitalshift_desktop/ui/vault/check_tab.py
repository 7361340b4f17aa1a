"""Check my vault: the proof that it is encrypted and whole, with each thing that was looked at in plain words."""

from dataclasses import replace

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.problems import BackupCancelled, Problem
from vitalshift_desktop.domain.progress import Letterhead
from vitalshift_desktop.domain.vault_check import VaultCheck
from vitalshift_desktop.printing.vault_check import CheckPage, document
from vitalshift_desktop.services.clock import local
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.dates_in_words import full_day, time_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import Page
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.vault.check_lines import CheckLines
from vitalshift_desktop.ui.vault.page_print import PagePrint
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.side_by_side import left
from vitalshift_desktop.vocabulary.check_words import check_lines, next_step_words, summary_words
from vitalshift_desktop.words import _

WHAT = "vault_check"


class CheckTab(Page):
    """One button; the newest result stays until the next one."""

    concerns = frozenset({Subject.CHECKS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self._check: VaultCheck | None = None
        self.printing = PagePrint(desk, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        words = _(
            "Proves that the vault is encrypted and whole: its files are read the way a thief would read them, words "
            "of your own are searched for in them, and every page, entry and signed note is checked with your key. "
            "You can go on working meanwhile. It also runs once a week while the computer is idle."
        )
        self.now = Button(_("Check now"), variant="primary")
        self.now.setObjectName("vault.check_now")
        self.stop = Button(_("Stop"))
        self.stop.setObjectName("vault.check_stop")
        self.print = Button(_("Print…"), icon="printer")
        self.print.setObjectName("vault.check_print")
        self._how_far = TextLabel(tone="2", wrap=False)
        self._how_far.setObjectName("vault.check_progress")
        self._result = MarkLabel("info", "", tone="text2")
        self._result.setObjectName("vault.check_result")
        self._next = TextLabel()
        self._next.setObjectName("vault.check_next")
        self._lines = CheckLines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(theme().scale(14))
        column.addWidget(TextLabel(words, tone="2"))
        column.addLayout(left(self.now, self.stop, self.print, self._how_far))
        column.addWidget(self._result)
        column.addWidget(self._next)
        column.addWidget(self._lines)
        self._show_running(None)

    def _connect(self) -> None:
        self.now.clicked.connect(self.start)
        self.stop.clicked.connect(self._on_stop)
        self.print.clicked.connect(self._on_print)
        self.printing.printed.connect(self._on_printed)
        self.printing.failed.connect(self._desk.wishes.trouble)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show the newest result; one that could not be kept is shown while this page lives."""
        self._show_check(self._desk.workspace.vault_check.last() or self._check)

    def start(self) -> None:
        """Check beside the counselor's work."""
        if self._job is not None:
            return
        checks = self._desk.workspace.vault_check

        def work(job: Job) -> VaultCheck:
            return checks.run(job.report, job.is_cancelled, by=self)

        self._job = self._desk.background.run(self, work, self._on_done, self._on_failed, self._show_running)
        self._show_running(0.0)

    def focus_first(self) -> None:
        """Go to the button that starts a check."""
        self.now.setFocus()

    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_done(self, check: VaultCheck) -> None:
        self._job = None
        self._check = check
        self._show_running(None)
        self._show_check(check)
        self._announce(summary_words(check))

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self._show_running(None)
        if isinstance(error, BackupCancelled):
            self._how_far.setText(_("Stopped. Nothing was changed."))
        elif isinstance(error, Problem):
            self._desk.wishes.trouble.emit(error)
        else:
            raise error

    def _show_running(self, part: float | None) -> None:
        """How far the check is, None when none runs."""
        is_running = part is not None and self._job is not None
        had_focus = self.now.hasFocus() or self.stop.hasFocus()
        self.now.setVisible(not is_running)
        self.stop.setVisible(is_running)
        if had_focus:
            (self.stop if is_running else self.now).setFocus()
        percent = int((part or 0.0) * 100)
        self._how_far.setText(_("Checking… {percent} %").format(percent=percent) if is_running else "")

    def _show_check(self, check: VaultCheck | None) -> None:
        self._check = check
        for part in (self.print, self._lines):
            part.setVisible(check is not None)
        self._next.setVisible(check is not None and not check.ok)
        if check is None:
            self._result.show_mark("info", _("Not checked yet."), "text2")
            return
        moment = local(self._desk.workspace.clock, check.at)
        words = _("{summary} Checked {day}, {time}.").format(
            summary=summary_words(check), day=full_day(moment.date()), time=time_words(moment)
        )
        self._result.show_mark(*("check-circle", words, "ok") if check.ok else ("warning-circle", words, "attnmark"))
        self._next.setText(next_step_words(check))
        self._lines.show_lines(check_lines(check, self._note_words))

    def _note_words(self, note_id: str) -> str:
        """A signed note by its session's day and the client's code, on screen alone."""
        found = self._desk.workspace.vault_check.note_at_fault(int(note_id)) if note_id.isdecimal() else None
        if found is None:
            return _("A signed note")
        who = found.client.code or found.client.initials
        return _("The signed note of {day}, client {code},").format(day=full_day(found.day), code=who)

    def _on_print(self) -> None:
        if self._check is None:
            return
        page = self._page(self._check)
        self.printing.print(WHAT, page.paper, lambda serial: document(replace(page, serial=serial)))

    def _page(self, check: VaultCheck) -> CheckPage:
        workspace = self._desk.workspace
        practice = workspace.practice.get()
        return CheckPage(
            vault_name=workspace.name,
            vault_id=workspace.vault_id,
            check=check,
            checked=local(workspace.clock, check.at),
            letterhead=Letterhead.of(practice),
            paper=practice.paper,
            is_sample=practice.is_sample,
        )

    def _on_printed(self, words: str) -> None:
        self._how_far.setText(words)
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
