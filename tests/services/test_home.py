from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from tests.services.answered import phq9
from tests.services.world import World
from vitalshift_desktop.domain.agreements import AgreedHow, DraftClause, Topic
from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.domain.flags import DropFacts, EarlyFacts, Flag, FlagKind
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.early import EarlyReason
from vitalshift_desktop.domain.problems import TextIsMissing
from vitalshift_desktop.domain.reminders import ReminderDetails
from vitalshift_desktop.domain.sessions import Attendance, CancelledBy, Modality
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.home_page import CheckinWords, DueWords, TodayPage
from vitalshift_desktop.services.workspace import Workspace


def page(world: World) -> TodayPage:
    return world.workspace.home.today()


def kinds(world: World) -> list[FlagKind]:
    return [flag.kind for flag in page(world).flags]


def flag_of(world: World, kind: FlagKind) -> Flag:
    return next(flag for flag in page(world).flags if flag.kind is kind)


def set_time(world: World, hour: int, minute: int = 0) -> None:
    """Wall-clock time in New York on the day of the fixture, which is five hours behind UTC."""
    world.clock.set(datetime(2026, 3, 2, hour + 5, minute, tzinfo=UTC))


def test_an_empty_day_has_nothing_to_do(world: World) -> None:
    empty = page(world)
    assert (empty.rows, empty.focus, empty.flags, empty.checkins_due, empty.notes_to_finish) == ((), None, (), (), ())
    assert (empty.day, empty.tomorrow, empty.ended_first) == (date(2026, 3, 2), None, False)


def test_the_session_that_ended_keeps_the_primary_button_until_its_note_is_begun(world: World) -> None:
    maren, wren = world.client(), world.client("Wren A.")
    first, second = world.planned(maren, 0, time(9, 0)), world.planned(wren, 0, time(11, 0))
    assert page(world).focus.line.session == first  # type: ignore[union-attr]  # there is one
    assert page(world).ended_first
    world.workspace.notes.start(first.id)
    after = page(world)
    assert after.focus is not None
    assert (after.focus.line.session, after.ended_first, after.focus.note_exists) == (second, False, False)


def test_putting_the_note_aside_gives_the_button_to_the_next_session(world: World) -> None:
    client = world.client()
    first, second = world.planned(client, 0, time(9, 0)), world.planned(client, 0, time(15, 0))
    world.workspace.sessions.put_note_aside(first.id)
    focus = page(world).focus
    assert focus is not None
    assert focus.line.session == second


def test_the_latest_session_that_began_has_it_and_missed_ones_never(world: World) -> None:
    client = world.client()
    world.planned(client, 0, time(8, 0))
    latest = world.planned(client, 0, time(9, 0))
    missed = world.planned(client, 0, time(9, 55), minutes=5)
    world.workspace.sessions.set_attendance(missed.id, Attendance.DID_NOT_ATTEND)
    focus = page(world).focus
    assert focus is not None
    assert focus.line.session == latest


def test_another_day_has_no_primary_button(world: World) -> None:
    session = world.planned(world.client(), 2)
    other = world.workspace.home.today(session.day)
    assert [row.session for row in other.rows] == [session]
    assert other.focus is None


def test_the_prep_card_holds_last_time_agreements_and_the_check_in(world: World) -> None:
    client = world.client()
    world.written(world.held(client, -7), "Took the bus.", "Supermarket.")
    clause = DraftClause(Topic.CONTACT, "Messages are for appointments.")
    made = world.workspace.agreements.agree(client.id, (clause,), world.today, None, AgreedHow.VERBAL)
    session = world.planned(client, 0, time(11, 0))
    card = page(world).focus
    assert card is not None
    assert card.last is not None
    assert (card.last.plan, card.clauses, card.checkin_words) == (
        "Supermarket.",
        made.clauses,
        CheckinWords.AT_THE_END,
    )
    set_time(world, 12)
    assert page(world).focus.checkin_words is CheckinWords.YOURS_FIRST  # type: ignore[union-attr]  # still there
    world.workspace.measures.skip_mine(session.id)
    assert page(world).focus.checkin_words is CheckinWords.CLIENT_NEXT  # type: ignore[union-attr]  # still there
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 8))
    assert page(world).focus.checkin_words is CheckinWords.DONE  # type: ignore[union-attr]  # still there


