from datetime import time

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.alliance import AllianceCourse
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.measures.administration import (
    AdministrationState,
    Rater,
)
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    AnswerOutOfRange,
    AnswersIncomplete,
    NoteAlreadySigned,
    NotFound,
)
from vitalshift_desktop.domain.sessions import SessionId
from vitalshift_desktop.services.checkin_entry import Row, RowState


def course(world: World, client: Client) -> AllianceCourse:
    return world.workspace.alliance.course(client.id)


def test_the_check_in_comes_with_both_wordings_of_four_questions(world: World) -> None:
    form = world.workspace.measures.instrument(CHECKIN)
    assert [item.key for item in form.items] == ["goals", "tasks", "bond", "voice"]
    assert all(item.client_words and item.counselor_words for item in form.items)
    assert (form.low, form.high, form.critical_item) == (0, 10, None)


def test_an_unknown_instrument_is_not_found(world: World) -> None:
    with pytest.raises(NotFound):
        world.workspace.measures.instrument("srs")


def test_the_client_s_row_opens_after_the_counselor_s_own(world: World) -> None:
    session = world.held(world.client(), 0)
    assert not world.workspace.measures.checkin(session.id).client_open
    world.workspace.measures.record_checkin(session.id, Rater.COUNSELOR, (7, 8, 8, 7))
    entry = world.workspace.measures.checkin(session.id)
    assert entry.client_open
    assert (entry.client_name, entry.you.state, entry.you.score, entry.client.state) == (
        "Maren",
        RowState.DONE,
        7.5,
        RowState.EMPTY,
    )


def test_a_skipped_row_opens_the_client_s_and_is_never_filled_in(world: World) -> None:
    session = world.held(world.client(), 0)
    world.workspace.measures.skip_mine(session.id)
    entry = world.workspace.measures.checkin(session.id)
    assert (entry.you.state, entry.client_open) == (RowState.SKIPPED, True)
    for again in (_record_mine, _skip_mine, _correct_mine):
        with pytest.raises(AlreadyRecorded):
            again(world, session.id)
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 8))
    assert world.workspace.measures.checkin(session.id).you.state is RowState.SKIPPED


def _record_mine(world: World, session_id: SessionId) -> None:
    world.workspace.measures.record_checkin(session_id, Rater.COUNSELOR, (1, 1, 1, 1))


def _skip_mine(world: World, session_id: SessionId) -> None:
    world.workspace.measures.skip_mine(session_id)


def _correct_mine(world: World, session_id: SessionId) -> None:
    world.workspace.measures.correct(session_id, Rater.COUNSELOR, (1, 1, 1, 1))


def test_fewer_than_four_answers_or_one_off_the_scale_are_refused(world: World) -> None:
    session = world.held(world.client(), 0)
    with pytest.raises(AnswersIncomplete):
        world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (7, 8, None, 6))
    with pytest.raises(AnswerOutOfRange):
        world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (7, 8, 11, 6))
    assert world.workspace.measures.checkin(session.id).client == Row()


def test_a_half_filled_row_has_no_score() -> None:
    assert Row.of_answers((7, None, 8, 9)) == Row((7, None, 8, 9), RowState.PARTIAL, None)
    assert Row.of_answers((7, 8, 8, 6)).score == 7.3


def test_a_correction_keeps_the_old_row_beside_the_new_one(world: World) -> None:
    client = world.client()
    session = world.held(client, 0)
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (7, 7, 7, 7))
    with pytest.raises(AlreadyRecorded):
        world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (8, 8, 8, 8))
    world.clock.advance(minutes=1)
    world.workspace.measures.correct(session.id, Rater.CLIENT, (8, 8, 8, 8))
    with world.workspace.vault.read() as work:
        states = [given.state for given in work.measures.of_client(client.id)]
    assert states == [AdministrationState.CORRECTED, AdministrationState.ANSWERED]
    assert course(world, client).client_series() == (8.0,)


def test_there_is_nothing_to_correct_before_something_was_answered(world: World) -> None:
    session = world.held(world.client(), 0)
    with pytest.raises(NotFound):
        world.workspace.measures.correct(session.id, Rater.CLIENT, (8, 8, 8, 8))


def test_signing_seals_the_check_in_but_a_missing_one_can_still_come(world: World) -> None:
    session = world.held(world.client(), 0)
    world.workspace.measures.record_checkin(session.id, Rater.COUNSELOR, (7, 7, 7, 7))
    world.signed(session)
    with pytest.raises(NoteAlreadySigned):
        world.workspace.measures.correct(session.id, Rater.COUNSELOR, (8, 8, 8, 8))
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (6, 6, 6, 6))
    assert world.workspace.measures.checkin(session.id).client.score == 6.0


def test_the_course_marks_a_drop_and_its_talk_in_the_next_session(world: World) -> None:
    client = world.client()
    sessions = world.rated(client, [8, 7, 8, 8, 8, 8, 3, 8])
    found = course(world, client)
    assert [mark.index for mark in found.marks] == [6]
    assert found.points[7].is_back
    world.workspace.alliance.talk_through(client.id, sessions[7].id, " My tone. ")
    entry = course(world, client).points[7].talked_through
    assert entry is not None
    assert entry.note == "My tone."
    with pytest.raises(AlreadyRecorded):
        world.workspace.alliance.talk_through(client.id, sessions[7].id)
    world.workspace.alliance.undo_talk_through(client.id, sessions[7].id)
    assert course(world, client).points[7].talked_through is None


def test_a_session_without_a_check_in_is_a_gap_in_the_course(world: World) -> None:
    client = world.client()
    world.rated(client, [8, 6], every=14)
    world.held(client, -14, time(15, 0))
    assert course(world, client).client_series() == (8.0, None, 6.0)
