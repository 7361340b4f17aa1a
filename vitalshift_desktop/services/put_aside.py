"""The marks that the counselor put aside, with the reason and the day of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.flags import Dismissal, Flag
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class PutAside:
    """One mark put aside; `flag` is the mark itself while it would still stand without that."""

    dismissal: Dismissal
    client: Client
    flag: Flag | None


def put_aside(work: UnitOfWork, found: Iterable[Flag]) -> tuple[PutAside, ...]:
    """Everything that was put aside, the latest first; `found` are all marks there are, those put aside too."""
    standing = {(flag.kind, flag.client_id, flag.key): flag for flag in found}
    dismissals = work.dismissals.all()
    clients = work.clients.of_ids({one.client_id for one in dismissals})
    return tuple(
        PutAside(one, clients[one.client_id], standing.get((one.kind, one.client_id, one.key)))
        for one in reversed(dismissals)
        if one.client_id in clients
    )
