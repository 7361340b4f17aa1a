"""The list of clients: where each stands, the next session, and what asks for a look."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from vitalshift_desktop.domain.clients import Client, ClientStatus, Phase
from vitalshift_desktop.domain.flags import Flag
from vitalshift_desktop.domain.folding import folded
from vitalshift_desktop.domain.phases import phase_on
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.session_lines import flags_by_client
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ClientLine:
    """One client in the list; `session_no` is how many sessions were held so far, `risk_word` the counselor's word."""

    client: Client
    phase: Phase
    next_session: Session | None
    session_no: int
    flags: tuple[Flag, ...] = ()
    risk_word: str = ""


def client_lines(
    work: UnitOfWork, statuses: Collection[ClientStatus] | None, flags: Iterable[Flag], clock: Clock
) -> tuple[ClientLine, ...]:
    """The lines of the clients with one of these statuses (None: all), ordered by name and read in bulk."""
    clients = sorted(work.clients.all(statuses), key=lambda client: (folded(client.name), client.id))
    ids = [client.id for client in clients]
    planned = work.sessions.next_of(ids, clock.now())
    held = work.sessions.held_counts(ids)
    marks = work.clients.phase_marks_of(ids)
    words = work.files.risk_words_now()
    flags_of, day = flags_by_client(flags), today(clock)
    return tuple(
        ClientLine(
            client=client,
            phase=phase_on(marks.get(client.id, ()), day),
            next_session=planned.get(client.id),
            session_no=held.get(client.id, 0),
            flags=flags_of.get(client.id, ()),
            risk_word=words[client.id].word if client.id in words else "",
        )
        for client in clients
    )
