from datetime import timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.agreed_snapshots import is_unaltered
from vitalshift_desktop.domain.agreeing import AgreedHow, HowAgreed, Party, PartyKind
from vitalshift_desktop.domain.agreement_copies import CopyWay
from vitalshift_desktop.domain.agreement_page import AgreementPage
from vitalshift_desktop.domain.agreements import Agreement, DraftClause, Topic
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.client_files import ClientFile, ClientKind
from vitalshift_desktop.domain.clients import Client, ClientDetails
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.minors import ConsentGap
from vitalshift_desktop.domain.problems import (
    AgreedByOneOfTwo,
    AlreadyRecorded,
    AttachmentIsEmpty,
    DateIsImpossible,
    NameIsMissing,
    NobodyAgreed,
    NotFound,
    PrinterFailed,
    ReviewBeforeStart,
    ScanOfAgreement,
    TextIsMissing,
)
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedRole

FEES = DraftClause(Topic.FEES, "90 for each session.")
CONTACT = DraftClause(Topic.CONTACT, "Messages are for appointments.")
NAME = Party(PartyKind.CLIENT, "Maren T.", (((0, 10), (20, 30), (40, 10)),))


class Printer:
    """Keeps the pages that were handed out."""

    def __init__(self) -> None:
        self.pages: list[AgreementPage] = []

    def __call__(self, page: AgreementPage) -> tuple[bytes, int]:
        self.pages.append(page)
        return page.serial.encode(), 1


def drawn(world: World, client: Client) -> Agreement:
    how = HowAgreed(AgreedHow.DRAWN, (NAME,))
    return world.workspace.agreements.agree(client.id, (FEES, CONTACT), world.today, None, how)


def printed(world: World, client: Client, *clauses: DraftClause, review: int | None = 60) -> str:
    review_on = None if review is None else world.today + timedelta(days=review)
    page = world.workspace.agreeing.print_for_signing(client.id, clauses, review_on, Outlet.PRINTER, Printer())
    return page.serial


def test_what_was_drawn_is_kept_with_the_agreement_and_sealed_with_it(world: World) -> None:
    client = world.client()
    made = drawn(world, client)
    assert world.workspace.agreements.of_client(client.id) == (made,)
    assert (made.parties, made.how) == ((NAME,), AgreedHow.DRAWN)
    assert is_unaltered(made)
    assert world.workspace.agreement_records.sheet(made.id).unaltered


def test_without_more_words_the_client_agreed_by_the_name_of_the_record(world: World) -> None:
    client = world.client()
    made = world.workspace.agreements.agree(client.id, (FEES,), world.today, None, AgreedHow.VERBAL)
    assert made.parties == (Party(PartyKind.CLIENT, "Maren T."),)


def test_an_agreement_without_anybodys_agreement_is_refused_and_nothing_is_in_force(world: World) -> None:
    client = world.client()
    with pytest.raises(NobodyAgreed):
        world.workspace.agreements.agree(client.id, (FEES,), world.today, None, HowAgreed(AgreedHow.VERBAL, ()))
    assert world.workspace.agreements.versions(client.id) == ()


def test_a_review_before_the_agreement_is_refused(world: World) -> None:
    client, yesterday = world.client(), world.today - timedelta(days=1)
    with pytest.raises(ReviewBeforeStart):
        world.workspace.agreements.agree(client.id, (FEES,), world.today, yesterday, AgreedHow.VERBAL)
    with pytest.raises(ReviewBeforeStart):
        world.workspace.agreeing.print_for_signing(client.id, (FEES,), yesterday, Outlet.PRINTER, Printer())


def test_who_can_agree_for_a_minor_and_what_is_missing_is_told(world: World) -> None:
    w = world.workspace
    details = ClientDetails(preferred_name="Noor H.", born=world.today - timedelta(days=14 * 365))
    client = w.clients.add(details)
    assert (w.agreeing.who(client.id, world.today).is_minor, w.agreeing.who(client.id, world.today).gap) == (
        True,
        ConsentGap.NOBODY,
    )
    for name in ("Aino H.", "Eero H."):
        w.related_people.add(client.id, PersonDetails(name, RelatedRole.GUARDIAN, consent=ConsentPart.JOINTLY))
    who = w.agreeing.who(client.id, world.today)
    assert [one.name for one in who.parties] == ["Noor H.", "Aino H.", "Eero H."]
    assert who.gap is None
    with pytest.raises(AgreedByOneOfTwo):
        w.agreements.agree(client.id, (FEES,), world.today, None, HowAgreed(AgreedHow.ON_PAPER, who.parties[:2]))
    made = w.agreements.agree(client.id, (FEES,), world.today, None, HowAgreed(AgreedHow.ON_PAPER, who.parties))
    assert [one.kind for one in made.parties] == [PartyKind.CLIENT, PartyKind.GUARDIAN, PartyKind.GUARDIAN]


