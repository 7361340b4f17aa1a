from tests.services.world import World
from tests.support.entered_forms import answers, course, enter
from vitalshift_desktop.domain.episodes import Confirm, DecidedBy, Ending
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import TOTAL
from vitalshift_desktop.domain.outcome_change import change_of
from vitalshift_desktop.services.score_lines import latest_lines
from vitalshift_desktop.services.timeline import timeline
from vitalshift_desktop.services.timeline_entries import TimelineKind


def test_a_course_holds_the_forms_of_one_client_with_their_sessions_numbers(world: World) -> None:
    client, _sessions = course(world, 18, 12)
    enter(world, world.client("Somebody Else"), 3)
    outcomes = world.workspace.outcomes.of_client(client.id)
    (found,) = outcomes.courses
    assert [(point.session_no, point.value(TOTAL)) for point in found.points] == [(1, 18), (2, 12)]


def test_the_check_in_has_no_course_here_but_is_compared_by_the_way_of_meeting(world: World) -> None:
    client = world.client()
    world.rated(client, [7, 8])
    outcomes = world.workspace.outcomes.of_client(client.id)
    assert outcomes.courses == ()
    assert outcomes.checkin is not None
    assert len(outcomes.checkin.points) == 2


def test_each_episode_has_its_own_course_and_baseline(world: World) -> None:
    client, sessions = course(world, 18, 12)
    episodes = world.workspace.episodes
    episodes.end(client.id, Ending.PLANNED, DecidedBy.BOTH, sessions[-1].day)
    world.clock.advance(days=200)
    episodes.open_new(client.id, set(Confirm))
    enter(world, client, 15)
    enter(world, client, 7)
    first, second = (world.workspace.outcomes.of_client(client.id, one.id) for one in episodes.of_client(client.id))
    changes = [change_of(outcomes.courses[0]) for outcomes in (first, second)]
    assert [(change.baseline.value, change.latest) for change in changes if change] == [(18, 12), (15, 7)]
    assert world.workspace.outcomes.of_client(client.id) == second


def test_the_latest_score_of_each_measure_is_told_before_a_session(world: World) -> None:
    client, sessions = course(world, 18, 12)
    enter(world, client, 9, instrument_id="gad7", session=sessions[0])
    enter(world, client, 20, rater=Rater.GUARDIAN, session=sessions[1])
    enter(world, client, 21, rater=Rater.COUNSELOR, session=sessions[1])
    with world.workspace.vault.read() as work:
        lines = latest_lines(work, client.id, world.today)
        before = latest_lines(work, client.id, sessions[0].day)
    said = [(line.measure, line.rater, line.parts[0][1].value, line.parts[0][1].band) for line in lines]
    assert said == [
        ("GAD-7", Rater.CLIENT, 9, "mild"),
        ("PHQ-9", Rater.CLIENT, 12, "moderate"),
        ("PHQ-9", Rater.GUARDIAN, 20, "severe"),
    ]
    assert [line.parts[0][1].value for line in before] == [9, 18]


def test_the_timeline_holds_the_scores_of_every_form_but_the_check_in(world: World) -> None:
    client, sessions = course(world, 12)
    enter(world, client, 0, session=world.held(client, -1), given=(*answers(12)[:8], None))
    with world.workspace.vault.read() as work:
        entries = [entry for entry in timeline(work, client.id) if entry.kind is TimelineKind.SCORE]
    values = [entry.scores.parts[0][1].value for entry in entries if entry.scores]
    assert values == [None, 12]
    assert entries[1].day == sessions[0].day
