"""When the measures in use with clients are next due, for one client or many at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vitalshift_desktop.domain.client_measures import Days, Due, MeasurePause, MeasureUse, next_due
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.closures import closure_on
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.sessions import Session, SessionId, in_episode
from vitalshift_desktop.services.instrument_list import all_in, usable_in
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class UseLine:
    """A measure in use, its form, and when it is next due.

    `due` is None while measures are paused for the client, and while this one is switched off (`is_off`).
    """

    use: MeasureUse
    instrument: Instrument
    due: Due | None
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class MeasureWaits:
    """A measure that should have been given by now; `due.waited` counts the sessions that went by without it."""

    client: Client
    use: MeasureUse
    instrument: Instrument
    due: Due


@dataclass(frozen=True, slots=True)
class _Asked:
    """A day on which a client was asked for a measure, and the session, if it was in one."""

    on: date
    session_id: SessionId | None


def paused_ids(work: UnitOfWork) -> frozenset[ClientId]:
    """The clients for whom measures are paused now: no mark, and nothing is asked for."""
    return work.client_measures.paused_ids()


def use_lines(work: UnitOfWork, uses: Collection[MeasureUse], day: date) -> tuple[UseLine, ...]:
    """These measures with the time when each is next due, seen from a civil day."""
    if not uses:
        return ()
    known = {one.instrument.id: one for one in all_in(work, day)}
    pauses: defaultdict[ClientId, list[MeasurePause]] = defaultdict(list)
    for pause in work.client_measures.pauses():
        pauses[pause.client_id].append(pause)
    days = _CurrentDays(work, uses, day)
    found = []
    for use in (one for one in uses if one.instrument_id in known):
        one = known[use.instrument_id]
        due = next_due(use, days.of(use), pauses=pauses[use.client_id]) if one.is_usable else None
        found.append(UseLine(use, one.instrument, due, is_off=not one.is_usable))
    return tuple(found)


def due_in(work: UnitOfWork, session_id: SessionId) -> tuple[UseLine, ...]:
    """The measures that belong to a session that stands and has no form of them yet; none on a paused day."""
    session = work.sessions.get(session_id)
    pauses = work.client_measures.pauses_of(session.client_id)
    if not session.stands or any(pause.covers(session.day) for pause in pauses):
        return ()
    forms, noted = work.measures.of_session(session_id), work.measures_not_given.of_session(session_id)
    given = {form.instrument_id for form in forms} | {one.instrument_id for one in noted}
    uses = [use for use in work.client_measures.of_client(session.client_id) if use.instrument_id not in given]
    sessions = in_episode(work.sessions.of_client(session.client_id), session.episode_id)
    known = {form.id: form for form in usable_in(work, session.day)} if uses else {}
    asked = _asked(work, uses, {session.client_id: sessions})
    found = []
    for use in (one for one in uses if one.instrument_id in known and one.since <= session.day):
        days = _days_before(session, sessions, asked.get((use.client_id, use.instrument_id), ()))
        due = next_due(use, days)
        if due is not None and due.is_next:
            found.append(UseLine(use, known[use.instrument_id], due))
    return tuple(found)


def waiting(work: UnitOfWork, day: date) -> tuple[MeasureWaits, ...]:
    """The measures, of all clients not closed, that held sessions went by without; the longest wait first."""
    late = [
        (line, line.due)
        for line in use_lines(work, work.client_measures.asked_for(), day)
        if line.due is not None and line.due.waited
    ]
    clients = work.clients.of_ids({line.use.client_id for line, _due in late})
    found = [MeasureWaits(clients[line.use.client_id], line.use, line.instrument, due) for line, due in late]
    return tuple(sorted(found, key=lambda one: -one.due.waited))


def _asked(
    work: UnitOfWork, uses: Collection[MeasureUse], sessions: Mapping[ClientId, Sequence[Session]]
) -> Mapping[tuple[ClientId, str], list[_Asked]]:
    """When each client was asked for each measure: what was given or skipped, and what was noted as not given.

    One that was only forgotten was not asked for.
    """
    clients, found = {use.client_id for use in uses}, defaultdict(list)
    for instrument_id in {use.instrument_id for use in uses}:
        for form in work.measures.of_clients(clients, instrument_id):
            found[form.client_id, instrument_id].append(_Asked(form.given_on, form.session_id))
    theirs = {session.id: session for client_id in clients for session in sessions.get(client_id, ())}
    for noted in work.measures_not_given.of_sessions(theirs):
        if noted.reason is not NotGivenReason.FORGOT:
            day = theirs[noted.session_id].day
            found[noted.client_id, noted.instrument_id].append(_Asked(day, noted.session_id))
    return found


class _CurrentDays:
    """The days of the current episodes of those who use these measures, asked for once for all of them."""

    def __init__(self, work: UnitOfWork, uses: Collection[MeasureUse], day: date) -> None:
        clients, closures = {use.client_id for use in uses}, work.closures.all()
        self._given = work.measure_days.last_given([use.id for use in uses])
        self._not_given = work.measure_days.last_not_given(clients)
        self._held: dict[ClientId, list[date]] = {}
        self._planned: dict[ClientId, list[date]] = {}
        for client_id, theirs in work.measure_days.of_sessions(clients).items():
            self._held[client_id] = [one.day for one in theirs if one.was_held]
            ahead = [one.day for one in theirs if not one.was_held and one.day >= day]
            self._planned[client_id] = [on for on in ahead if closure_on(on, closures) is None]

    def of(self, use: MeasureUse) -> Days:
        """The days that decide when this measure is due; of those on which it was asked for the latest alone."""
        asked = (self._given.get(use.id), self._not_given.get((use.client_id, use.instrument_id)))
        return Days(
            held=self._held.get(use.client_id, ()),
            planned=self._planned.get(use.client_id, ()),
            asked=[on for on in asked if on is not None],
        )


def _days_before(session: Session, sessions: Iterable[Session], asked: Iterable[_Asked]) -> Days:
    """The days as they stood when this session began, whatever came after."""
    own = list(sessions)
    before = [one for one in own if one.was_held and (one.starts, one.id) < (session.starts, session.id)]
    in_it, opened = {one.id for one in own}, min((one.day for one in own), default=None)
    earlier = [one.on for one in asked if _is_of(one, in_it, opened) and one.on <= session.day]
    return Days([one.day for one in before], [session.day], earlier)


def _is_of(asked: _Asked, sessions: Collection[SessionId], opened: date | None) -> bool:
    """Whether something belongs to an episode: it was in one of its sessions, or on a day since it began."""
    if asked.session_id is not None:
        return asked.session_id in sessions
    return opened is None or asked.on >= opened
