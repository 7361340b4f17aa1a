"""Who came and has no date ahead."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.commitments import in_force_on
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.home_page import NoNextDate
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

MOST_TOLD = 20
"""Of so many, who wait longest, it is told what was agreed; no page shows more."""


def without_next_date(work: UnitOfWork, clock: Clock) -> tuple[NoNextDate, ...]:
    """The active clients who were seen and have no session ahead at present, the longest ago first."""
    now: datetime = clock.now()
    clients = {client.id: client for client in work.clients.all((ClientStatus.ACTIVE,))}
    ahead = work.sessions.next_of(clients.keys(), now)
    waiting = [client_id for client_id in clients if client_id not in ahead]
    seen = work.sessions.held_counts(waiting)
    last = work.sessions.last_of(seen.keys(), now)
    found = [NoNextDate(clients[client_id], seen[client_id], session) for client_id, session in last.items()]
    found.sort(key=lambda one: (one.last.starts, one.client.id))
    return (*_told(work, found[:MOST_TOLD], today(clock)), *found[MOST_TOLD:])


def _told(work: UnitOfWork, found: Sequence[NoNextDate], day: date) -> list[NoNextDate]:
    """The same with the rhythm agreed with each, and the break each is in."""
    ids = [one.client.id for one in found]
    if not ids:
        return []
    agreed, breaks = work.commitments.going_on(ids), work.commitments.breaks_of(ids)
    told = []
    for one in found:
        version = in_force_on(agreed.get(one.client.id, ()), day)
        away = [each.last_day for each in breaks[one.client.id] if each.taken_back_at is None and each.covers(day)]
        rhythm = version.terms.rhythm if version is not None else None
        told.append(replace(one, rhythm=rhythm, break_until=max(away, default=None)))
    return told
