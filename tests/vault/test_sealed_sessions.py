"""What a signed note seals of its session cannot be altered by SQL either, nor slipped in from another session."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.vault.sample_records import NOON, a_client, a_session, a_signed_note
from vitalshift_desktop.domain.attendance import correction
from vitalshift_desktop.domain.joint_files import Member, MemberId
from vitalshift_desktop.domain.online import OnlineStrip
from vitalshift_desktop.domain.presence import Presence
from vitalshift_desktop.domain.sessions import Attendance, SessionId
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

SEALED = (
    "UPDATE session SET starts = '2026-03-03T12:00:00.000000Z' WHERE id = 1",
    "UPDATE session SET zone = 'Asia/Kolkata' WHERE id = 1",
    "UPDATE session SET minutes = 90 WHERE id = 1",
    "UPDATE session SET modality = 'phone' WHERE id = 1",
    "UPDATE session SET attendance = 'did_not_attend' WHERE id = 1",
    "UPDATE session SET late_notice = 1 WHERE id = 1",
    "UPDATE session_online SET session_id = 1 WHERE session_id = 2",
    "UPDATE session_presence SET session_id = 1, position = 5 WHERE session_id = 2",
    "INSERT OR REPLACE INTO session_presence VALUES (1, 0, 'Other', 'other', NULL, NULL, NULL)",
    "DELETE FROM session_presence WHERE session_id = 1",
    "UPDATE session_member SET session_id = 1 WHERE session_id = 2",
    "DELETE FROM session_member WHERE session_id = 1",
    "UPDATE file_member SET name = 'Other' WHERE id = 1",
)


@pytest.fixture
def sealed_vault(open_vault: Vault) -> Vault:
    """Session 1 with a signed note, session 2 without one; each with somebody there, the second with a strip."""
    with open_vault.write() as work:
        client = a_client(work)
        for day in (0, 7):
            session = a_session(work, client, day=day)
            member = work.members.add(Member(MemberId(0), client.id, None, f"Member {day}"))
            work.members.set_came(session.id, [member.id])
            work.session_facts.put_present(session.id, [Presence("Pat Sample")])
        work.session_facts.put_strip(SessionId(2), OnlineStrip(location="At home"))
        a_signed_note(work, work.sessions.get(SessionId(1)))
    return open_vault


def run(work: UnitOfWork, statement: str) -> None:
    work.clients._connection.execute(text(statement))


@pytest.mark.parametrize("statement", SEALED)
def test_the_facts_of_a_signed_session_stay(sealed_vault: Vault, statement: str) -> None:
    with pytest.raises(IntegrityError, match="the note is signed"), sealed_vault.write() as work:
        run(work, statement)


def test_attendance_changes_once_a_correction_tells_of_it(sealed_vault: Vault) -> None:
    with sealed_vault.write() as work:
        before = work.sessions.get(SessionId(1))
        after = before.marked(Attendance.DID_NOT_ATTEND, None, late_notice=False)
        work.session_facts.add_change(correction(before, after, "Wrong row", NOON))
        work.sessions.save(after)
    with pytest.raises(IntegrityError, match="the note is signed"), sealed_vault.write() as work:
        run(work, "UPDATE session SET attendance = 'attended' WHERE id = 1")


def test_the_same_facts_of_a_session_without_a_signed_note_may_change(sealed_vault: Vault) -> None:
    with sealed_vault.write() as work:
        for statement in SEALED[1:4]:
            run(work, statement.replace("id = 1", "id = 2"))
        run(work, "UPDATE file_member SET name = 'Other' WHERE id = 2")