def test_the_members_of_a_joint_file_agree_each_by_their_name(world: World) -> None:
    w = world.workspace
    client = world.client("Corin and Tilde")
    w.joint_files.add_member(client.id, name="Corin B.")
    w.joint_files.add_member(client.id, name="Tilde B.")
    w.files.save(client.id, client.details, ClientFile(kind=ClientKind.COUPLE))
    assert [one.name for one in w.agreeing.who(client.id, world.today).parties] == ["Corin B.", "Tilde B."]


def test_a_printed_page_waits_and_its_words_come_into_force_once_it_is_signed(world: World) -> None:
    client, printer = world.client(), Printer()
    review = world.today + timedelta(days=60)
    page = world.workspace.agreeing.print_for_signing(client.id, (FEES, CONTACT), review, Outlet.PRINTER, printer)
    assert printer.pages[0].serial == page.serial == "26-0001"
    assert [one.name for one in printer.pages[0].signers] == ["Maren T."]
    assert world.workspace.agreeing.waiting(client.id) == (page,)
    assert world.workspace.agreements.versions(client.id) == ()
    assert [one.what for one in world.workspace.disclosures.of_client(client.id)] == ["agreement_for_signing"]
    world.clock.advance(days=3)
    made = world.workspace.agreeing.signed(client.id, page.serial, (Party(PartyKind.CLIENT, "Maren T."),), world.today)
    assert (made.serial, made.how, made.review_on) == ("26-0001", AgreedHow.ON_PAPER, review)
    assert [one.wording for one in made.clauses] == [FEES.wording, CONTACT.wording]
    assert world.workspace.agreeing.waiting(client.id) == ()
    with pytest.raises(NotFound):
        world.workspace.agreeing.signed(client.id, page.serial, made.parties, world.today)


def test_a_page_is_signed_on_a_day_from_its_printing_on_and_by_somebody(world: World) -> None:
    client = world.client()
    serial = printed(world, client, FEES)
    somebody = (Party(PartyKind.CLIENT, "Maren T."),)
    for parties, day, problem in (
        (somebody, world.today - timedelta(days=1), DateIsImpossible),
        (somebody, world.today + timedelta(days=1), DateIsImpossible),
        ((), world.today, NobodyAgreed),
    ):
        with pytest.raises(problem):
            world.workspace.agreeing.signed(client.id, serial, parties, day)
    assert len(world.workspace.agreeing.waiting(client.id)) == 1


def test_a_page_that_could_not_be_printed_does_not_wait(world: World) -> None:
    client = world.client()

    def fails(_page: AgreementPage) -> tuple[bytes, int]:
        raise PrinterFailed

    with pytest.raises(PrinterFailed):
        world.workspace.agreeing.print_for_signing(client.id, (FEES,), None, Outlet.PRINTER, fails)
    for clauses in ((), (FEES, DraftClause(Topic.GIFTS, " "))):
        with pytest.raises(TextIsMissing):
            world.workspace.agreeing.print_for_signing(client.id, clauses, None, Outlet.PRINTER, Printer())
    assert world.workspace.agreeing.waiting(client.id) == ()
    assert printed(world, client, FEES) == "26-0001"


def test_a_page_that_is_set_aside_waits_no_longer_and_can_wait_again(world: World) -> None:
    client = world.client()
    serial = printed(world, client, FEES)
    world.workspace.agreeing.set_aside(client.id, serial)
    assert world.workspace.agreeing.waiting(client.id) == ()
    world.workspace.agreeing.wait_again(client.id, serial)
    assert [one.serial for one in world.workspace.agreeing.waiting(client.id)] == [serial]
    rows, other = world.rows(), world.client("Wren A.")
    for whose, which in ((other.id, serial), (client.id, "26-9999")):
        with pytest.raises(NotFound):
            world.workspace.agreeing.set_aside(whose, which)
    assert world.rows() == rows + 1, "nothing is entered but the other client"


