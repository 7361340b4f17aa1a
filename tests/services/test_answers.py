from dataclasses import replace
from datetime import time

import pytest

from tests.services.answered import phq9
from tests.services.world import World
from vitalshift_desktop.domain.answers import Asks
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.domain.measures.administration import AdministrationId, AdministrationState, Rater
from vitalshift_desktop.domain.measures.custom import CustomMeasure
from vitalshift_desktop.domain.measures.instrument import Critical, Direction
from vitalshift_desktop.domain.problems import AlreadyRecorded, NotFound, TextIsMissing
from vitalshift_desktop.domain.reminders import ReminderDetails, ReminderKind
from vitalshift_desktop.services.answers import reminded_at
from vitalshift_desktop.services.instruments import instruments
from vitalshift_desktop.services.measure_entry import NewEntry


def asked(world: World) -> list[int]:
    """The forms that wait for a review on the day's page, in its order."""
    world.workspace.home._needs_a_look.forget()
    flags = world.workspace.home.today().flags
    return [int(flag.key) for flag in flags if flag.kind is FlagKind.ANSWER_TO_REVIEW]


def test_an_answer_waits_until_it_is_reviewed_with_a_note_and_once(world: World) -> None:
    client = world.client()
    phq9(world, client, 0)
    world.clock.advance(days=7)
    given = phq9(world, client, 1)
    (answer,) = world.workspace.answers.waiting()
    assert (answer.administration.id, answer.client) == (given.id, client)
    assert (answer.facts.answer_words, answer.facts.previous_answer) == ("Several days", 0)
    with pytest.raises(TextIsMissing):
        world.workspace.answers.review(given.id, "  ")
    saved = world.workspace.answers.review(given.id, " Talked about it; the plan stands. ")
    assert saved.review_note == "Talked about it; the plan stands."
    assert world.workspace.answers.waiting(client.id) == ()
    assert not world.workspace.answers.asks(given.id)
    with pytest.raises(AlreadyRecorded):
        world.workspace.answers.review(given.id, "Again")


def test_a_blank_waits_as_well_and_only_for_its_client(world: World) -> None:
    client = world.client()
    phq9(world, client, None)
    (answer,) = world.workspace.answers.waiting(client.id)
    assert answer.facts.asks is Asks.NOT_ANSWERED
    assert world.workspace.answers.waiting(world.client("Wren A.").id) == ()


def test_a_fall_to_zero_after_a_reviewed_answer_asks_once_more(world: World) -> None:
    client = world.client()
    first = phq9(world, client, 2)
    world.workspace.answers.review(first.id, "Read together.")
    world.clock.advance(days=7)
    fell = phq9(world, client, 0)
    world.clock.advance(days=7)
    phq9(world, client, 0)
    assert asked(world) == [fell.id]
    assert world.workspace.answers.get(fell.id).facts.asks is Asks.FELL
    world.workspace.answers.review(fell.id, "Asked about it.")
    assert asked(world) == []


def test_a_guardians_answer_speaks_and_no_status_silences_an_answer(world: World) -> None:
    client = world.client()
    given = phq9(world, client, 1, rater=Rater.GUARDIAN)
    phq9(world, world.client("Wren A."), 3, rater=Rater.COUNSELOR)
    for status in ClientStatus:
        world.workspace.clients.set_status(client.id, status, "Moved")
        assert asked(world) == [given.id]


def test_only_one_that_asks_or_asked_can_be_opened(world: World) -> None:
    client = world.client()
    quiet = phq9(world, client, 0)
    with pytest.raises(NotFound):
        world.workspace.answers.get(quiet.id)
    assert not world.workspace.answers.asks(quiet.id)


def test_what_is_kept_in_mind_is_what_a_new_look_finds(world: World) -> None:
    """Answers are read again for the client that changed alone."""
    first, other = world.client(), world.client("Wren A.")
    one = phq9(world, first, 1)
    assert asked(world) == [one.id]
    world.clock.advance(days=1)
    two, three = phq9(world, other, 2), phq9(world, first, None)
    world.workspace.answers.review(one.id, "Read together.")
    kept = [int(flag.key) for flag in world.workspace.home.today().flags]
    assert kept == [three.id], "nothing told of the other client's form"
    assert asked(world) == [three.id, two.id]


def test_a_corrected_form_is_silent_and_the_new_one_speaks_for_itself(world: World) -> None:
    client = world.client()
    given = phq9(world, client, 1)
    world.workspace.answers.review(given.id, "Read together.")
    with world.workspace.vault.write() as work:
        new = work.measures.correct(given.id, replace(given, answers=(*given.answers[:8], 2)))
    assert asked(world) == [new.id]
    with world.workspace.vault.read() as work:
        assert work.measures.get(given.id).state is AdministrationState.CORRECTED
        assert work.measures.get(given.id).review_note == "Read together."