def test_done_counts_what_is_over_and_what_will_not_be(world: World) -> None:
    client = world.client()
    world.held(client, 0, time(8, 0))
    world.planned(client, 0, time(9, 0))
    world.planned(client, 0, time(14, 0))
    off = world.planned(client, 0, time(16, 0))
    world.workspace.sessions.set_attendance(off.id, Attendance.CANCELLED, CancelledBy.CLIENT)
    assert (page(world).done, len(page(world).rows)) == (2, 4)


def test_check_ins_due_are_those_of_today_s_sessions_and_reminders(world: World) -> None:
    maren, wren = world.client(), world.client("Wren A.")
    given = world.held(maren, 0, time(8, 0))
    world.workspace.measures.record_checkin(given.id, Rater.CLIENT, (8, 8, 8, 8))
    waiting = world.planned(wren, 0, time(15, 0))
    world.workspace.reminders.add(ReminderDetails("GAD-7", world.today, client_id=maren.id))
    world.workspace.reminders.add(ReminderDetails("Later", world.today + timedelta(days=1), client_id=maren.id))
    due = page(world).checkins_due
    assert [(one.client.name, one.words, one.at, one.title) for one in due] == [
        ("Wren A.", DueWords.SESSION_CHECKIN, time(15, 0), ""),
        ("Maren T.", DueWords.REMINDER, None, "GAD-7"),
    ]
    assert due[0].session_id == waiting.id


def test_the_next_day_with_sessions_is_named_even_after_a_weekend(world: World) -> None:
    client = world.client()
    world.planned(client, 4, time(11, 0))
    first = world.planned(client, 4, time(9, 0))
    off = world.planned(client, 2)
    world.workspace.sessions.set_attendance(off.id, Attendance.CANCELLED)
    tomorrow = page(world).tomorrow
    assert tomorrow is not None
    assert (tomorrow.day, tomorrow.count, tomorrow.first.session) == (first.day, 2, first)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/New_York", date(2026, 3, 8)),
        ("Asia/Kolkata", date(2026, 3, 9)),
        ("Pacific/Auckland", date(2026, 3, 9)),
    ],
)
def test_today_is_the_civil_day_where_the_counselor_sits(world: World, zone: str, day: date) -> None:
    world.clock.travel_to(zone)
    world.clock.set(datetime(2026, 3, 8, 20, 0, tzinfo=UTC))
    session = world.workspace.sessions.plan(world.client().id, day, time(18, 0), 50, Modality.IN_PERSON)
    assert page(world).day == day
    assert [row.session for row in page(world).rows] == [session]


def test_a_marked_drop_asks_for_a_look_until_it_is_talked_through(world: World) -> None:
    client = world.client()
    sessions = world.rated(client, [8, 8, 8, 8, 8, 8, 3])
    flag = flag_of(world, FlagKind.MARKED_DROP)
    assert isinstance(flag.facts, DropFacts)
    assert (flag.session_id, flag.facts.session_no, flag.facts.mark.score) == (sessions[6].id, 7, 3.0)
    (line,) = world.workspace.clients.lines()
    assert line.flags == (flag,)
    assert world.workspace.sessions.get(sessions[0].id).flags == (flag,)
    world.workspace.alliance.talk_through(client.id, world.held(client, 0).id)
    assert FlagKind.MARKED_DROP not in kinds(world)


def test_a_drop_of_a_client_whose_file_is_closed_asks_no_more(world: World) -> None:
    world.rated(world.client("Wren A."), [8, 8], last=-6)
    client = world.client()
    world.rated(client, [8, 8, 8, 8, 8, 8, 3])
    assert kinds(world) == [FlagKind.MARKED_DROP]
    world.workspace.clients.set_status(client.id, ClientStatus.CLOSED)
    assert kinds(world) == []


def test_back_in_range_closes_the_drop_by_itself(world: World) -> None:
    client = world.client()
    world.rated(client, [8, 8, 8, 8, 8, 8, 3], last=-7)
    assert kinds(world) == [FlagKind.MARKED_DROP]
    session = world.held(client, 0)
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 8))
    assert kinds(world) == []


def test_a_low_early_check_in_rests_on_the_threshold_of_the_practice(world: World) -> None:
    world.rated(world.client(), [7, 6])
    assert kinds(world) == []
    practice = world.workspace.practice
    practice.change(replace(practice.get(), low_checkin_under=6.5))
    flag = flag_of(world, FlagKind.LOW_EARLY_CHECKIN)
    assert isinstance(flag.facts, EarlyFacts)
    assert flag.facts.low.reasons == (EarlyReason.UNDER_YOUR_THRESHOLD,)


