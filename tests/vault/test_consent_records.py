import pytest
from sqlalchemy import text

from tests.vault.sample_records import DAY, NOON, a_client
from vitalshift_desktop.domain.attachments import Attachment, AttachmentId, AttachmentKind, sha256_of
from vitalshift_desktop.domain.consents import Consent, ConsentDetails, ConsentId, ConsentKind, Withdrawal
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnow, MayKnowDetails, MayKnowId
from vitalshift_desktop.domain.problems import AlreadyRecorded
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedPerson, RelatedPersonId, RelatedRole
from vitalshift_desktop.vault.records.refusals import refusals_told
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

DETAILS = ConsentDetails(ConsentKind.THERAPY, DAY, "What we do")


def write(work: UnitOfWork) -> tuple[Consent, MayKnow]:
    client = a_client(work)
    given = work.consents.add(Consent(ConsentId(0), client.id, DETAILS, NOON))
    work.consents.withdraw(given.id, Withdrawal(DAY, "No more", NOON))
    scan = Attachment(AttachmentId(0), client.id, None, "a", AttachmentKind.TEXT, 1, sha256_of(b"a"), DAY, NOON)
    work.consents.link_scan(given.id, work.attachments.add(scan, b"a").id, NOON)
    kim = work.related_people.add(
        RelatedPerson(RelatedPersonId(0), client.id, PersonDetails("Kim", RelatedRole.GUARDIAN))
    )
    cells = ((kim.id, Knowledge.FEES, KnowAnswer.MAY_KNOW), (kim.id, Knowledge.SAID, KnowAnswer.NOT))
    details = MayKnowDetails(DAY, "Robin and Kim", cells, "In the session")
    agreed = work.consents.add_may_know(MayKnow(MayKnowId(0), client.id, details, NOON))
    return work.consents.get(given.id), agreed


def test_records_come_back_as_they_were_written(open_vault: Vault) -> None:
    with open_vault.write() as work:
        given, agreed = write(work)
    with open_vault.read() as work:
        assert work.consents.of_client(given.client_id) == (given,)
        assert given.withdrawal == Withdrawal(DAY, "No more", NOON)
        assert work.consents.may_know(given.client_id) == (agreed,)
        assert work.consents.of_those_ending(DAY) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE consent SET explained = 'other'",
        "UPDATE consent SET until = NULL",
        "DELETE FROM consent",
        "UPDATE consent_withdrawal SET words = 'other'",
        "DELETE FROM consent_withdrawal",
        "UPDATE consent_scan SET linked_at = ''",
        "DELETE FROM consent_scan",
        "UPDATE may_know SET agreed_by = 'nobody'",
        "DELETE FROM may_know",
        "UPDATE may_know_cell SET answer = 'may_know'",
        "DELETE FROM may_know_cell",
        "INSERT INTO may_know_cell SELECT may_know_id, person_id, 'goals', 'may_know' FROM may_know_cell LIMIT 1",
        "INSERT OR REPLACE INTO consent_withdrawal SELECT consent_id, \"on\", '', recorded_at FROM consent_withdrawal",
        "INSERT OR REPLACE INTO may_know_cell SELECT may_know_id, person_id, what, 'not' FROM may_know_cell LIMIT 1",
    ],
)
def test_the_vault_refuses_to_touch_what_was_consented_to(open_vault: Vault, statement: str) -> None:
    with open_vault.write() as work:
        given, agreed = write(work)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work, refusals_told():
        work.clients._connection.execute(text(statement))
    with open_vault.read() as work:
        assert work.consents.of_client(given.client_id) == (given,)
        assert work.consents.may_know(given.client_id) == (agreed,)
