from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.client_files import ClientFile, ClientKind
from vitalshift_desktop.domain.clients import ClientDetails, ClientStatus, ServiceType
from vitalshift_desktop.domain.fees import ChargeState
from vitalshift_desktop.domain.medicines import MedicineDetails
from vitalshift_desktop.domain.minors import ConsentGap
from vitalshift_desktop.domain.problems import (
    AlreadyAMember,
    CodeIsTaken,
    DateIsImpossible,
    EndsBeforeItStarts,
    LastOfItsKind,
    NoteAlreadySigned,
    NotFound,
    StillInUse,
    TalkIsMissing,
)
from vitalshift_desktop.domain.record_search import Question
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedRole
from vitalshift_desktop.domain.reminders import ReminderDetails, Repeat, RepeatUnit
from vitalshift_desktop.domain.safe_contact import Heed, Way

FILE = ClientFile(address="Seestraße 4", no_letters=True, cover_name="Robin", interpreter_language="Farsi")


def test_details_and_the_rest_of_the_file_are_saved_in_one_act(world: World) -> None:
    client = world.client()
    before = world.rows()
    world.workspace.files.save(client.id, replace(client.details, phone="555 0100"), FILE)
    whole = world.workspace.files.whole(client.id)
    assert (whole.client.details.phone, whole.file) == ("555 0100", FILE)
    assert world.rows() == before + 1
    assert world.heard[-1] == Changed(Subject.CLIENTS, client.id)


def test_a_code_that_is_taken_leaves_the_whole_file_as_it_was(world: World) -> None:
    client, other = world.client(), world.client("Wren A.")
    with pytest.raises(CodeIsTaken):
        world.workspace.files.save(client.id, replace(client.details, code=other.code), FILE)
    assert world.workspace.files.get(client.id) == ClientFile()


def test_what_to_heed_before_something_is_printed_is_what_the_client_asked_for(world: World) -> None:
    client = world.client()
    assert not world.workspace.files.to_heed(client.id, Way.PAPER)
    world.workspace.files.save(client.id, client.details, FILE)
    assert world.workspace.files.to_heed(client.id, Way.PAPER).heeds == (Heed.NO_LETTERS, Heed.COVER_NAME)


def test_another_kind_of_service_needs_the_note_of_the_talk(world: World) -> None:
    client = world.client()
    with pytest.raises(TalkIsMissing):
        world.workspace.clients.change(client.id, replace(client.details, service_type=ServiceType.COACHING))
    talk = world.workspace.files.change_service(client.id, ServiceType.COACHING, "No therapy, and why.")
    whole = world.workspace.files.whole(client.id)
    assert (whole.client.details.service_type, whole.talks) == (ServiceType.COACHING, (talk,))
    assert (talk.before, talk.on) == (ServiceType.COUNSELING, world.today)


def test_a_talk_that_was_entered_by_mistake_is_taken_back_with_the_service(world: World) -> None:
    client, files = world.client(), world.workspace.files
    first = files.change_service(client.id, ServiceType.COACHING, "Agreed.")
    second = files.change_service(client.id, ServiceType.PSYCHOTHERAPY, "Agreed.", on=world.today - timedelta(days=9))
    with pytest.raises(NotFound):
        files.take_back_service(first)
    files.take_back_service(second)
    whole = files.whole(client.id)
    assert (whole.client.details.service_type, whole.talks) == (ServiceType.COACHING, (first,))


def test_a_status_dated_back_stands_in_the_history_and_leaves_the_later_one_in_force(world: World) -> None:
    client, clients = world.client(), world.workspace.clients
    clients.set_status(client.id, ClientStatus.CLOSED, "Ended")
    moved = clients.set_status(client.id, ClientStatus.PAUSED, "Away", on=world.today - timedelta(days=30))
    assert moved.status is ClientStatus.CLOSED
    history = world.workspace.files.whole(client.id).statuses
    assert [change.status for change in history] == [ClientStatus.PAUSED, ClientStatus.ACTIVE, ClientStatus.CLOSED]
    with pytest.raises(DateIsImpossible):
        clients.set_status(client.id, ClientStatus.ACTIVE, on=world.today + timedelta(days=1))


def test_a_wrong_entry_of_the_status_is_corrected_and_the_client_follows(world: World) -> None:
    client, files = world.client(), world.workspace.files
    world.workspace.clients.set_status(client.id, ClientStatus.CLOSED, "Wrong client")
    wrong = files.whole(client.id).statuses[-1]
    files.correct_status(replace(wrong, status=ClientStatus.WAITING, reason="Waits for a place"))
    assert world.workspace.clients.get(client.id).status is ClientStatus.WAITING
    files.remove_status(wrong)
    assert world.workspace.clients.get(client.id).status is ClientStatus.ACTIVE
    files.put_back_status(wrong)
    assert world.workspace.clients.get(client.id).status is ClientStatus.CLOSED


