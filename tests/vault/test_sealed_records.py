"""The triggers of the vault hold even when code sends SQL of its own."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.vault.sample_records import (
    DAY,
    NOON,
    a_checkin,
    a_client,
    a_draft,
    a_goal,
    a_session,
    a_signed_note,
    a_version,
    an_agreement,
)
from vitalshift_desktop.domain.agreement_copies import AgreementCopy, CopyId, SigningPage
from vitalshift_desktop.domain.agreements import AgreementId, ClauseState, DraftClause, Topic
from vitalshift_desktop.domain.attachments import Attachment, AttachmentId, AttachmentKind
from vitalshift_desktop.domain.disclosures import Disclosure, Outlet
from vitalshift_desktop.domain.goals import GoalRating
from vitalshift_desktop.domain.notes import Addendum
from vitalshift_desktop.domain.problems import NoteAlreadySigned
from vitalshift_desktop.domain.reminders import HistoryEntry, Outcome, Reminder, ReminderDetails, ReminderId
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.vault.records.refusals import refusals_told
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

SIGNED = (
    "UPDATE note SET fingerprint = 'other'",
    "UPDATE note SET signed_at = NULL",
    "UPDATE note SET id = 77",
    "DELETE FROM note",
    (
        "INSERT OR REPLACE INTO note SELECT id, session_id, client_id, template, created_at, changed_at, 1, NULL, '',"
        " '' FROM note"
    ),
    "UPDATE note_text SET text = 'other' WHERE key = 'data'",
    "DELETE FROM note_text",
    "INSERT INTO note_text VALUES (1, 9, 'more', 'more', '', NULL)",
    "INSERT OR REPLACE INTO note_text VALUES (1, 0, 'data', 'other', '', NULL)",
    "UPDATE note_text SET heading = 'Other' WHERE key = 'data'",
    "UPDATE note_text SET alike = 1 WHERE key = 'data'",
    "UPDATE note SET template = 'soap'",
    "UPDATE note_goal SET goal_id = 2",
    "DELETE FROM note_goal",
    "INSERT INTO note_goal VALUES (1, 2)",
    "UPDATE goal_rating SET rating = 9",
    "UPDATE goal_rating SET session_id = NULL",
    "DELETE FROM goal_rating",
    "INSERT INTO goal_rating (goal_id, session_id, rater, rating, rated_on) VALUES (2, 1, 'client', 5, '2026-03-02')",
    "INSERT OR REPLACE INTO goal_rating SELECT id, goal_id, NULL, rater, 9, rated_on FROM goal_rating",
)
KEPT = (
    "UPDATE addendum SET text = 'other'",
    "UPDATE addendum SET kind = 'amendment'",
    "DELETE FROM addendum",
    "INSERT OR REPLACE INTO addendum SELECT id, note_id, '', '', written_at, service_day, signer, kind FROM addendum",
    "UPDATE clause SET topic = 'fees'",
    "INSERT OR REPLACE INTO clause SELECT id, 2, topic FROM clause",
    "UPDATE goal SET client_id = 2",
    "UPDATE goal SET wording = 'other'",
    (
        "INSERT OR REPLACE INTO goal (id, client_id, wording, short, proposed_by, status)"
        " SELECT id, client_id, 'other', short, proposed_by, status FROM goal"
    ),
    (
        "INSERT INTO goal_version SELECT goal_id, 0, wording, short, proposed_by, agreed_on, review_on, target, status,"
        " much_less, less, hoped, more, much_more, start_level, made_at, asked_by, reason FROM goal_version"
    ),
    "UPDATE reminder_history SET what = 'skipped'",
    "DELETE FROM reminder_history",
    "UPDATE attachment SET client_id = 2",
    "UPDATE attachment SET sha256 = 'other'",
    "UPDATE clause_version SET wording = 'other'",
    "UPDATE clause_version SET number = 7",
    "UPDATE clause_version SET effective_on = '2026-01-01'",
    "DELETE FROM clause_version",
    "UPDATE agreement SET agreed_on = '2026-01-01'",
    "UPDATE agreement SET clause_count = 9",
    "UPDATE agreement SET party_count = 9",
    "UPDATE agreement_party SET name = 'other'",
    "UPDATE agreement_party SET drawing = ''",
    "DELETE FROM agreement_party",
    "INSERT INTO agreement_party VALUES (1, 1, 'client', 'other', '')",
    "UPDATE agreement_copy SET to_whom = 'other'",
    "DELETE FROM agreement_copy",
    "UPDATE signing_page SET review_on = '2026-01-01'",
    "DELETE FROM signing_page",
    "UPDATE signing_page_clause SET wording = 'other'",
    "DELETE FROM signing_page_clause",
    "INSERT INTO signing_page_clause VALUES ('26-0001', 1, 'fees', 'other', 0, 'client', '', NULL)",
    "DELETE FROM agreement",
    "UPDATE agreement_clause SET position = 5",
    "DELETE FROM agreement_clause",
    "INSERT INTO agreement_clause VALUES (1, 1, 2, 1)",
    "UPDATE administration SET answers = '[1, 1, 1, 1]'",
    "UPDATE administration SET state = 'corrected'",
    "UPDATE administration SET state = 'skipped'",
    "DELETE FROM administration",
    "UPDATE disclosure SET audience = 'other'",
    "DELETE FROM disclosure",
    (
        "INSERT OR REPLACE INTO disclosure SELECT serial, 'other', client_id, audience, outlet, made_at, pages, digest,"
        " '' FROM disclosure"
    ),
)
REFUSED = r"((CHECK|FOREIGN KEY) constraint failed|already recorded)"
WRONG = (
    "UPDATE client SET status = 'gone'",
    "UPDATE session SET attendance = 'maybe'",
    "UPDATE session SET minutes = 0",
    "UPDATE goal SET target = 11",
    "UPDATE session SET client_id = 99",
    "INSERT INTO status_change (client_id, status, \"on\", reason) VALUES (99, 'active', '2026-03-02', '')",
    "INSERT INTO note_text VALUES (99, 0, 'data', 'no such note', '', NULL)",
    "INSERT INTO addendum SELECT 99, note_id, text, reason, written_at, service_day, signer, 'edit' FROM addendum",
    "INSERT INTO reminder_history VALUES (99, 0, 'done', '2026-03-02T12:00:00.000000Z', '2026-03-02', NULL)",
)


@pytest.fixture
def sealed_vault(open_vault: Vault) -> Vault:
    """A vault with one of everything that is final."""
    with open_vault.write() as work:
        client = a_client(work)
        session = a_session(work, client)
        goal, _other = a_goal(work, client), a_goal(work, client)
        work.goals.rate(GoalRating(goal.id, 4, DAY, session_id=session.id))
        signed = a_signed_note(work, session, frozenset({int(goal.id)}))
        work.notes.append(signed.added(Addendum("Added", "left out", NOON, DAY, "R. Sample")))
        work.measures.add(a_checkin(session, 8, 8, 8, 8))
        an_agreement(work, a_version(work, client.id))
        a_version(work, client.id, Topic.FEES)
        serial = work.disclosures.next_serial(2026)
        work.disclosures.add(Disclosure(serial, "progress_summary", client.id, "client", Outlet.PDF, NOON, 1, "00"))
        work.agreeing.add_copy(AgreementCopy(CopyId(0), AgreementId(1), DAY, "R. Sample", serial=serial))
        work.agreeing.add_page(SigningPage(serial, client.id, DAY, None, (DraftClause(Topic.FEES, "90"),)))
        later = HistoryEntry(Outcome.LATER, NOON, DAY, DAY)
        work.reminders.add(Reminder(ReminderId(0), ReminderDetails("Call", DAY), DAY, history=(later,)))
        page = Attachment(AttachmentId(0), client.id, None, "Signed", AttachmentKind.TEXT, 4, "00", DAY, NOON)
        work.agreeing.add_scan(AgreementId(1), work.attachments.add(page, b"page").id)
    return open_vault


def run(work: UnitOfWork, statement: str) -> None:
    work.clients._connection.execute(text(statement))


@pytest.mark.parametrize("statement", SIGNED)
def test_the_vault_refuses_to_touch_what_was_signed(sealed_vault: Vault, statement: str) -> None:
    with pytest.raises(IntegrityError, match="the note is signed"), sealed_vault.write() as work:
        run(work, statement)
    with pytest.raises(NoteAlreadySigned), sealed_vault.write() as work, refusals_told():
        run(work, statement)
    with sealed_vault.read() as work:
        note = work.notes.of_session(SessionId(1))
        assert note is not None
        assert note.is_signed
        assert note.is_unaltered


@pytest.mark.parametrize("statement", KEPT)
def test_the_vault_refuses_to_change_what_is_kept(sealed_vault: Vault, statement: str) -> None:
    with pytest.raises(IntegrityError, match="already recorded"), sealed_vault.write() as work:
        run(work, statement)


@pytest.mark.parametrize("statement", WRONG)
def test_the_vault_refuses_what_cannot_be(sealed_vault: Vault, statement: str) -> None:
    with pytest.raises(IntegrityError, match=REFUSED), sealed_vault.write() as work:
        run(work, statement)


def test_a_reminder_that_is_taken_out_takes_its_history_along(sealed_vault: Vault) -> None:
    with sealed_vault.write() as work:
        work.reminders.remove(work.reminders.all_open()[0].id)
    with sealed_vault.read() as work:
        assert work.reminders.all_open() == ()


def test_text_cannot_be_moved_into_a_signed_note(sealed_vault: Vault) -> None:
    with sealed_vault.write() as work:
        work.notes.add(a_draft(a_session(work, work.clients.all()[0], day=7)))
    with pytest.raises(IntegrityError, match="the note is signed"), sealed_vault.write() as work:
        run(work, "UPDATE note_text SET note_id = 1, position = position + 10 WHERE note_id = 2")


def test_a_proposed_wording_may_still_change(sealed_vault: Vault) -> None:
    with sealed_vault.write() as work:
        proposed = a_version(work, work.clients.all()[0].id, Topic.TOUCH, state=ClauseState.PROPOSED)
        run(work, f"UPDATE clause_version SET wording = 'Better' WHERE clause_id = {proposed.clause_id}")
    with sealed_vault.read() as work:
        assert work.agreements.versions(proposed.client_id)[-1].wording == "Better"


@pytest.mark.parametrize("statement", ["UPDATE audit SET detail = 'other'", "DELETE FROM audit"])
def test_the_audit_trail_only_grows(sealed_vault: Vault, statement: str) -> None:
    entry = "INSERT INTO audit VALUES (9999, '2026-03-02T12:00:00.000000Z', 'x', '', '{}', '', '')"
    with pytest.raises(IntegrityError, match="append-only"), sealed_vault.write() as work:  # noqa: PT012 -- an entry first
        run(work, entry)
        run(work, statement)
