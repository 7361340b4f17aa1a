"""The days that tell when measures are due: of the current episodes alone, and only what has to be known of each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from vitalshift_desktop.domain.client_measures import MeasureUseId
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import AdministrationState
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.sessions import Attendance
from vitalshift_desktop.vault.records.sessions import HELD
from vitalshift_desktop.vault.records.shelf import Question, Shelf, among
from vitalshift_desktop.vault.tables.client_measures import ClientMeasureRow
from vitalshift_desktop.vault.tables.clients import ClientRow
from vitalshift_desktop.vault.tables.episodes import EpisodeRow
from vitalshift_desktop.vault.tables.measures import AdministrationRow, NotGivenRow
from vitalshift_desktop.vault.tables.sessions import SessionRow

_Any = aliased(EpisodeRow)


@dataclass(frozen=True, slots=True)
class SessionDay:
    """The civil day of a session that was held, or is planned."""

    day: date
    was_held: bool


def _is_current(client_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether an episode is the last one of a client."""
    last = select(func.max(_Any.number)).where(_Any.client_id == client_id).scalar_subquery()
    return and_(EpisodeRow.client_id == client_id, EpisodeRow.number == last)


def _sessions() -> Question:
    asked = select(SessionRow.client_id, SessionRow.starts, SessionRow.zone, SessionRow.attendance.in_(HELD))
    current = select(EpisodeRow.id).where(_is_current(ClientRow.id.expression)).correlate(ClientRow).scalar_subquery()
    return (
        asked.join(ClientRow, ClientRow.id == SessionRow.client_id)
        .where(among(ClientRow.id), SessionRow.episode_id.is_not_distinct_from(current))
        .where(SessionRow.attendance.in_((*HELD, Attendance.PLANNED)))
        .order_by(SessionRow.client_id, SessionRow.starts, SessionRow.id)
    )


def _last_given() -> Question:
    """The day of the latest form of each measure in use, by an index that is read from its end."""
    since = or_(EpisodeRow.opened_on.is_(None), AdministrationRow.given_on >= EpisodeRow.opened_on)
    latest = (
        select(AdministrationRow.given_on)
        .outerjoin(SessionRow, SessionRow.id == AdministrationRow.session_id)
        .where(
            AdministrationRow.client_id == ClientMeasureRow.client_id,
            AdministrationRow.instrument_id == ClientMeasureRow.instrument_id,
            AdministrationRow.state != AdministrationState.CORRECTED,
            or_(
                and_(SessionRow.id.is_not(None), SessionRow.episode_id.is_not_distinct_from(EpisodeRow.id)),
                and_(SessionRow.id.is_(None), since),
            ),
        )
        .order_by(AdministrationRow.given_on.desc())
        .limit(1)
        .correlate(ClientMeasureRow, EpisodeRow)
        .scalar_subquery()
    )
    return (
        select(ClientMeasureRow.id, latest)
        .outerjoin(EpisodeRow, _is_current(ClientMeasureRow.client_id.expression))
        .where(among(ClientMeasureRow.id))
    )


_SESSIONS, _LAST_GIVEN = _sessions(), _last_given()
_NOT_GIVEN = (
    select(NotGivenRow.client_id, NotGivenRow.instrument_id, SessionRow.starts, SessionRow.zone)
    .join(SessionRow, SessionRow.id == NotGivenRow.session_id)
    .outerjoin(EpisodeRow, _is_current(NotGivenRow.client_id.expression))
    .where(
        among(NotGivenRow.client_id),
        NotGivenRow.reason != bindparam("forgot"),
        SessionRow.episode_id.is_not_distinct_from(EpisodeRow.id),
    )
)


class MeasureDayShelf(Shelf):
    """Reads days of many clients, without the sessions and forms themselves."""

    def of_sessions(self, client_ids: Collection[ClientId]) -> dict[ClientId, list[SessionDay]]:
        """The days of the sessions held or planned in each client's current episode, in order of time."""
        days: dict[ClientId, list[SessionDay]] = {}
        for client_id, starts, zone, was_held in self._rows(_SESSIONS, ids=list(client_ids)):
            days.setdefault(client_id, []).append(SessionDay(_day(starts, zone), bool(was_held)))
        return days

    def last_given(self, use_ids: Collection[MeasureUseId]) -> dict[MeasureUseId, date]:
        """The latest day in the current episode with a form of each measure, skipped ones too; some have none."""
        found = self._rows(_LAST_GIVEN, ids=list(use_ids))
        return {use_id: day for use_id, day in found if day is not None}

    def last_not_given(self, client_ids: Collection[ClientId]) -> dict[tuple[ClientId, str], date]:
        """The latest day in the current episode of a note that an instrument was not given, unless it was forgotten."""
        found: dict[tuple[ClientId, str], date] = {}
        rows = self._rows(_NOT_GIVEN, ids=list(client_ids), forgot=NotGivenReason.FORGOT)
        for client_id, instrument_id, starts, zone in rows:
            which, day = (client_id, instrument_id), _day(starts, zone)
            found[which] = max(found.get(which, day), day)
        return found


def _day(starts: datetime, zone: str) -> date:
    return starts.astimezone(ZoneInfo(zone)).date()