def test_the_only_entry_of_the_status_stays_and_one_of_another_client_is_not_found(world: World) -> None:
    client, other, files = world.client(), world.client("Wren A."), world.workspace.files
    (only,) = files.whole(client.id).statuses
    with pytest.raises(LastOfItsKind):
        files.remove_status(only)
    with pytest.raises(NotFound):
        files.remove_status(replace(only, client_id=other.id))


def test_the_risk_word_of_now_is_the_last_one_set_until_it_is_taken_away(world: World) -> None:
    client, files = world.client(), world.workspace.files
    files.set_risk_word(client.id, "raised", "Said so on the phone.")
    taken = files.set_risk_word(client.id, "", "Plan made, back to usual.")
    assert files.whole(client.id).risk_word is None
    files.take_back_risk_word(taken)
    word = files.whole(client.id).risk_word
    assert word is not None
    assert (word.word, word.on) == ("raised", world.today)


def test_no_day_lies_before_the_birth(world: World) -> None:
    workspace = world.workspace
    client = workspace.clients.add(ClientDetails(preferred_name="Wren A.", born=date(2014, 5, 1)))
    early = date(2014, 4, 30)
    acts = (
        lambda: workspace.clients.set_status(client.id, ClientStatus.WAITING, on=early),
        lambda: workspace.files.set_risk_word(client.id, "watch", "Why", on=early),
        lambda: workspace.files.change_service(client.id, ServiceType.COACHING, "Why", on=early),
        lambda: workspace.medicines.add(client.id, MedicineDetails("Iron", world.today, since=early)),
    )
    for act in acts:
        with pytest.raises(DateIsImpossible):
            act()


def test_people_around_a_client_are_added_changed_ended_and_taken_out_with_a_way_back(world: World) -> None:
    client, people = world.client(), world.workspace.related_people
    person = people.add(client.id, PersonDetails("Ines Halden", RelatedRole.PARTNER, may_share="Times of sessions"))
    changed = people.change(person.id, replace(person.details, phone="555 0102"))
    assert people.get(person.id) == changed
    assert people.end(person.id).details.until == world.today
    removed = people.remove(person.id)
    assert people.of_client(client.id) == ()
    people.put_back(removed)
    assert people.of_client(client.id) == (removed,)


def test_a_minor_without_anybody_who_consents_is_told_until_there_is_one(world: World) -> None:
    client = world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", born=date(2012, 5, 1)))
    whole = world.workspace.files.whole(client.id)
    assert (whole.age, whole.consent_gap) == (13, ConsentGap.NOBODY)
    guardian = PersonDetails("Ines Halden", RelatedRole.GUARDIAN, consent=ConsentPart.ALONE)
    world.workspace.related_people.add(client.id, guardian)
    assert world.workspace.files.whole(client.id).consent_gap is None


def test_medicines_are_added_changed_ended_and_taken_out_with_a_way_back(world: World) -> None:
    client, medicines = world.client(), world.workspace.medicines
    told = medicines.add(client.id, MedicineDetails("Sertraline", world.today, dose="50 mg"))
    changed = medicines.change(told.id, replace(told.details, dose="100 mg", since=world.today))
    assert medicines.of_client(client.id) == (changed,)
    assert medicines.end(told.id).details.until == world.today
    with pytest.raises(EndsBeforeItStarts):
        medicines.change(told.id, replace(changed.details, until=world.today - timedelta(days=1)))
    removed = medicines.remove(told.id)
    assert medicines.of_client(client.id) == ()
    medicines.put_back(removed)
    assert medicines.get(told.id) == removed


def joint_world(world: World) -> tuple[ClientDetails, ...]:
    return (ClientDetails(preferred_name="Ana and Ben"), ClientDetails(preferred_name="Ana"))


def test_when_one_member_alone_came_the_session_is_offered_to_their_own_file(world: World) -> None:
    clients, joint_files = world.workspace.clients, world.workspace.joint_files
    joint, ana = (clients.add(details) for details in joint_world(world))
    world.workspace.files.save(joint.id, joint.details, ClientFile(kind=ClientKind.COUPLE))
    first = joint_files.add_member(joint.id, client_id=ana.id)
    second = joint_files.add_member(joint.id, name="Ben")
    with pytest.raises(AlreadyAMember):
        joint_files.add_member(joint.id, client_id=ana.id)
    session = world.held(joint)
    assert joint_files.offer(session.id, {first.id, second.id}) is None
    assert joint_files.offer(session.id, {second.id}) is None
    offer = joint_files.offer(session.id, {first.id})
    assert offer is not None
    assert offer.own == ana
    assert [line.name for line in joint_files.members(joint.id)] == ["Ana", "Ben"]
    assert world.workspace.files.whole(ana.id).joint == (joint,)


