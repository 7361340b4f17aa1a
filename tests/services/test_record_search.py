from datetime import time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.commitments import CommitmentTerms
from vitalshift_desktop.domain.consents import ConsentDetails, ConsentKind
from vitalshift_desktop.domain.contacts import ContactDetails, Direction, StartedBy
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.domain.outreach import Reply
from vitalshift_desktop.domain.record_search import EntryKind, Question
from vitalshift_desktop.domain.safety_plans import SafetyPlan
from vitalshift_desktop.domain.tasks import TaskDetails
from vitalshift_desktop.services.record_search import PAGE, RecordHit
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def found(world: World, text: str, **limits: object) -> tuple[RecordHit, ...]:
    search = world.workspace.record_search
    return search.page(search.find(Question(text, **limits)))  # type: ignore[arg-type]  # limits by their names


def sentences(world: World, text: str, **limits: object) -> list[str]:
    return [hit.sentence.words for hit in found(world, text, **limits)]


def test_a_word_typed_a_moment_ago_is_found_in_its_sentence(world: World) -> None:
    client = world.client()
    session = world.held(client, -7)
    world.written(session, "He counted aisles. Then he walked home alone.")
    (hit,) = found(world, "walk")
    assert (hit.kind, hit.client, hit.session_id, hit.day) == (EntryKind.NOTE, client, session.id, session.day)
    assert hit.sentence.words == "Then he walked home alone."


def test_all_words_of_a_note_count_wherever_they_stand_in_it(world: World) -> None:
    world.written(world.held(world.client()), "A lamp.", plan="A river.")
    assert len(found(world, "river lamp")) == 1
    assert found(world, "river moon") == ()


def test_a_word_that_was_taken_out_again_is_not_found(world: World) -> None:
    note = world.written(world.held(world.client()), "Quittenmarmelade.")
    assert len(found(world, "quitten")) == 1
    world.workspace.notes.save_draft(note.id, (Section("data", "Nothing."), *note.sections[1:]), base_version=2)
    assert found(world, "quitten") == ()
    assert len(found(world, "nothing")) == 1


def test_a_signed_note_is_found_once_and_so_is_what_was_added_to_it(world: World) -> None:
    session = world.held(world.client())
    note = world.workspace.notes.sign(world.written(session, "About the lamp.").id)
    assert len(found(world, "lamp")) == 1
    world.workspace.notes.add_addendum(note.id, "The lamp was mended.", "Heard later", world.today)
    assert [(hit.kind, hit.session_id) for hit in found(world, "mended")] == [(EntryKind.ADDENDUM, session.id)]
    assert len(found(world, "lamp")) == 2


def test_goals_and_clauses_are_found_with_what_opens_them(world: World) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, GoalDetails(wording="Ride the ferry alone", short="Ferry"))
    clause = DraftClause(Topic.CONTACT, "Messages about the ferry until eight.")
    world.workspace.agreements.agree(client.id, (clause,), world.today, world.today, AgreedHow.ON_PAPER)
    hits = {hit.kind: hit for hit in found(world, "ferry")}
    assert set(hits) == {EntryKind.GOAL, EntryKind.AGREEMENT}
    assert hits[EntryKind.GOAL].item == goal.id
    (in_force,) = world.workspace.agreements.in_force(client.id)
    assert hits[EntryKind.AGREEMENT].item == in_force.clause_id


def test_contacts_are_found_and_captures_that_wait_in_the_inbox_too(world: World) -> None:
    client = world.client()
    waiting = world.workspace.inbox.capture("Somebody rang about the ferry.")
    kept = world.workspace.inbox.capture("She rang from the ferry.", client.id)
    hits = {hit.item: hit.client for hit in found(world, "ferry")}
    assert hits == {waiting.id: None, kept.id: client}


def test_safety_plans_are_found(world: World) -> None:
    client = world.client()
    world.workspace.safety_plans.put_in_force(client.id, SafetyPlan(warning_signs="Quiet evenings", own_steps="Ferry"))
    (hit,) = found(world, "quiet ferry")
    assert (hit.kind, hit.client, hit.day) == (EntryKind.SAFETY_PLAN, client, world.today)


def test_what_was_agreed_on_rhythm_and_breaks_is_found_until_it_is_taken_back(world: World) -> None:
    w, client = world.workspace, world.client()
    agreed = w.commitments.agree(client.id, CommitmentTerms(client_does="Takes the ferry"), world.today)
    away = w.commitments.agree_break(client.id, world.today, world.today, "On the ferry")
    hits = {hit.kind: (hit.client, hit.day) for hit in found(world, "ferry")}
    assert hits == dict.fromkeys((EntryKind.COMMITMENT, EntryKind.AGREED_BREAK), (client, world.today))
    w.commitments.take_back(agreed.id)
    w.commitments.take_back_break(away.id)
    assert found(world, "ferry") == ()