def test_a_low_early_check_in_is_compared_with_those_of_closed_clients_too(world: World) -> None:
    for place in range(4):
        client = world.client(f"Client {place}")
        for back in range(5):
            session = world.held(client, -40 + back, time(9 + place, 0))
            world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 7 - back % 2))
        world.workspace.clients.set_status(client.id, ClientStatus.CLOSED)
    low = world.client("Low L.")
    world.rated(low, [5])
    flag = flag_of(world, FlagKind.LOW_EARLY_CHECKIN)
    assert isinstance(flag.facts, EarlyFacts)
    assert (flag.client_id, flag.facts.low.reasons, flag.facts.low.compared_with) == (
        low.id,
        (EarlyReason.LOWEST_FIFTH,),
        21,
    )


def test_what_is_kept_of_other_clients_first_scores_follows_their_changes(world: World) -> None:
    older = [world.client(f"Client {place}") for place in range(5)]
    for place, client in enumerate(older):
        for back in range(4):
            session = world.held(client, -40 + back, time(9 + place, 0))
            world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 8))
    low = world.client("Low L.")
    world.rated(low, [5])
    assert flag_of(world, FlagKind.LOW_EARLY_CHECKIN).client_id == low.id
    for place, client in enumerate(older):
        line = world.workspace.sessions.of_client(client.id)[place % 4]
        world.workspace.measures.correct(line.session.id, Rater.CLIENT, (4, 4, 4, 4))
    fresh = Workspace(world.workspace.vault, world.clock, Events()).home.today()
    assert page(world).flags == fresh.flags
    assert low.id not in {flag.client_id for flag in fresh.flags}


def test_an_agreement_asks_on_the_day_that_was_chosen(world: World) -> None:
    client = world.client()
    clause = DraftClause(Topic.CONTACT, "Messages are for appointments.")
    review = world.today + timedelta(days=1)
    world.workspace.agreements.agree(client.id, (clause,), world.today, review, AgreedHow.VERBAL)
    assert kinds(world) == []
    world.clock.advance(days=1)
    assert kinds(world) == [FlagKind.AGREEMENT_TO_LOOK_AT]
    world.workspace.clients.set_status(client.id, ClientStatus.CLOSED)
    assert kinds(world) == []


def test_a_flag_that_was_put_aside_never_comes_back_but_the_next_drop_does(world: World) -> None:
    client = world.client()
    world.rated(client, [8, 8, 8, 8, 8, 8, 3], last=-14)
    with pytest.raises(TextIsMissing):
        world.workspace.home.dismiss_flag(flag_of(world, FlagKind.MARKED_DROP), " ")
    world.workspace.home.dismiss_flag(flag_of(world, FlagKind.MARKED_DROP), "The week of the move")
    assert kinds(world) == []
    world.clock.advance(days=1)
    assert kinds(world) == []
    for days, score in ((-5, 8), (-1, 2)):
        session = world.held(client, days)
        world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (score,) * 4)
    assert kinds(world) == [FlagKind.MARKED_DROP]


def test_an_answer_to_review_is_closed_only_by_reviewing_it(world: World) -> None:
    given = phq9(world, world.client(), 2)
    flag = flag_of(world, FlagKind.ANSWER_TO_REVIEW)
    with pytest.raises(ValueError, match="reviewing"):
        world.workspace.home.dismiss_flag(flag, "Not now")
    assert kinds(world) == [FlagKind.ANSWER_TO_REVIEW]
    world.workspace.answers.review(given.id, "Talked about it.")
    assert kinds(world) == []


def test_at_most_five_flags_stand_below_the_answers_to_review(world: World) -> None:
    clause = DraftClause(Topic.CONTACT, "Messages are for appointments.")
    for place in range(7):
        client = world.client(f"Client {place}")
        world.workspace.agreements.agree(client.id, (clause,), world.today, world.today, AgreedHow.VERBAL)
    for name in ("Calix M.", "Wren A."):
        phq9(world, world.client(name), 1)
    assert kinds(world) == [FlagKind.ANSWER_TO_REVIEW] * 2 + [FlagKind.AGREEMENT_TO_LOOK_AT] * 5
    assert sum(bool(line.flags) for line in world.workspace.clients.lines()) == 9


def test_correcting_attendance_moves_the_number_in_a_flag(world: World) -> None:
    client = world.client()
    sessions = world.rated(client, [8, 8, 8, 8, 8, 8, 8, 3])
    world.workspace.sessions.set_attendance(sessions[0].id, Attendance.DID_NOT_ATTEND)
    facts = flag_of(world, FlagKind.MARKED_DROP).facts
    assert isinstance(facts, DropFacts)
    assert facts.session_no == 7
