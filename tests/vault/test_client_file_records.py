from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault.sample_records import DAY, a_checkin, a_client, a_draft, a_goal, a_session, a_signed_note
from vitalshift_desktop.domain.client_files import ClientFile, ClientKind
from vitalshift_desktop.domain.clients import ClientStatus, ServiceType, StatusChange
from vitalshift_desktop.domain.dated_words import RiskWord, RiskWordId, ServiceTalk, ServiceTalkId
from vitalshift_desktop.domain.goals import GoalRating
from vitalshift_desktop.domain.joint_files import Member, MemberId
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.medicines import Medicine, MedicineDetails, MedicineId
from vitalshift_desktop.domain.problems import AlreadyRecorded, HoldsMoreThanItsNote, NoteAlreadySigned, NotFound
from vitalshift_desktop.domain.related_people import (
    ConsentPart,
    PersonDetails,
    RelatedPerson,
    RelatedPersonId,
    RelatedRole,
)
from vitalshift_desktop.vault.vault import Vault

WORDS = st.text(max_size=40)  # hypothesis leaves out what no file can hold
MAYBE_DAY = st.none() | st.dates()
FILES = st.builds(
    ClientFile,
    kind=st.sampled_from(ClientKind),
    address=WORDS,
    no_voicemail=st.booleans(),
    no_letters=st.booleans(),
    no_messages=st.booleans(),
    cover_name=WORDS,
    languages=WORDS,
    interpreter_language=WORDS,
    access_needs=WORDS,
)
PEOPLE = st.builds(
    PersonDetails,
    name=WORDS,
    role=st.sampled_from(RelatedRole),
    phone=WORDS,
    email=WORDS,
    in_emergency=st.booleans(),
    may_share=WORDS,
    consent=st.sampled_from(ConsentPart),
    since=MAYBE_DAY,
    until=MAYBE_DAY,
)
MEDICINES = st.builds(
    MedicineDetails, name=WORDS, told_on=st.dates(), dose=WORDS, prescriber=WORDS, since=MAYBE_DAY, until=MAYBE_DAY
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(file=FILES, person=PEOPLE, medicine=MEDICINES)
def test_a_file_comes_back_as_it_was_written(
    open_vault: Vault, file: ClientFile, person: PersonDetails, medicine: MedicineDetails
) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        for version in (ClientFile(address="first"), file):
            work.files.save(client.id, version)
        somebody = work.related_people.add(RelatedPerson(RelatedPersonId(0), client.id, person))
        told = work.medicines.add(Medicine(MedicineId(0), client.id, medicine))
    with open_vault.read() as work:
        assert work.files.get(client.id) == file
        assert (client.id in work.files.joint()) is file.is_joint
        assert work.related_people.of_client(client.id) == (somebody,)
        assert work.related_people.get(somebody.id).details == person
        assert work.medicines.of_client(client.id) == (told,)
        assert work.medicines.get(told.id).details == medicine


def test_a_client_of_whom_nothing_more_was_written_has_an_empty_file(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        assert work.files.get(client.id) == ClientFile()
        assert work.files.of_ids([client.id]) == {}


def test_what_was_taken_out_comes_back_with_the_id_it_had(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        person = work.related_people.add(RelatedPerson(RelatedPersonId(0), client.id, PersonDetails("Ines")))
        medicine = work.medicines.add(Medicine(MedicineId(0), client.id, MedicineDetails("Iron", DAY)))
        member = work.members.add(Member(MemberId(0), client.id, None, "Ben"))
        work.related_people.remove(person.id)
        work.medicines.remove(medicine.id)
        assert work.members.remove(member.id) == member
        assert work.related_people.of_client(client.id) == ()
        assert work.medicines.of_client(client.id) == ()
        with pytest.raises(NotFound):
            work.related_people.remove(person.id)
        work.related_people.add(person)
        work.medicines.add(medicine)
        work.members.add(member)
    with open_vault.read() as work:
        assert work.related_people.get(person.id) == person
        assert work.medicines.get(medicine.id) == medicine
        assert work.members.of_file(client.id) == (member,)


def test_the_risk_word_of_now_is_the_latest_and_none_once_it_was_taken_away(open_vault: Vault) -> None:
    with open_vault.write() as work:
        one, other = a_client(work), a_client(work, "Wren A.")
        for client, word, days in ((one, "raised", 0), (one, "watch", -3), (other, "high", -9), (other, "", -2)):
            new = RiskWord(RiskWordId(0), client.id, word, DAY + timedelta(days=days), "Why")
            work.files.add_risk_word(new)
        assert {client_id: word.word for client_id, word in work.files.risk_words_now().items()} == {one.id: "raised"}
        history = work.files.risk_words(one.id)
        assert [word.word for word in history] == ["watch", "raised"]
        work.files.remove_risk_word(history[-1].id)
        assert work.files.risk_words_now()[one.id].word == "watch"


def test_talks_about_the_service_run_from_the_oldest_to_the_newest(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        talks = [
            work.files.add_talk(
                ServiceTalk(ServiceTalkId(0), client.id, ServiceType.COUNSELING, ServiceType.COACHING, day, "Agreed")
            )
            for day in (DAY, date(2025, 3, 2))
        ]
        assert work.files.talks(client.id) == (talks[1], talks[0])
        work.files.remove_talk(talks[0].id)
        assert work.files.talks(client.id) == (talks[1],)


def test_an_entry_of_the_status_can_be_put_right_and_taken_out(open_vault: Vault) -> None:
    with open_vault.write() as work:
        client = a_client(work)
        change = work.clients.add_status_change(StatusChange(client.id, ClientStatus.PAUSED, DAY, "Awya"))
        work.clients.save_status_change(replace(change, reason="Away", on=DAY - timedelta(days=1)))
        (read,) = work.clients.status_changes(client.id)
        assert (read.id, read.reason, read.on) == (change.id, "Away", DAY - timedelta(days=1))
        work.clients.remove_status_change(change.id)
        assert work.clients.status_changes(client.id) == ()


def test_a_client_is_a_member_of_a_joint_file_once(open_vault: Vault) -> None:
    with open_vault.write() as work:
        joint, own = a_client(work, "Ana and Ben"), a_client(work, "Ana")
        work.members.add(Member(MemberId(0), joint.id, own.id))
        work.members.add(Member(MemberId(0), joint.id, None, "Ben"))
        work.members.add(Member(MemberId(0), joint.id, None, "Ben"))
        assert work.members.files_with(own.id) == (joint.id,)
    with pytest.raises(AlreadyRecorded), open_vault.write() as work:
        work.members.add(Member(MemberId(0), joint.id, own.id))


def test_a_session_moves_to_another_file_with_its_note(open_vault: Vault) -> None:
    with open_vault.write() as work:
        joint, own = a_client(work, "Ana and Ben"), a_client(work, "Ana")
        session = a_session(work, joint)
        note = work.notes.add(a_draft(session))
        work.moved_sessions.move(session.id, own.id, None)
    with open_vault.read() as work:
        assert work.sessions.get(session.id).client_id == own.id
        assert [one.id for one in work.notes.of_client(own.id)] == [note.id]
        assert work.notes.of_client(joint.id) == ()


def test_a_session_with_a_signed_note_goal_ratings_or_a_check_in_stays_in_its_file(open_vault: Vault) -> None:
    with open_vault.write() as work:
        joint, own = a_client(work, "Ana and Ben"), a_client(work, "Ana")
        signed, rated, asked = (a_session(work, joint, day=day) for day in (0, 7, 14))
        work.measures.add(a_checkin(asked, 8, 8, 8, 8))
        a_signed_note(work, signed)
        goal = a_goal(work, joint)
        work.goals.rate(GoalRating(goal.id, 5, rated.day, Rater.CLIENT, rated.id))
    for session, problem in ((signed, NoteAlreadySigned), (rated, HoldsMoreThanItsNote), (asked, HoldsMoreThanItsNote)):
        with pytest.raises(problem), open_vault.write() as work:
            work.moved_sessions.move(session.id, own.id, None)
    with open_vault.read() as work:
        assert len(work.sessions.of_client(joint.id)) == 3
