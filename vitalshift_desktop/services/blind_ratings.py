"""Which check-ins of client and guardian stay shut until the counselor gave an own rating of the session."""

from collections.abc import Collection, Iterable

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def shut_sessions(work: UnitOfWork, forms: Iterable[Administration]) -> frozenset[SessionId]:
    """The sessions among these forms whose check-in came by hand-over and stays shut.

    It opens with the counselor's own rating, with Skip mine, or once the session's note is signed: from then on no own
    rating can be added, and nothing would be colored any more. `forms` holds all check-ins of its sessions.
    """
    checkins = [one for one in forms if one.instrument_id == CHECKIN and one.session_id is not None]
    current = [one for one in checkins if one.state is not AdministrationState.CORRECTED]
    has_own = {one.session_id for one in current if one.rater is Rater.COUNSELOR}
    waiting = {one.session_id for one in current if one.session_id is not None} - has_own
    handed = work.handovers.taken_in_sessions(waiting) if waiting else frozenset()
    heads = work.notes.heads(handed) if handed else {}
    return frozenset(one for one in handed if not (one in heads and heads[one].is_signed))


def open_checkins(work: UnitOfWork, client_id: ClientId) -> tuple[Administration, ...]:
    """The check-ins of one client, corrected ones too, oldest first, without those that stay shut."""
    return _without_shut(work, work.measures.of_client(client_id, CHECKIN))


def open_checkins_of(work: UnitOfWork, client_ids: Collection[ClientId]) -> tuple[Administration, ...]:
    """The current check-ins of some clients, oldest first, without those that stay shut."""
    return _without_shut(work, work.measures.of_clients(client_ids, CHECKIN))


def open_early_checkins(
    work: UnitOfWork, client_ids: Collection[ClientId], sessions: int
) -> tuple[Administration, ...]:
    """The current check-ins of the first held sessions of some clients, without those that stay shut."""
    return _without_shut(work, work.measures.early(client_ids, CHECKIN, sessions))


def _without_shut(work: UnitOfWork, forms: tuple[Administration, ...]) -> tuple[Administration, ...]:
    shut = shut_sessions(work, forms)
    return tuple(one for one in forms if one.session_id not in shut) if shut else forms
