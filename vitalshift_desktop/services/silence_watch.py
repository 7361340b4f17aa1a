"""Who has gone quiet for longer than the rhythm agreed with them; read in bulk."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.commitments import AgreedBreak, Commitment, in_force_on, standing
from vitalshift_desktop.domain.outreach import OutreachReply, Reply
from vitalshift_desktop.domain.sessions import Session, at_local
from vitalshift_desktop.domain.silence import Heard, Sign, Silence, Watched, last_heard, silence_of
from vitalshift_desktop.domain.time_away import times_away
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read about some clients at once."""

    versions: Mapping[ClientId, tuple[Commitment, ...]]
    sessions: Mapping[ClientId, Session]
    breaks: Mapping[ClientId, tuple[AgreedBreak, ...]]
    came_in: Mapping[ClientId, date]
    replies: Mapping[ClientId, list[OutreachReply]] = field(default_factory=dict)


class SilenceWatch:
    """The silences of a day, read again for the clients about whom something changed.

    As a day goes by none begins and none ends by itself: a session that is over by now was ahead before, and counts as
    a sign from then on.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._day: date | None = None
        self._known: dict[ClientId, Silence] = {}
        self._unread: set[ClientId] | None = None

    def all(self, work: UnitOfWork) -> Mapping[ClientId, Silence]:
        """Every client who has been quiet for too long, as of today."""
        day = today(self._clock)
        if self._unread is None or day != self._day:
            self._known = silences(work, self._clock)
        elif self._unread:
            for client_id in self._unread:
                self._known.pop(client_id, None)
            self._known |= silences(work, self._clock, self._unread)
        self._unread, self._day = set(), day
        return self._known

    def forget(self, client_id: ClientId | None = None) -> None:
        """Read again next time: of one client or of all."""
        if client_id is None:
            self._unread = None
        elif self._unread is not None:
            self._unread.add(client_id)


def silences(work: UnitOfWork, clock: Clock, client_ids: Collection[ClientId] | None = None) -> dict[ClientId, Silence]:
    """The clients, of some or of all, who have been quiet for too long; never one with a date ahead.

    Only active clients in an open episode with an agreed rhythm are watched.
    """
    now, day = clock.now(), today(clock)
    agreed = work.commitments.going_on(client_ids)
    rhythms = {one: version.terms.rhythm for one, versions in agreed.items() if (version := in_force_on(versions, day))}
    latest = work.sessions.latest_standing(list(rhythms))
    quiet = [one for one, rhythm in rhythms.items() if rhythm is not None and not _has_date(latest.get(one), now)]
    if not quiet:
        return {}
    known = _Known(
        agreed, latest, work.commitments.breaks_of(quiet), work.outreach.last_in(quiet), _replies(work, quiet)
    )
    heard = {one: _heard(one, known) for one in quiet}
    first = min(one.day for one in heard.values())
    closures = work.closures.between(first, day)
    statuses = work.clients.status_changes_of(quiet)
    out = _went_out(work, heard, at_local(first, datetime.min.time(), clock.zone()))
    found = {}
    for one in quiet:
        rhythm = rhythms[one]
        if rhythm is None:
            continue
        away = times_away(closures, known.breaks[one], statuses.get(one, ()), heard[one].day, day)
        silence = silence_of(Watched(rhythm, heard[one], away, tuple(out[one])), day)
        if silence is not None:
            found[one] = silence
    return found


def _has_date(session: Session | None, now: datetime) -> bool:
    return session is not None and session.starts > now


def _heard(client_id: ClientId, known: _Known) -> Heard:
    """The last sign; there is always one, for something was agreed."""
    signs = [Heard(one.agreed_on, Sign.AGREED) for one in standing(known.versions[client_id])]
    signs += [Heard(one.agreed_on, Sign.AGREED) for one in known.breaks[client_id] if one.taken_back_at is None]
    session = known.sessions.get(client_id)
    if session is not None:
        signs.append(Heard(session.day, Sign.SESSION if session.was_held else Sign.SESSION_NOT_MARKED))
    if client_id in known.came_in:
        signs.append(Heard(known.came_in[client_id], Sign.CONTACT))
    latest = {one.contact_id: one for one in known.replies.get(client_id, ())}
    signs += [Heard(one.on, Sign.REPLY) for one in latest.values() if one.reply is not Reply.NONE_YET]
    heard = last_heard(signs)
    if heard is None:
        raise ValueError("a rhythm that nobody agreed on")
    return heard


def _went_out(work: UnitOfWork, heard: Mapping[ClientId, Heard], since: datetime) -> defaultdict[ClientId, list[date]]:
    """The days after the last sign on which the counselor reached out."""
    found: defaultdict[ClientId, list[date]] = defaultdict(list)
    for client_id, _contact, day in work.outreach.went_out(list(heard), since - _ONE_DAY):
        if day > heard[client_id].day:
            found[client_id].append(day)
    return found


def _replies(work: UnitOfWork, client_ids: Collection[ClientId]) -> dict[ClientId, list[OutreachReply]]:
    """The latest word on each contact of these clients."""
    latest = {one.contact_id: one for one in work.outreach.replies_of(client_ids)}
    found: defaultdict[ClientId, list[OutreachReply]] = defaultdict(list)
    for one in latest.values():
        found[one.client_id].append(one)
    return found