def test_a_moved_session_takes_its_unsigned_note_along_and_comes_back(world: World) -> None:
    joint, ana = world.client("Ana and Ben"), world.client("Ana")
    session = world.held(joint)
    note = world.written(session)
    before = world.workspace.joint_files.move_session(session.id, ana.id)
    assert [line.session.id for line in world.workspace.sessions.of_client(ana.id)] == [session.id]
    assert world.workspace.notes.get(note.id).note.sections == note.sections
    assert {change.client_id for change in world.heard[-6:]} == {joint.id, ana.id}
    world.workspace.joint_files.move_session(session.id, before)
    assert [line.session.id for line in world.workspace.sessions.of_client(joint.id)] == [session.id]


def test_reminders_that_count_sessions_follow_a_session_into_the_other_file(world: World) -> None:
    joint, ana, reminders = world.client("Ana and Ben"), world.client("Ana"), world.workspace.reminders
    first, *_rest = [world.planned(joint, days) for days in (7, 14, 21)]
    every_two = ReminderDetails("Ask", world.today, client_id=joint.id, repeat=Repeat(2, RepeatUnit.SESSIONS))
    reminder = reminders.done(reminders.add(every_two).id)
    assert reminder.details.due_on == world.today + timedelta(days=14)
    world.workspace.joint_files.move_session(first.id, ana.id)
    assert reminders.get(reminder.id).details.due_on == world.today + timedelta(days=21)
    world.workspace.joint_files.move_session(first.id, joint.id)
    assert reminders.get(reminder.id).details.due_on == world.today + timedelta(days=14)


def test_what_hangs_on_a_session_goes_to_the_other_file_with_it(world: World) -> None:
    joint, ana, w = world.client("Ana and Ben"), world.client("Ana"), world.workspace
    session = world.held(joint)
    note = world.written(session)
    added = w.attachments.add(joint.id, "form.pdf", b"%PDF-1.4 invented\n", note_id=note.id)
    process = w.process_notes.begin(joint.id, "My own thought.", session_id=session.id)
    w.fees.charge(session.id, ChargeState.NOT_CHARGED)
    w.joint_files.move_session(session.id, ana.id)
    assert [one.id for one in w.attachments.of_client(ana.id)] == [added.id]
    assert w.process_notes.get(process.id).client_id == ana.id
    assert w.attachments.of_client(joint.id) == ()
    finds = [len(w.record_search.find(Question("shop", client_id=one.id)).entries) for one in (joint, ana)]
    assert finds == [0, 1]


def test_a_session_with_a_signed_note_is_not_moved(world: World) -> None:
    joint, ana = world.client("Ana and Ben"), world.client("Ana")
    session = world.held(joint)
    world.signed(session)
    with pytest.raises(NoteAlreadySigned):
        world.workspace.joint_files.move_session(session.id, ana.id)


def test_the_file_of_one_person_has_no_members_to_ask_about(world: World) -> None:
    client = world.client()
    member = world.workspace.joint_files.add_member(client.id, name="Ben")
    assert world.workspace.joint_files.members(client.id) == ()
    assert world.workspace.joint_files.who_came(world.held(client).id).members == ()
    world.workspace.joint_files.remove_member(member.id)
    world.workspace.joint_files.put_back_member(member)
    world.workspace.files.save(client.id, client.details, ClientFile(kind=ClientKind.FAMILY))
    assert [line.member for line in world.workspace.joint_files.members(client.id)] == [member]


def test_who_came_is_written_down_and_sealed_with_the_note(world: World) -> None:
    joint, ana = world.client("Ana and Ben"), world.client("Ana")
    joint_files = world.workspace.joint_files
    world.workspace.files.save(joint.id, joint.details, ClientFile(kind=ClientKind.COUPLE))
    first = joint_files.add_member(joint.id, client_id=ana.id)
    second = joint_files.add_member(joint.id, name="Ben")
    session = world.held(joint)
    with pytest.raises(NotFound):
        joint_files.set_came(world.held(ana, -1).id, {first.id})
    joint_files.set_came(session.id, {first.id, second.id})
    assert joint_files.who_came(session.id).offer is None
    joint_files.set_came(session.id, {first.id})
    who = joint_files.who_came(session.id)
    assert (set(who.came), who.is_sealed) == ({first.id}, False)
    assert who.offer is not None
    with pytest.raises(StillInUse):
        joint_files.remove_member(first.id)
    world.signed(session)
    assert joint_files.who_came(session.id).is_sealed
    for came in ((), (second.id,), (first.id, second.id)):
        with pytest.raises(NoteAlreadySigned):
            joint_files.set_came(session.id, came)


def test_the_risk_word_of_now_stands_in_the_head(world: World) -> None:
    client = world.client()
    assert world.workspace.clients.header(client.id).risk_word == ""
    world.workspace.files.set_risk_word(client.id, "raised", "Said so.")
    assert world.workspace.clients.header(client.id).risk_word == "raised"