def test_paper_carries_the_record_code_where_another_name_is_to_be_used(world: World) -> None:
    w, printer = world.workspace, Printer()
    client = w.clients.add(ClientDetails(preferred_name="Maren T.", legal_name="Maren Tamm", code="M-14"))
    w.files.save(client.id, client.details, ClientFile(cover_name="Dentist"))
    w.agreeing.print_for_signing(client.id, (FEES,), None, Outlet.PRINTER, printer)
    made = w.agreements.agree(client.id, (FEES,), world.today, None, AgreedHow.VERBAL)
    w.agreement_records.hand_out_copy(made.id, "Maren", Outlet.PRINTER, printer)
    signing, copy = printer.pages
    assert (signing.client, signing.signers[0].name, copy.client) == ("M-14", "M-14", "M-14")
    assert copy.agreed is not None
    assert [one.name for one in copy.agreed.how.parties] == ["M-14"]
    assert "Maren" not in str(printer.pages)
    assert made.parties[0].name == "Maren Tamm"


def test_a_scan_hangs_on_its_agreement_and_stays_until_it_is_taken_off(world: World) -> None:
    w, client, other = world.workspace, world.client(), world.client("Wren A.")
    made = drawn(world, client)
    scan = w.attachments.add(client.id, "signed.txt", b"a scan")
    foreign = w.attachments.add(other.id, "other.txt", b"another scan")
    w.agreement_records.add_scan(made.id, scan.id)
    assert [one.id for one in w.agreement_records.sheet(made.id).scans] == [scan.id]
    with pytest.raises(AlreadyRecorded):
        w.agreement_records.add_scan(made.id, scan.id)
    with pytest.raises(NotFound):
        w.agreement_records.add_scan(made.id, foreign.id)
    with pytest.raises(ScanOfAgreement):
        w.attachments.remove(scan.id)
    assert w.attachments.open(scan.id) == b"a scan"
    w.agreement_records.remove_scan(made.id, scan.id)
    w.attachments.remove(scan.id)
    assert w.agreement_records.sheet(made.id).scans == ()


def test_a_file_is_kept_as_a_document_and_put_with_the_agreement_even_if_it_is_there_already(world: World) -> None:
    w, client = world.workspace, world.client()
    first, second = drawn(world, client), drawn(world, client)
    w.agreement_records.add_scan_file(first.id, "signed.txt", b"a scan")
    w.agreement_records.add_scan_file(second.id, "again.txt", b"a scan")
    (scan,) = w.attachments.of_client(client.id)
    assert w.agreement_records.sheet(first.id).scans == w.agreement_records.sheet(second.id).scans == (scan,)
    with pytest.raises(AlreadyRecorded):
        w.agreement_records.add_scan_file(first.id, "signed.txt", b"a scan")
    with pytest.raises(AttachmentIsEmpty):
        w.agreement_records.add_scan_file(first.id, "empty.txt", b"")


def test_who_received_which_version_is_known_from_the_ledger_and_by_hand(world: World) -> None:
    w, client, printer = world.workspace, world.client(), Printer()
    made = drawn(world, client)
    ours = w.agreement_records.hand_out_copy(made.id, "Maren", Outlet.PRINTER, printer)
    theirs = w.agreement_records.add_copy(made.id, world.today, " Aino T. ", CopyWay.BY_POST)
    assert w.agreement_records.sheet(made.id).copies == (ours, theirs)
    assert (ours.serial, theirs.serial, theirs.to_whom) == ("26-0001", "", "Aino T.")
    assert printer.pages[0].agreed is not None
    with pytest.raises(AlreadyRecorded):
        w.agreement_records.remove_copy(ours)
    w.agreement_records.remove_copy(theirs)
    assert w.agreement_records.sheet(made.id).copies == (ours,)
    w.agreement_records.put_back_copy(theirs)
    assert w.agreement_records.sheet(made.id).copies == (ours, theirs)
    for day, whom, problem in (
        (made.agreed_on - timedelta(days=1), "Aino", DateIsImpossible),
        (world.today + timedelta(days=1), "Aino", DateIsImpossible),
        (world.today, "  ", NameIsMissing),
    ):
        with pytest.raises(problem):
            w.agreement_records.add_copy(made.id, day, whom, CopyWay.SHOWN)


def test_each_act_tells_once_what_changed(world: World) -> None:
    w, client = world.workspace, world.client()
    made = drawn(world, client)
    world.heard.clear()
    printed(world, client, FEES)
    w.agreement_records.add_copy(made.id, world.today, "Aino", CopyWay.SHOWN)
    assert [one.subject for one in world.heard] == [Subject.AGREEMENTS, Subject.DISCLOSURES, Subject.AGREEMENTS]
