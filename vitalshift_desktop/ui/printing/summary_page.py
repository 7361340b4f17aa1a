"""The progress summary: what goes on it, how it will look, and printing or saving it."""

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.domain.progress import ProgressSummary
from vitalshift_desktop.domain.safe_contact import Way
from vitalshift_desktop.printing.output import preview_images
from vitalshift_desktop.printing.progress_summary import document
from vitalshift_desktop.printing.typesetting import missing_glyph_notice, page_pictures, pdf
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.background import Job
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.printing.handing_out import HandingOut
from vitalshift_desktop.ui.printing.own_words import OwnWords
from vitalshift_desktop.ui.printing.release_note import ReleaseNote
from vitalshift_desktop.ui.printing.summary_header import SummaryHeader
from vitalshift_desktop.ui.printing.summary_options import SummaryOptions
from vitalshift_desktop.ui.safe_contact import heed_words, may_go_on
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.kept_fields import fill, filled
from vitalshift_desktop.ui.widgets.page_preview import PagePreview
from vitalshift_desktop.words import _

_KEPT = (*OwnWords.NAMES, "summary.recipient")
_NO_WORDS = dict.fromkeys(_KEPT, "")


class _Set(NamedTuple):
    """Pages that were set for the preview, by which job, and what there is to say about them."""

    job: Job
    pictures: tuple[bytes, ...] = ()
    missing_glyphs: str = ""
    is_empty: bool = False