def test_a_reply_to_reaching_out_is_found_with_its_contact(world: World) -> None:
    w, client = world.workspace, world.client()
    out = ContactDetails(
        world.clock.now(), world.clock.zone(), "Rang", direction=Direction.OUT, started_by=StartedBy.COUNSELOR
    )
    kept = w.outreaches.reach_out(client.id, out)
    assert found(world, "ferry") == ()
    w.outreaches.note_reply(kept.contact.id, Reply.REPLIED, world.today, "Is on a ferry")
    assert [(hit.kind, hit.item) for hit in found(world, "ferry rang")] == [(EntryKind.CONTACT, kept.contact.id)]


def test_process_notes_are_never_found(world: World) -> None:
    client = world.client()
    world.workspace.process_notes.begin(client.id, "Quittenmarmelade", session_id=world.held(client).id)
    assert found(world, "quittenmarmelade") == ()


def _take_out(work: UnitOfWork, goal_id: int) -> None:
    """Nothing in the app takes a goal out, so its versions have to be let go first."""
    raw = work.meta._session.connection()
    for trigger in ("goal_version_no_delete", "goal_no_delete"):
        raw.exec_driver_sql(f"DROP TRIGGER IF EXISTS {trigger}")
    raw.exec_driver_sql(f"DELETE FROM goal_version WHERE goal_id = {goal_id}")
    raw.exec_driver_sql(f"DELETE FROM goal WHERE id = {goal_id}")


def test_the_tasks_of_a_goal_and_the_words_of_its_levels_lead_to_it(world: World) -> None:
    goal = world.workspace.goals.add(world.client().id, GoalDetails("Go out", short="Out", hoped="Alone to the quay"))
    task = world.workspace.tasks.add(goal.id, TaskDetails("Ride the ferry"))
    assert [hit.item for hit in found(world, "quay")] == [goal.id]
    assert [hit.item for hit in found(world, "ferry")] == [goal.id]
    world.workspace.tasks.change(task.id, TaskDetails("Ride the tram"))
    assert (len(found(world, "ferry")), len(found(world, "tram"))) == (0, 1)
    world.workspace.tasks.remove(task.id)
    assert found(world, "tram") == ()


def test_a_deleted_goal_is_not_found(world: World) -> None:
    goal = world.workspace.goals.add(world.client().id, GoalDetails(wording="Ride the ferry", short="Ferry"))
    assert len(found(world, "ferry")) == 1
    with world.workspace.vault.write() as work:
        _take_out(work, goal.id)
    assert found(world, "ferry") == ()


def test_accents_capitals_and_phrases(world: World) -> None:
    world.written(world.held(world.client()), "Zoë bought a crème brûlée. Brulee is creme.")
    assert len(found(world, "CREME")) == len(found(world, "zoe brûl")) == len(found(world, '"creme brulee"')) == 1
    assert found(world, '"brulee creme"') == ()


def test_a_search_can_be_limited_to_a_client_to_kinds_and_to_days(world: World) -> None:
    one, other = world.client("One"), world.client("Other")
    for hour, client in ((9, one), (11, other)):
        for days in (-30, -20, -10):
            world.written(world.held(client, days, time(hour)), f"lamp {days}")
        world.workspace.goals.add(client.id, GoalDetails(wording="Mend the lamp", short="lamp"))
    assert len(found(world, "lamp")) == 8
    assert {hit.client for hit in found(world, "lamp", client_id=one.id)} == {one}
    assert len(found(world, "lamp", client_id=one.id, kinds=frozenset({EntryKind.NOTE}))) == 3
    first, last = world.today - timedelta(days=20), world.today - timedelta(days=10)
    notes = found(world, "lamp", kinds=frozenset({EntryKind.NOTE, EntryKind.GOAL}), first=first, last=last)
    assert [hit.day for hit in notes if hit.client == one] == [last, first]
    assert found(world, "lamp", client_id=ClientId(99)) == ()


def test_of_entries_that_fit_alike_the_newest_comes_first(world: World) -> None:
    client = world.client()
    for days in (-10, -400, -200):
        world.signed(world.held(client, days))
    found_days = [hit.day for hit in found(world, "walked") if hit.day]
    assert found_days == sorted(found_days, reverse=True)
    assert len(found_days) == 3


