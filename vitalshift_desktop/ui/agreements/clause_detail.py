"""One clause: its wording, since when, in whose words, its versions, and the agreements it was part of."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreed_snapshots import digits_of, is_unaltered
from vitalshift_desktop.domain.agreements import Agreement, ClauseState, ClauseVersion
from vitalshift_desktop.ui.agreements.clause_words import (
    agreed_words,
    review_words,
    state_words,
    times_words,
    whose_words,
)
from vitalshift_desktop.ui.dates_in_words import with_year
from vitalshift_desktop.ui.privacy import Privacy
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.ui.widgets.flow_column import empty
from vitalshift_desktop.ui.widgets.hairline import Hairline
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.tag import Tag
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _, ngettext

_SHOWN_OF_FINGERPRINT = 8
_TOP = Qt.AlignmentFlag.AlignTop


class ClauseDetail(QWidget):
    """Shows one version; ending and the review day belong to the one in force, agreeing and removing to a draft."""

    revise_wanted = Signal()
    agree_wanted = Signal()
    drop_wanted = Signal()
    end_wanted = Signal()
    review_wanted = Signal()
    made_wanted = Signal(object)
    compare_wanted = Signal()

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._privacy = privacy
        self._topic = TextLabel(role="h2")
        self._state = Tag("", "info")
        self.revise = Button(_("Revise…"))
        self.revise.setObjectName("client.agreements.revise")
        self.agree = Button(_("Agree…"))
        self.agree.setObjectName("client.agreements.agree_draft")
        self.drop = LinkButton(_("Remove draft"))
        self.drop.setObjectName("client.agreements.drop")
        self.end = LinkButton(_("End clause…"))
        self.end.setObjectName("client.agreements.end")
        self.wording = RecordLabel(privacy=privacy)
        self._agreed = MarkLabel("check-circle", "", "ok")
        self._whose = MarkLabel("user", "", "text2")
        self.review = MarkLabel("calendar-blank", "", "text2")
        self.change_review = LinkButton(_("Change…"))
        self.change_review.setObjectName("client.agreements.change_review")
        self.reason = RecordLabel(privacy=privacy, role="detail", tone="text2")
        self.compare = LinkButton(_("Compare"))
        self.compare.setObjectName("client.agreements.compare")
        self._versions_heading = SectionHeading(_("Versions"), action=self.compare)
        self._versions = _table()
        self._agreements_heading = SectionHeading(_("Part of these agreements"))
        self._agreements = _table()
        self._build()
        self.revise.clicked.connect(self.revise_wanted)
        self.end.clicked.connect(self.end_wanted)
        self.change_review.clicked.connect(self.review_wanted)
        self.agree.clicked.connect(self.agree_wanted)
        self.drop.clicked.connect(self.drop_wanted)
        self.compare.clicked.connect(self.compare_wanted)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._topic, 1)
        head.addWidget(self._state)
        head.addWidget(self.agree)
        head.addWidget(self.revise)
        review = QHBoxLayout()
        review.setSpacing(8)
        review.addWidget(self.review, 0, Qt.AlignmentFlag.AlignVCenter)
        review.addWidget(self.change_review)
        review.addStretch(1)
        review.addWidget(self.end)
        review.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.wording)
        column.addWidget(self.reason)
        column.addSpacing(2)
        column.addWidget(self._agreed)
        column.addWidget(self._whose)
        column.addLayout(review)
        for heading, table in (
            (self._versions_heading, self._versions),
            (self._agreements_heading, self._agreements),
        ):
            column.addSpacing(14)
            column.addWidget(heading)
            column.addLayout(table)
        self._hung = QVBoxLayout()
        self._hung.setSpacing(14)
        column.addSpacing(14)
        column.addLayout(self._hung)
        column.addStretch(1)

    def hang(self, part: QWidget) -> None:
        """Put a part of another subject under the versions, before the agreements."""
        self._hung.addWidget(part)

    def show_version(
        self, version: ClauseVersion, versions: Sequence[ClauseVersion], agreements: Sequence[Agreement], today: date
    ) -> None:
        """Show a version, all versions of its clause and the agreements that hold it, as of today."""
        self._topic.setText(label(version.topic))
        self._state.show_tag(state_words(version), "info" if version.is_in_force else "")
        self.wording.show_text(version.wording)
        parts = [one for one in agreements if _holds(one, version)]
        is_draft = version.state is ClauseState.PROPOSED
        icon, tone = ("circle-dashed", "text2") if is_draft else ("check-circle", "ok")
        self._agreed.show_mark(icon, agreed_words(version, parts[-1] if parts else None), tone)
        self._whose.show_mark("user", whose_words(version), "text2")
        self._show_reason(version)
        self._show_review(version, today)
        for part in (self.end, self.change_review):
            part.setVisible(version.is_in_force)
        self.agree.setVisible(is_draft)
        self.drop.setVisible(is_draft)
        self.revise.setText(_("Edit…") if is_draft else _("Revise…"))
        self.revise.setVisible(is_draft or version.is_in_force)
        self.review.setHidden(is_draft)
        self.compare.setVisible(len(versions) > 1)
        self._show_versions(version, versions, today)
        self._show_agreements(parts)

    def _show_reason(self, version: ClauseVersion) -> None:
        self.reason.show_text(_("Why: {reason}").format(reason=version.reason))
        self.reason.setVisible(bool(version.reason))

    def _show_review(self, version: ClauseVersion, today: date) -> None:
        words, is_due = review_words(version, today)
        if not version.is_in_force:
            words = _("In force {times}").format(times=times_words(version, today))
        icon, tone = ("warning-circle", "attnmark") if is_due else ("calendar-blank", "text2")
        self.review.show_mark(icon, words or _("No review day"), tone)

    def _show_versions(self, shown: ClauseVersion, versions: Sequence[ClauseVersion], today: date) -> None:
        empty(self._versions)
        self._versions_heading.show_count(len(versions))
        for place, version in enumerate(sorted(versions, key=_number, reverse=True)):
            is_shown = version.number == shown.number
            name = TextLabel(_("Version {n}").format(n=version.number), role="name" if is_shown else "body", size="m")
            times = TextLabel(times_words(version, today), tone="2", size="m", wrap=False)
            words = _("as above") if is_shown else version.reason or version.wording
            tone = "text2" if is_shown else "text"
            wording = RecordLabel(words, privacy=None if is_shown else self._privacy, role="detail", tone=tone)
            state = TextLabel(in_sentence(version.state), tone="2", size="m", wrap=False)
            _add_line(self._versions, place, (name, times, wording, state))

    def _show_agreements(self, agreements: Sequence[Agreement]) -> None:
        empty(self._agreements)
        self._agreements_heading.show_count(len(agreements))
        self._agreements_heading.setVisible(bool(agreements))
        for place, agreement in enumerate(agreements):
            clauses = ngettext("{n} clause", "{n} clauses", len(agreement.clauses)).format(n=len(agreement.clauses))
            is_whole = is_unaltered(agreement)
            digits = digits_of(agreement.fingerprint)[:_SHOWN_OF_FINGERPRINT]
            words = _("fingerprint {digits}") if is_whole else _("not as it was agreed, fingerprint {digits}")
            _add_line(
                self._agreements,
                place,
                (
                    self._agreement_link(agreement),
                    TextLabel(label(agreement.how), tone="2", size="m", wrap=False),
                    TextLabel(clauses, tone="2", size="m"),
                    TextLabel(words.format(digits=digits), tone="2" if is_whole else "risk", size="m", wrap=False),
                ),
            )

    def _agreement_link(self, agreement: Agreement) -> LinkButton:
        day = with_year(agreement.agreed_on)
        link = LinkButton(day)
        link.setObjectName(f"client.agreements.made.{agreement.id}")
        link.setAccessibleName(_("Agreement of {day}").format(day=day))
        link.clicked.connect(partial(self.made_wanted.emit, agreement.id))
        return link


def _table() -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(20)
    table.setVerticalSpacing(7)
    table.setColumnStretch(2, 1)
    return table


def _add_line(table: QGridLayout, place: int, parts: Sequence[QWidget]) -> None:
    has_link = any(isinstance(part, LinkButton) for part in parts)
    for column, part in enumerate(parts):
        if isinstance(part, RecordLabel):
            table.addWidget(part, 2 * place, column)
        else:
            table.addWidget(part, 2 * place, column, Qt.AlignmentFlag.AlignVCenter if has_link else _TOP)
    table.addWidget(Hairline(), 2 * place + 1, 0, 1, len(parts))


def _holds(agreement: Agreement, version: ClauseVersion) -> bool:
    return any((one.clause_id, one.number) == (version.clause_id, version.number) for one in agreement.clauses)


def _number(version: ClauseVersion) -> int:
    return version.number
