"""Writes a marker into every field of what is written about an agreement."""

from datetime import date

from tests.services.world import World
from vitalshift_desktop.domain.agreeing import AgreedHow, HowAgreed, Party, PartyKind
from vitalshift_desktop.domain.agreement_copies import CopyWay
from vitalshift_desktop.domain.agreements import Agreement, ClauseVersion, DraftClause
from vitalshift_desktop.domain.boundary_events import Conduct, EventDetails
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.consultations import ConsultationDetails
from vitalshift_desktop.domain.contacts import ContactKind, StartedBy
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.worksheets import Before
from vitalshift_desktop.services.workspace import Workspace


def write_about_agreements(w: Workspace, clause: ClauseVersion, marker: str, today: date) -> None:
    """A note on an agreement with an addition, looks at a clause and at all, a closed worksheet, a consultation."""
    client_id, clause_id = clause.client_id, clause.clause_id
    noted = EventDetails(
        today,
        f"{marker} facts",
        Conduct.CLIENT,
        StartedBy.CLIENT,
        client_words=f"{marker} said",
        thinking=f"{marker} thought",
        consulted=f"{marker} asked",
        reaction=f"{marker} reaction",
    )
    w.boundary_events.add_to(w.boundary_events.note(client_id, clause_id, noted).id, f"{marker} later")
    w.boundary_events.look_at_clause(client_id, clause_id, today, f"{marker} looked")
    before = Before(f"{marker} what", f"{marker} why", f"{marker} whose", f"{marker} else", f"{marker} asked")
    sheet = w.worksheets.begin(client_id, before, clause_id)
    w.worksheets.close(sheet.id, f"{marker} happened", today)
    w.worksheets.add_to(sheet.id, f"{marker} after")
    asked = ConsultationDetails(today, f"{marker} whom", f"{marker} what", f"{marker} advised", f"{marker} decided")
    w.consultations.log(client_id, asked)
    w.clause_reviews.record(client_id, today, f"{marker} all of it stays")
    w.clause_templates.keep_own(clause.topic, f"{marker} in my words")
    w.contact_rules.permit(clause, frozenset({ContactKind.MESSAGE}), None)


def write_agreement(world: World, client: Client, clause: DraftClause, marker: str) -> Agreement:
    """What was said, by whom, who has a copy, and a page that waits to be signed."""
    w, drawn = world.workspace, ((((0, 0), (10, 10), (20, 0)),))
    said = HowAgreed(AgreedHow.VERBAL, (Party(PartyKind.CLIENT, f"{marker} agreed", drawn),), f"{marker} said")
    made = w.agreements.agree(client.id, (clause,), world.today, world.today, said)
    w.agreement_records.add_copy(made.id, world.today, f"{marker} received", CopyWay.BY_POST)
    w.agreeing.print_for_signing(client.id, (clause,), world.today, Outlet.PRINTER, lambda _page: (b"a page", 1))
    return made