def test_a_session_that_moved_takes_its_note_along(world: World) -> None:
    session = world.held(world.client(), -7)
    world.written(session, "lamp")
    assert found(world, "lamp")[0].day == session.day
    with world.workspace.vault.write() as work:
        work.meta._session.connection().exec_driver_sql("UPDATE session SET starts='2026-01-05T15:00:00.000000Z'")
    assert [str(hit.day) for hit in found(world, "lamp")] == ["2026-01-05"]


def test_more_than_a_page_is_shown_page_by_page(world: World) -> None:
    client = world.client()
    for place in range(PAGE + 2):
        world.workspace.goals.add(client.id, GoalDetails(wording=f"lamp {place}", short="x"))
    search = world.workspace.record_search
    while search.freshen(100):
        pass
    answer = search.find(Question("lamp"))
    assert (len(search.page(answer)), len(search.page(answer, PAGE))) == (PAGE, 2)


@pytest.mark.parametrize(
    "typed",
    ['"', '""', "lamp OR", "NEAR(a b)", "a AND", "-lamp", "*", "lamp*", "^lamp", "words:lamp", "(", "🙂", "\x00la",
     "\ud800", "'; DROP TABLE note", "x" * 10_000, "lamp " * 2000, '"lamp', "col:umn", "{words}", "؟", "\u202elamp"],
)  # fmt: skip
def test_nothing_that_can_be_typed_is_an_error(world: World, typed: str) -> None:
    world.written(world.held(world.client()), "A lamp.")
    found(world, typed)
    found(world, typed, client_id=ClientId(1), kinds=frozenset(EntryKind))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(categories=("L", "N", "P", "Zs", "Mn"), max_codepoint=0x24FF), min_size=1, max_size=60))
def test_every_word_of_a_saved_text_is_found_and_none_of_a_deleted_one(world: World, text: str) -> None:
    client = world.client()
    goal = world.workspace.goals.add(client.id, GoalDetails(wording=text + " anchor", short="x"))
    words = [word for word in (*text.split(), "anchor") if Question(word).terms]
    for word in words:
        hits = found(world, word, client_id=client.id)
        assert [hit.item for hit in hits] == [goal.id], word
    with world.workspace.vault.write() as work:
        _take_out(work, goal.id)
    assert all(found(world, word, client_id=client.id) == () for word in words)


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM search_open_data",
        "UPDATE search_open_data SET block = x'00' WHERE id > 10",
        "UPDATE search_entry SET words = x'0102'",
    ],
)
def test_a_damaged_index_is_made_anew_and_the_record_is_as_it_was(world: World, damage: str) -> None:
    note = world.written(world.held(world.client(), -7), "Quittenmarmelade.")
    found(world, "quitten")
    with world.workspace.vault.write() as work:
        work.meta._session.execute(text(damage))
    sections = (Section("data", "Quittenmarmelade and a lamp."), *note.sections[1:])
    world.workspace.notes.save_draft(note.id, sections, base_version=note.version)
    assert sentences(world, "lamp") == ["Quittenmarmelade and a lamp."]
    assert len(found(world, "quitten")) == 1
    assert world.workspace.vault.check().ok


def test_on_a_full_drive_what_was_read_in_before_is_still_found(world: World) -> None:
    client = world.client()
    world.written(world.held(client, -7), "About the lamp.")
    found(world, "lamp")
    world.written(world.held(client), "Also about the lamp." + "".join(f" {number:x}" for number in range(40_000)))
    pool = world.workspace.vault._transactions._engine.pool
    both = [pool.connect(), pool.connect()]
    for one in both:
        cursor = one.cursor()
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count={pages}")
    for one in both:
        one.close()
    search = world.workspace.record_search
    answer = search.find(Question("lamp"))
    assert (len(answer.entries), answer.is_catching_up) == (1, True)


def test_consents_are_found_and_the_words_with_which_they_were_taken_back(world: World) -> None:
    client = world.client()
    details = ConsentDetails(ConsentKind.RECORDING, world.today, "Sound only", scope="For the ferry study")
    given = world.workspace.consents.record(client.id, details)
    (hit,) = found(world, "ferry")
    assert (hit.kind, hit.client, hit.day, hit.item) == (EntryKind.CONSENT, client, world.today, given.id)
    world.workspace.consents.withdraw(given.id, world.today, "The red lantern bothers me")
    (hit,) = found(world, "lantern")
    assert hit.item == given.id