class SummaryPage(ClientPage):
    """Options left, the page right; nothing is kept of it but the ledger entry."""

    concerns = frozenset(
        {
            Subject.CLIENTS,
            Subject.SESSIONS,
            Subject.GOALS,
            Subject.AGREEMENTS,
            Subject.MEASURES,
            Subject.PRACTICE,
            Subject.CONSENTS,
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("summary")
        self._desk = desk
        self._shown: ClientId | None = None
        self._job: Job | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header = SummaryHeader()
        self.told = ReleaseNote(self._desk)
        self.options = SummaryOptions(self.told)
        self.preview = PagePreview("summary")
        self.outcome = Banner("check-circle", "", tone="info")
        self.outcome.setObjectName("summary.outcome")
        self.trouble = Banner("warning-circle", "", tone="risk")
        self.trouble.setObjectName("summary.trouble")
        self.notice = Banner("info", "", tone="plain")
        self.notice.setObjectName("summary.notice")
        self.handing_out = HandingOut(self._desk, self)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        self.heed = Banner("hand", "", tone="attn")
        self.heed.setObjectName("summary.heed")
        for banner in (self.heed, self.outcome, self.trouble, self.notice):
            banner.hide()
            right.addWidget(banner)
        right.addWidget(self.preview, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.options)
        body.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)

    def _connect(self) -> None:
        self.header.back_wanted.connect(self._desk.wishes.back)
        self.header.save_wanted.connect(self.save_pdf)
        self.header.print_wanted.connect(self.print_now)
        self.options.changed.connect(self._on_changed)
        self.options.recipient_named.connect(self._on_recipient)
        self.handing_out.handed_out.connect(self._on_handed_out)
        self.handing_out.failed.connect(self._on_not_handed_out)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self._on_theme)

    def look_again(self) -> None:
        """Show the client's summary; what was chosen and typed stays while it is about the same client."""
        if self.client_id is None:
            return
        workspace = self._desk.workspace
        try:
            client = workspace.clients.get(self.client_id)
            period = workspace.progress.default_period(self.client_id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self.header.show_name(self._desk.privacy.name(client))
        self.preview.set_covered(self._desk.privacy.initials_on)
        self.options.set_covered(self._desk.privacy.initials_on)
        heed = heed_words(self._desk, self.client_id, Way.PAPER)
        self.heed.show_sentence(heed)
        self.heed.setVisible(bool(heed))
        if self._shown != self.client_id:
            self._shown = self.client_id
            self.preview.show_pages(())
            self._say_nothing()
            self.options.begin(period, workspace.practice.get().paper)
        self.told.show_recipient(self.client_id, self.options.recipient.text())
        self.options.known.show_recipients(workspace.consents.recipients(self.client_id), self._desk.privacy)
        self._set_pages()

    def focus_first(self) -> None:
        """Go to the button that prints."""
        self.header.print.setFocus()

    def print_now(self) -> None:
        """Print what is shown."""
        summary = self._summary()
        if summary is not None and self.client_id is not None and self._may_go_on(self.client_id):
            self._say_nothing()
            self.handing_out.print(self.client_id, summary, self.options.recipient.text())

    def save_pdf(self) -> None:
        """Save what is shown as a PDF."""
        summary = self._summary()
        if summary is not None and self.client_id is not None and self._may_go_on(self.client_id):
            self._say_nothing()
            self.handing_out.save(self.client_id, summary, self.options.recipient.text())

    def half_filled(self) -> tuple[HalfFilled, ...]:
        """The counselor's own words, which are kept nowhere else."""
        if self._shown is None:
            return ()
        form = HalfFilled(f"summary:{self._shown}", filled(self.options, _KEPT), dict(_NO_WORDS))
        return (form,) if form.is_changed else ()

    def take_back(self, form: HalfFilled) -> None:
        """Put the own words back."""
        if self.client_id is not None and form.place == f"summary:{self.client_id}":
            self.look_again()
            fill(self.options, form)
            self._on_recipient(self.options.recipient.text())
            self._on_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.options.fit()

    def _summary(self) -> ProgressSummary | None:
        """The summary as it is wanted now, still without a serial; None while the choices cannot be."""
        wanted = self.options.wanted()
        if wanted is None or self.client_id is None:
            return None
        try:
            summary = self._desk.workspace.progress.summary(
                self.client_id,
                wanted.period.first,
                wanted.period.last,
                wanted.parts,
                wanted.paper,
                wanted.what_helped,
                wanted.next_steps,
                wanted.where_things_stand,
            )
        except Problem as problem:
            self._on_not_handed_out(problem)
            return None
        return replace(summary, large_print=wanted.large_print)

    def _may_go_on(self, client_id: ClientId) -> bool:
        is_allowed = may_go_on(self._desk, self, client_id, Way.PAPER)
        return is_allowed and self.told.may_go_on(client_id, self.options.recipient.text())

    def _set_pages(self) -> None:
        """Set the pages anew beside the window; a job that was begun before is of no use any more."""
        summary = self._summary()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if summary is not None:
            self._job = self._desk.background.run(self, partial(_set, summary), self._on_set, self._on_failed)

    def _on_set(self, made: _Set) -> None:
        if made.job is not self._job:
            return
        self._job = None
        self.preview.show_pages(preview_images(made.pictures))
        empty = _("Nothing is recorded in this period yet. The page holds the letterhead and what you write.")
        words = made.missing_glyphs or (empty if made.is_empty else "")
        self.notice.show_sentence(words, tone="attn" if made.missing_glyphs else "plain")
        self.notice.setVisible(bool(words))

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        raise error

    def _on_changed(self) -> None:
        self._say_nothing()
        self._set_pages()

    def _on_recipient(self, name: str) -> None:
        self._say_nothing()
        if self.client_id is not None:
            self.told.show_recipient(self.client_id, name)

    def _on_theme(self) -> None:
        self.options.fit()
        self.header.fit()

    def _on_handed_out(self, words: str) -> None:
        self.trouble.hide()
        self.outcome.show_sentence(words)
        self.outcome.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _on_not_handed_out(self, problem: Problem) -> None:
        advice = sentence(problem)
        self.outcome.hide()
        self.trouble.show_sentence(f"{advice.what} {advice.next_step}")
        self.trouble.show()

    def _say_nothing(self) -> None:
        self.outcome.hide()
        self.trouble.hide()


def _set(summary: ProgressSummary, job: Job) -> _Set:
    if job.is_cancelled():
        return _Set(job)
    pages = document(summary)
    return _Set(job, page_pictures(pages), missing_glyph_notice(pdf(pages)), _is_empty(summary))


def _is_empty(summary: ProgressSummary) -> bool:
    """Whether the record has nothing to show: no sessions, goals, check-ins or agreements."""
    return not (summary.attendance.planned or summary.goals or summary.checkins.points or summary.agreements)
