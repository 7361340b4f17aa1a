"""The ledger of what left the vault."""

import hashlib
from collections.abc import Callable

from vitalshift_desktop.domain.audit import AuditAct, AuditDetail
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.disclosures import Disclosure, Outlet
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

Rendered = tuple[bytes, int]


class Disclosures:
    """Pages that were printed or saved, each with its serial."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def reserve_and_record(
        self,
        client_id: ClientId,
        what: str,
        audience: str,
        outlet: Outlet,
        render: Callable[[str], Rendered],
        *,
        recipient: str = "",
        by: object = None,
    ) -> tuple[Disclosure, bytes]:
        """Take the next serial, set the pages with it (`render` gives the PDF and its sheets) and enter them.

        `recipient` names whom they are handed to, where that is not the client. If the pages cannot be set nothing is
        recorded and the serial is free again.
        """
        with self._vault.write() as work:
            work.clients.get(client_id)
            disclosure, content = entered(work, self._clock, client_id, what, audience, outlet, render, recipient)
        self._events.publish(Changed(Subject.DISCLOSURES, client_id, by))
        return disclosure, content

    def record_page(self, what: str, outlet: Outlet, render: Callable[[str], Rendered], *, about: str = "") -> str:
        """Take the next serial for a page about the vault itself, set it and enter it in the audit trail.

        `about` is the object it is limited to, such as "client:3". If the page cannot be set nothing is recorded.
        """
        year = today(self._clock).year
        with self._vault.write() as work:
            serial = work.disclosures.next_serial(year)
            content, pages = render(serial)
            digest = hashlib.sha256(content).hexdigest()
            facts: AuditDetail = {"serial": serial, "what": what, "outlet": outlet.value, "pages": pages}
            work.audit.append(AuditAct.PAGE_PRINTED, about, sha256=digest, **facts)
        self._events.publish(Changed(Subject.DISCLOSURES))
        return serial

    def next_serial(self) -> str:
        """The serial the next page gets unless another takes it first, for the name a file is proposed under."""
        with self._vault.read() as work:
            return work.disclosures.free_serial(today(self._clock).year)

    def of_client(self, client_id: ClientId) -> tuple[Disclosure, ...]:
        """What left the vault about one client, newest first."""
        with self._vault.read() as work:
            return work.disclosures.of_client(client_id)[::-1]


def entered(
    work: UnitOfWork,
    clock: Clock,
    client_id: ClientId,
    what: str,
    audience: str,
    outlet: Outlet,
    render: Callable[[str], Rendered],
    recipient: str = "",
) -> tuple[Disclosure, bytes]:
    """A page about a client, set with the next serial and entered in the ledger and the audit trail, all or nothing."""
    serial = work.disclosures.next_serial(today(clock).year)
    content, pages = render(serial)
    digest = hashlib.sha256(content).hexdigest()
    disclosure = Disclosure(serial, what, client_id, audience, outlet, clock.now(), pages, digest, recipient.strip())
    work.disclosures.add(disclosure)
    work.audit.append(
        AuditAct.DISCLOSURE_RECORDED, f"client:{client_id}", serial=serial, what=what, outlet=outlet.value
    )
    return disclosure, content