def test_a_reminder_comes_the_same_day_and_the_answer_stays(world: World) -> None:
    client = world.client()
    given = phq9(world, client, 1)
    reminder = world.workspace.answers.remind(given.id, 30, "Answer to review")
    assert (reminder.details.due_on, reminder.details.at) == (world.today, time(10, 30))
    assert (reminder.details.kind, reminder.details.client_id) == (ReminderKind.REVIEW, client.id)
    assert asked(world) == [given.id]
    world.clock.advance(minutes=31)
    assert world.workspace.reminders.count_due() == 1


def test_the_review_settles_the_reminders_of_the_answer_once_none_waits(world: World) -> None:
    client, other = world.client(), world.client("Odalys P.")
    first, second, theirs = phq9(world, client, 1), phq9(world, client, 2), phq9(world, other, 1)
    answers, reminders = world.workspace.answers, world.workspace.reminders
    for given in (first, second, theirs):
        answers.remind(given.id, 5, "Answer to review")
    reminders.add(ReminderDetails("Call the doctor", world.today, ReminderKind.REVIEW, client.id, time(10, 1)))
    world.clock.advance(minutes=31)
    assert reminders.count_due() == 4
    answers.review(first.id, "Read together.", reminders="Answer to review")
    assert reminders.count_due() == 4
    answers.review(second.id, "Read together.", reminders="Answer to review")
    assert reminders.count_due() == 2
    assert [one.act for one in world.workspace.audit.rows(limit=3)].count(AuditAct.REMINDER_DONE) == 2


@pytest.mark.parametrize(
    ("now", "minutes", "at"),
    [(time(10, 0), 60, time(11, 0)), (time(23, 10), 120, time(23, 59)), (time(9, 59, 30), 30, time(10, 29))],
)
def test_the_reminder_never_moves_to_the_next_day(now: time, minutes: int, at: time) -> None:
    assert reminded_at(now, minutes) == at


def test_an_own_measure_with_a_critical_item_speaks_and_so_does_what_it_was_before_a_change(world: World) -> None:
    client = world.client()
    own = CustomMeasure("Evenings", ("Slept", "Alone"), 0, 4, Direction.LOWER, "Our own", critical=Critical(2, 2, ""))
    listed = world.workspace.instruments.add_custom(own)
    entry = NewEntry(client.id, listed.instrument.id, Rater.CLIENT, (0, 3))
    quiet = NewEntry(client.id, listed.instrument.id, Rater.CLIENT, (4, 1))
    given = world.workspace.measures.record(entry)
    world.workspace.measures.record(quiet)
    (fell, _) = sorted(asked(world), reverse=True)
    assert world.workspace.answers.get(given.id).facts.topic == "Alone", "its own words, as it is nobody else's"
    assert world.workspace.answers.get(AdministrationId(fell)).facts.asks is Asks.FELL
    world.workspace.instruments.change_custom(listed.instrument.id, replace(own, critical=None))
    world.workspace.measures.record(replace(entry, answers=(0, 4)))
    assert asked(world) == [given.id, fell], "by what the form was when it was answered"


def test_soft_items_never_ask(world: World) -> None:
    """PCL-5 item 16 and DASS-21 item 21 are soft flags alone."""
    client = world.client()
    world.workspace.measures.record(NewEntry(client.id, "pcl5", Rater.CLIENT, (4,) * 20))
    assert asked(world) == []


def test_every_shipped_critical_item_asks_at_its_threshold_and_when_it_is_blank(world: World) -> None:
    critical = [one for one in instruments().values() if one.critical]
    assert {one.id for one in critical} >= {"phq9", "core10"}
    for form in critical:
        assert form.critical is not None
        assert form.critical.topic, "our own words for places where the item is not shown"
        answers: list[int | None] = [form.low] * len(form.items)
        for answer in (form.critical.at, None):
            answers[form.critical.item - 1] = answer
            client = world.client(f"{form.name} {answer}")
            world.workspace.measures.record(NewEntry(client.id, form.id, Rater.CLIENT, tuple(answers)))
            (waits,) = world.workspace.answers.waiting(client.id)
            assert waits.facts.answer == answer


def test_a_correction_that_leaves_the_critical_answer_keeps_the_review_and_any_other_asks_again(world: World) -> None:
    client = world.client()
    entry = NewEntry(client.id, "phq9", Rater.CLIENT, (1,) * 9)
    given = world.workspace.measures.record(entry)
    world.workspace.answers.review(given.id, "Read together.")
    same = world.workspace.measures.correct_measure(given.id, replace(entry, answers=(2, *(1,) * 8)))
    assert asked(world) == []
    other = world.workspace.measures.correct_measure(same.id, replace(entry, answers=(*(1,) * 8, 3)))
    assert asked(world) == [other.id]
