"""A client's clauses: those in force by topic, those proposed, then those that ended or were replaced."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vitalshift_desktop.domain.agreements import ClauseId, ClauseState, ClauseVersion
from vitalshift_desktop.ui.agreements.clause_words import review_words, times_words
from vitalshift_desktop.ui.dates_in_words import near
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.rows_list import RowsList
from vitalshift_desktop.ui.widgets.rows_model import Row
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.side_by_side import beside
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_ROW_HEIGHT = 52
INSET = 10  # what a row keeps free before its words


@dataclass(frozen=True, slots=True)
class VersionKey:
    """Which version of which clause."""

    clause_id: ClauseId
    number: int


def key_of(version: ClauseVersion) -> VersionKey:
    """The key of a version."""
    return VersionKey(version.clause_id, version.number)


class ClauseList(QWidget):
    """Three lists of which one row is selected; `picked` tells only what the user did."""

    picked = Signal(object)
    agree_wanted = Signal()
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.new = LinkButton(_("New clause…"))
        self.new.setObjectName("client.agreements.new")
        self.agree = LinkButton(_("Agree…"))
        self.agree.setObjectName("client.agreements.agree")
        self._heading = SectionHeading(_("In force"), action=beside(self.new, self.agree), line=False)
        self.in_force = RowsList(_("Clauses in force"), row_height=_ROW_HEIGHT)
        self.in_force.setObjectName("client.agreements.in_force")
        self._none = TextLabel(_("None is in force now."), tone="2", size="m")
        self._proposed_heading = SectionHeading(_("Proposed"), line=False)
        self.proposed = RowsList(_("Clauses proposed"), row_height=_ROW_HEIGHT)
        self.proposed.setObjectName("client.agreements.proposed")
        self._past_heading = SectionHeading(_("Ended or replaced"), line=False)
        self.past = RowsList(_("Clauses ended or replaced"), row_height=_ROW_HEIGHT)
        self.past.setObjectName("client.agreements.past")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for inset in (self._heading, self._none, self._proposed_heading, self._past_heading):
            inset.setContentsMargins(INSET, 0, 0, 0)
        for part in (self._heading, self.in_force, self._none):
            column.addWidget(part)
        for heading, rows in ((self._proposed_heading, self.proposed), (self._past_heading, self.past)):
            column.addSpacing(14)
            column.addWidget(heading)
            column.addWidget(rows)
        column.addStretch(1)
        self.agree.clicked.connect(self.agree_wanted)
        self.new.clicked.connect(self.new_wanted)
        for rows in self.lists:
            rows.moved.connect(self._on_picked)
            rows.opened.connect(self._on_picked)

    @property
    def lists(self) -> tuple[RowsList, ...]:
        """Its lists in the order in which they are read."""
        return (self.in_force, self.proposed, self.past)

    def show_versions(
        self,
        in_force: Sequence[ClauseVersion],
        proposed: Sequence[ClauseVersion],
        past: Sequence[ClauseVersion],
        today: date,
    ) -> None:
        """Show these versions as of today."""
        headings = (self._heading, self._proposed_heading, self._past_heading)
        for heading, rows, versions in zip(headings, self.lists, (in_force, proposed, past), strict=True):
            heading.show_count(len(versions))
            heading.setVisible(bool(versions) or heading is self._heading)
            self._fill(rows, [_row(version, today) for version in versions])
        self._none.setHidden(bool(in_force))

    def select(self, key: VersionKey | None) -> None:
        """Select this version without telling anybody."""
        for rows in self.lists:
            rows.select(key)

    def _fill(self, rows: RowsList, shown: Sequence[Row]) -> None:
        rows.show_rows(shown)
        rows.setFixedHeight(len(shown) * theme().scale(_ROW_HEIGHT))
        rows.setVisible(bool(shown))

    def _on_picked(self, key: VersionKey) -> None:
        self.select(key)
        self.picked.emit(key)


def _row(version: ClauseVersion, today: date) -> Row:
    number = _("v{n}").format(n=version.number)
    spoken = _("version {n}").format(n=version.number)
    if version.state is ClauseState.PROPOSED:
        detail = _("To discuss, proposed {day}, not agreed yet").format(day=near(version.effective_on, today))
        return Row(key_of(version), label(version.topic), _("draft"), detail, tip=spoken)
    if not version.is_in_force:
        words = _("Ended, {times}") if version.state is ClauseState.ENDED else _("Replaced, {times}")
        detail = words.format(times=times_words(version, today))
        return Row(key_of(version), label(version.topic), number, detail, tip=spoken)
    review, is_due = review_words(version, today)
    agreed = _("Agreed {day}").format(day=near(version.effective_on, today))
    detail = ", ".join(part for part in (agreed, _inside(review)) if part)
    icon = "warning-circle" if is_due else ""
    return Row(key_of(version), label(version.topic), number, detail, icon=icon, tip=spoken)


def _inside(words: str) -> str:
    """The words as they stand inside a sentence."""
    return words[:1].lower() + words[1:]
