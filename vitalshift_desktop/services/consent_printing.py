"""What the counselor can print about consents: a page for signing, and who may know what."""

from collections.abc import Callable
from dataclasses import replace

from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.consent_page import ClientPage, ConsentSheet, MayKnowSheet, Sheet
from vitalshift_desktop.domain.consents import ConsentDetails, GivenBy, Giver
from vitalshift_desktop.domain.disclosures import Disclosure, Outlet
from vitalshift_desktop.domain.may_know import current
from vitalshift_desktop.domain.minors import is_minor
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.domain.progress import Audience, Letterhead
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.disclosures import Disclosures, Rendered
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

FOR_SIGNING = "consent_for_signing"
MAY_KNOW = "who_may_know"
RenderSheet = Callable[[Sheet], Rendered]
"""Sets a page that has its serial, hands it out, and gives the PDF and its sheets."""


class ConsentPrinting:
    """Pages about consents; each stands in the ledger with its serial."""

    def __init__(self, vault: Vault, clock: Clock, disclosures: Disclosures) -> None:
        self._vault = vault
        self._clock = clock
        self._disclosures = disclosures

    def for_signing(self, client_id: ClientId, details: ConsentDetails) -> ConsentSheet:
        """The page as it would be printed, still without a serial.

        Raises NotFound, or what `ConsentDetails.checked` does; where nobody is named who gives it, the client signs.
        """
        tidy = replace(details, givers=details.givers or (Giver(GivenBy.CLIENT),)).checked(today(self._clock))
        with self._vault.read() as work:
            client = work.clients.get(client_id)
            page = self._page(work, client)
        child = tidy.by_others and is_minor(client.details.born, page.prepared_on)
        return ConsentSheet(page, tidy, tidy.givers, asks_assent=child)

    def may_know(self, client_id: ClientId) -> MayKnowSheet:
        """What is agreed now about who may know what; NotFound where nothing is."""
        with self._vault.read() as work:
            now = current(work.consents.may_know(client_id))
            if now is None:
                raise NotFound
            people = work.related_people.of_client(client_id)
            page = self._page(work, work.clients.get(client_id))
        return MayKnowSheet(page, now.details, tuple(one for one in people if now.details.names(one.id)))

    def print(
        self, client_id: ClientId, sheet: Sheet, outlet: Outlet, render: RenderSheet, *, by: object = None
    ) -> Disclosure:
        """Take a serial, hand the page out with it and enter it in the ledger; raises what `render` raises."""
        what = MAY_KNOW if isinstance(sheet, MayKnowSheet) else FOR_SIGNING

        def with_serial(serial: str) -> Rendered:
            return render(replace(sheet, page=replace(sheet.page, serial=serial)))

        audience = Audience.CLIENT.value
        return self._disclosures.reserve_and_record(client_id, what, audience, outlet, with_serial, by=by)[0]

    def _page(self, work: UnitOfWork, client: Client) -> ClientPage:
        practice, details = work.practice.get(), client.details
        is_careful = bool(work.files.get(client.id).cover_name.strip())
        return ClientPage(
            client=client.code if is_careful else details.legal_name or client.name,
            record_code="" if is_careful else client.code,
            prepared_on=today(self._clock),
            service_type=details.service_type,
            letterhead=Letterhead.of(practice),
            paper=practice.paper,
            is_sample=practice.is_sample,
        )
