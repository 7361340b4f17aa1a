"""What was agreed to be kept, and agreed breaks: rows to domain and back."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Text, bindparam, cast, func, select
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.clients import ClientId, ClientStatus
from vitalshift_desktop.domain.commitments import (
    AgreedBreak,
    BreakId,
    Commitment,
    CommitmentId,
    CommitmentTerms,
    Rhythm,
)
from vitalshift_desktop.domain.episodes import EpisodeId
from vitalshift_desktop.domain.problems import AlreadyRecorded
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.vault.records.refusals import flush, found, insert
from vitalshift_desktop.vault.records.shelf import Answer, Shelf, among, columns_of
from vitalshift_desktop.vault.tables.clients import ClientRow
from vitalshift_desktop.vault.tables.commitments import AgreedBreakRow, CommitmentRow
from vitalshift_desktop.vault.tables.episodes import EpisodeRow
from vitalshift_desktop.vault.tables.sessions import SessionRow

_STANDING = (Attendance.PLANNED, Attendance.ATTENDED, Attendance.LATE)
_HEAD = ("id", "client_id", "episode_id", "number", "agreed_on", "recorded_at", "reason", "taken_back_at")
_TERMS = ("times", "weeks", "minutes", "review_after", "client_does", "counselor_does")
_ALL = select(*(getattr(CommitmentRow, name) for name in (*_HEAD, *_TERMS))).order_by(
    CommitmentRow.episode_id, CommitmentRow.number
)
_ONE = _ALL.where(CommitmentRow.id == bindparam("commitment"))
_OF_EPISODE = _ALL.where(CommitmentRow.episode_id == bindparam("episode"))
_OF_CLIENT = _ALL.where(CommitmentRow.client_id == bindparam("client"))
# Of clients who come at present, in the episode that goes on.
_GOING_ON = (
    _ALL.join(EpisodeRow, EpisodeRow.id == CommitmentRow.episode_id)
    .join(ClientRow, ClientRow.id == CommitmentRow.client_id)
    .where(EpisodeRow.ended_on.is_(None), ClientRow.status == ClientStatus.ACTIVE)
    .where(CommitmentRow.taken_back_at.is_(None))
)
# The latest version of each, once so many sessions were held or are planned; a day early, for zones differ.
_Later = aliased(CommitmentRow)
_REACHED = _GOING_ON.where(
    CommitmentRow.number
    == select(func.max(_Later.number))
    .where(_Later.episode_id == CommitmentRow.episode_id, _Later.taken_back_at.is_(None))
    .scalar_subquery(),
    select(func.count())
    .select_from(SessionRow)
    .where(SessionRow.client_id == CommitmentRow.client_id, SessionRow.episode_id == CommitmentRow.episode_id)
    .where(SessionRow.attendance.in_(_STANDING))
    .where(cast(SessionRow.starts, Text) >= func.date(CommitmentRow.agreed_on, "-1 day"))
    .scalar_subquery()
    >= CommitmentRow.review_after,
)
_GOING_ON_OF = _GOING_ON.where(among(CommitmentRow.client_id))
_BREAKS = select(*columns_of(AgreedBreakRow, AgreedBreak)).order_by(AgreedBreakRow.first_day, AgreedBreakRow.id)
_ONE_BREAK = _BREAKS.where(AgreedBreakRow.id == bindparam("one"))
_BREAKS_OF = _BREAKS.where(among(AgreedBreakRow.client_id))


class CommitmentShelf(Shelf):
    """The versions of what was agreed, and breaks; they are added and taken back, never changed."""

    def add(self, commitment: Commitment) -> Commitment:
        """Write a new version and give it its id; the id it came with is not used."""
        terms = commitment.terms
        row = CommitmentRow(
            **{name: getattr(commitment, name) for name in _HEAD[1:]},
            **{name: getattr(terms, name) for name in _TERMS[2:]},
            times=terms.rhythm.times if terms.rhythm else None,
            weeks=terms.rhythm.weeks if terms.rhythm else None,
        )
        insert(self._connection, [row])
        return replace(commitment, id=CommitmentId(row.id))

    def take_back(self, commitment_id: CommitmentId, at: datetime) -> None:
        """Note that a version was written by mistake; raises NotFound, or AlreadyRecorded the second time."""
        row = found(self._connection.get(CommitmentRow, commitment_id))
        if row.taken_back_at is not None:
            raise AlreadyRecorded
        row.taken_back_at = at
        flush(self._connection)

    def get(self, commitment_id: CommitmentId) -> Commitment:
        """One version; raises NotFound."""
        return _commitment(found(next(iter(self._rows(_ONE, commitment=commitment_id)), None)))

    def of_episode(self, episode_id: EpisodeId) -> tuple[Commitment, ...]:
        """Every version of one episode, the first one first, those taken back among them."""
        return tuple(_commitment(row) for row in self._rows(_OF_EPISODE, episode=episode_id))

    def of_client(self, client_id: ClientId) -> tuple[Commitment, ...]:
        """Every version of every episode of one client, in their order."""
        return tuple(_commitment(row) for row in self._rows(_OF_CLIENT, client=client_id))

    def going_on(self, client_ids: Collection[ClientId] | None = None) -> dict[ClientId, tuple[Commitment, ...]]:
        """The versions that were not taken back, of the open episodes of active clients: of some of them or of all."""
        versions: dict[ClientId, tuple[Commitment, ...]] = {}
        found = self._rows(_GOING_ON) if client_ids is None else self._rows(_GOING_ON_OF, ids=list(client_ids))
        for row in found:
            one = _commitment(row)
            versions[one.client_id] = (*versions.get(one.client_id, ()), one)
        return versions

    def reached(self) -> tuple[Commitment, ...]:
        """The versions in force whose number of sessions before a review may be reached, planned ones counted."""
        return tuple(_commitment(row) for row in self._rows(_REACHED))

    def add_break(self, wanted: AgreedBreak) -> AgreedBreak:
        """Write a new break and give it its id; the id it came with is not used."""
        values = {name: getattr(wanted, name) for name in AgreedBreak.__slots__ if name != "id"}
        row = AgreedBreakRow(**values)
        insert(self._connection, [row])
        return replace(wanted, id=BreakId(row.id))

    def take_back_break(self, break_id: BreakId, at: datetime) -> None:
        """Note that a break does not count; raises NotFound, or AlreadyRecorded the second time."""
        row = found(self._connection.get(AgreedBreakRow, break_id))
        if row.taken_back_at is not None:
            raise AlreadyRecorded
        row.taken_back_at = at
        flush(self._connection)

    def get_break(self, break_id: BreakId) -> AgreedBreak:
        """One break; raises NotFound."""
        return AgreedBreak(*found(next(iter(self._rows(_ONE_BREAK, one=break_id)), None)))

    def breaks_of(self, client_ids: Collection[ClientId]) -> dict[ClientId, tuple[AgreedBreak, ...]]:
        """The breaks of some clients, the earliest first, those taken back among them; a client without has none."""
        breaks: dict[ClientId, tuple[AgreedBreak, ...]] = dict.fromkeys(client_ids, ())
        for row in self._rows(_BREAKS_OF, ids=list(client_ids)):
            one = AgreedBreak(*row)
            breaks[one.client_id] = (*breaks[one.client_id], one)
        return breaks


def _commitment(row: Answer) -> Commitment:
    head = dict(zip(_HEAD, row[: len(_HEAD)], strict=True))
    times, weeks, *rest = row[len(_HEAD) :]
    rhythm = None if times is None else Rhythm(times, weeks)
    return Commitment(terms=CommitmentTerms(rhythm, *rest), **head)
