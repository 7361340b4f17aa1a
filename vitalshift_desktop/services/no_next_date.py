"""Who came and has no date ahead."""

from datetime import datetime

from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.services.home_page import NoNextDate
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def without_next_date(work: UnitOfWork, now: datetime) -> tuple[NoNextDate, ...]:
    """The active clients who were seen and have no session ahead at this instant, the longest ago first."""
    clients = {client.id: client for client in work.clients.all((ClientStatus.ACTIVE,))}
    ahead = work.sessions.next_of(clients.keys(), now)
    waiting = [client_id for client_id in clients if client_id not in ahead]
    seen = work.sessions.held_counts(waiting)
    last = work.sessions.last_of(seen.keys(), now)
    found = [NoNextDate(clients[client_id], seen[client_id], session) for client_id, session in last.items()]
    return tuple(sorted(found, key=lambda one: (one.last.starts, one.client.id)))
