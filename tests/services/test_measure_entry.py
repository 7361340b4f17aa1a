from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client, ClientDetails
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationState, HowGiven, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.measures.not_given import NotGivenReason
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    AnswerCountWrong,
    AnswerOutOfRange,
    AnswersIncomplete,
    DateIsImpossible,
    NoteAlreadySigned,
    NotFound,
    NothingAnswered,
    TextIsMissing,
)
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedRole
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.checkin_entry import Row, RowState, checkin_entry
from vitalshift_desktop.services.measure_entry import NewEntry

ANSWERS = (2, 2, 1, 3, 0, 1, 2, 0, 1)


def phq9(client: Client, answers: tuple[int | None, ...] = ANSWERS, **more: object) -> NewEntry:
    return NewEntry(client.id, "phq9", Rater.CLIENT, answers, **more)  # type: ignore[arg-type]  # fields by name


def forms(world: World, client: Client) -> tuple[Administration, ...]:
    with world.workspace.vault.read() as work:
        return work.measures.of_client(client.id)


def not_given(world: World, session: Session) -> list[tuple[str, NotGivenReason, str]]:
    with world.workspace.vault.read() as work:
        found = work.measures_not_given.of_session(session.id)
    return [(one.instrument_id, one.reason, one.note) for one in found]


def test_a_form_is_kept_with_its_day_its_session_and_how_it_was_given(world: World) -> None:
    client = world.client()
    session = world.held(client, -3)
    saved = world.workspace.measures.record(phq9(client, session_id=session.id, how_given=HowGiven.READ_ALOUD))
    assert forms(world, client) == (saved,)
    assert (saved.given_on, saved.session_id, saved.how_given) == (session.day, session.id, HowGiven.READ_ALOUD)
    alone = world.workspace.measures.record(phq9(client))
    assert (alone.given_on, alone.session_id) == (world.today, None)


def test_a_blank_stays_a_blank_but_an_empty_form_is_none(world: World) -> None:
    client = world.client()
    saved = world.workspace.measures.record(phq9(client, (2, 2, 1, None, 0, 1, 2, 0, 1)))
    assert saved.answers[3] is None
    for answers, problem in (
        ((None,) * 9, NothingAnswered),
        ((1,) * 8, AnswerCountWrong),
        ((1,) * 8 + (4,), AnswerOutOfRange),
        ((1,) * 8 + (-1,), AnswerOutOfRange),
    ):
        with pytest.raises(problem):
            world.workspace.measures.record(phq9(client, answers))
    assert forms(world, client) == (saved,)


def test_no_form_is_given_tomorrow_or_before_the_client_was_born(world: World) -> None:
    born = world.today - timedelta(days=20)
    client = world.workspace.clients.add(ClientDetails(preferred_name="Ada Q.", born=born))
    for day in (world.today + timedelta(days=1), born - timedelta(days=1)):
        with pytest.raises(DateIsImpossible):
            world.workspace.measures.record(phq9(client, given_on=day))
    assert world.workspace.measures.record(phq9(client, given_on=born)).given_on == born


def test_a_form_belongs_to_no_session_and_no_guardian_of_somebody_else(world: World) -> None:
    client, other = world.client(), world.client("Wren A.")
    session = world.held(other, -1)
    person = world.workspace.related_people.add(other.id, PersonDetails("Ina", RelatedRole.GUARDIAN))
    with pytest.raises(NotFound):
        world.workspace.measures.record(phq9(client, session_id=session.id))
    with pytest.raises(NotFound):
        world.workspace.measures.record(NewEntry(client.id, "phq9", Rater.GUARDIAN, ANSWERS, person_id=person.id))


def test_each_guardian_answers_a_session_once_and_never_for_the_client(world: World) -> None:
    client = world.client()
    session = world.held(client, -1)
    add = world.workspace.related_people.add
    first, second = (add(client.id, PersonDetails(name, RelatedRole.GUARDIAN)) for name in ("Ina", "Jon"))
    measures = world.workspace.measures
    for person in (first, second):
        measures.record_checkin(session.id, Rater.GUARDIAN, (5, 5, 5, 5), person_id=person.id)
    with pytest.raises(AlreadyRecorded):
        measures.record_checkin(session.id, Rater.GUARDIAN, (4, 4, 4, 4), person_id=second.id)
    assert [one.person_id for one in forms(world, client)] == [first.id, second.id]
    assert measures.checkin(session.id).client.score is None
    assert world.workspace.alliance.course(client.id).client_series() == (None,)


def test_a_corrected_form_keeps_every_earlier_entry(world: World) -> None:
    client = world.client()
    measures = world.workspace.measures
    first = measures.record(phq9(client))
    second = measures.correct_measure(first.id, phq9(client, (0,) * 9))
    third = measures.correct_measure(second.id, phq9(client, (1,) * 9))
    states = [one.state for one in forms(world, client)]
    assert states == [AdministrationState.CORRECTED, AdministrationState.CORRECTED, AdministrationState.ANSWERED]
    assert [one.answers for one in measures.history(third.id)] == [ANSWERS, (0,) * 9]
    assert measures.history(first.id) == ()
    with pytest.raises(AlreadyRecorded):
        measures.correct_measure(first.id, phq9(client))


def test_no_measure_this_session_is_kept_with_its_reason_and_can_be_taken_back(world: World) -> None:
    session = world.held(world.client(), -1)
    measures = world.workspace.measures
    measures.not_given(session.id, CHECKIN, NotGivenReason.DECLINED)
    with pytest.raises(AlreadyRecorded):
        measures.not_given(session.id, CHECKIN, NotGivenReason.FORGOT)
    with pytest.raises(TextIsMissing):
        measures.not_given(session.id, "phq9", NotGivenReason.OTHER, "  ")
    measures.not_given(session.id, "phq9", NotGivenReason.OTHER, " Fire alarm ")
    assert not_given(world, session) == [
        ("phq9", NotGivenReason.OTHER, "Fire alarm"),
        (CHECKIN, NotGivenReason.DECLINED, ""),
    ]
    measures.take_back_not_given(session.id, CHECKIN)
    assert [one[0] for one in not_given(world, session)] == ["phq9"]


def test_what_was_answered_after_all_is_not_noted_as_not_given(world: World) -> None:
    client = world.client()
    session = world.held(client, -1)
    measures = world.workspace.measures
    measures.not_given(session.id, "phq9", NotGivenReason.FORGOT)
    measures.record(phq9(client, session_id=session.id))
    assert not_given(world, session) == []
    with pytest.raises(AlreadyRecorded):
        measures.not_given(session.id, "phq9", NotGivenReason.DECLINED)


def test_a_signed_note_keeps_what_was_not_given(world: World) -> None:
    session = world.held(world.client(), -1)
    measures = world.workspace.measures
    measures.not_given(session.id, CHECKIN, NotGivenReason.DECLINED)
    world.signed(session)
    with pytest.raises(NoteAlreadySigned):
        measures.take_back_not_given(session.id, CHECKIN)
    measures.record_checkin(session.id, Rater.CLIENT, (6, 6, 6, 6))
    assert [one[0] for one in not_given(world, session)] == [CHECKIN]


def test_a_check_in_with_gaps_is_kept_only_where_a_client_answered_alone(world: World) -> None:
    client = world.client()
    session = world.held(client, -1)
    entry = NewEntry(client.id, CHECKIN, Rater.CLIENT, (7, None, 8, 6), session.id)
    with pytest.raises(AnswersIncomplete):
        world.workspace.measures.record(entry)
    world.workspace.measures.record(replace(entry, with_gaps=True))
    row = world.workspace.measures.checkin(session.id).client
    assert (row.answers, row.state, row.score) == ((7, None, 8, 6), RowState.PARTIAL, None)
    world.workspace.measures.correct(session.id, Rater.CLIENT, (7, 5, 8, 6))
    assert world.workspace.measures.checkin(session.id).client.score == 6.5


def test_what_came_by_hand_over_stays_shut_until_the_own_rating_is_there(world: World) -> None:
    client = world.client()
    session = world.held(client, -1)
    world.workspace.measures.record_checkin(session.id, Rater.CLIENT, (7, 7, 8, 6))
    with world.workspace.vault.read() as work:
        given = work.measures.of_session(session.id)
    sealed = checkin_entry(session.id, "Maren", given, handed_over=True)
    assert (sealed.client, sealed.client_open, sealed.is_sealed) == (Row(), False, True)
    world.workspace.measures.skip_mine(session.id)
    with world.workspace.vault.read() as work:
        given = work.measures.of_session(session.id)
    opened = checkin_entry(session.id, "Maren", given, handed_over=True)
    assert (opened.client.score, opened.client_open, opened.is_sealed) == (7.0, True, False)


def test_the_sheet_begins_with_what_is_in_use_and_carries_over_how_it_was_given(world: World) -> None:
    client = world.client()
    sheet = world.workspace.measures.sheet(client.id)
    assert (sheet.in_use, sheet.first, sheet.how_given) == (frozenset(), None, HowGiven.ALONE)
    assert CHECKIN not in [one.id for one in sheet.instruments]
    session = world.held(client, -1)
    world.workspace.measures.record(phq9(client, session_id=session.id, how_given=HowGiven.INTERPRETER))
    sheet = world.workspace.measures.sheet(client.id)
    assert (sheet.first, sheet.how_given, sheet.sessions) == ("phq9", HowGiven.INTERPRETER, (session,))


def test_a_session_tells_its_forms_with_what_they_corrected_and_what_was_not_given(world: World) -> None:
    client = world.client()
    session = world.held(client, -1)
    measures = world.workspace.measures
    measures.not_given(session.id, "phq9", NotGivenReason.FORGOT)
    found = measures.of_session(session.id)
    assert ([one.id for _noted, one in found.not_given], found.entered) == (["phq9"], ())
    first = measures.record(phq9(client, session_id=session.id))
    second = measures.correct_measure(first.id, phq9(client, (0,) * 9))
    found = measures.of_session(session.id)
    assert [(one.form.id, len(one.history)) for one in found.entered] == [(second.id, 1)]
    assert found.not_given == ()


def test_a_correction_is_scored_by_the_key_that_the_form_had(world: World) -> None:
    client = world.client()
    first = world.workspace.measures.record(phq9(client))
    second = world.workspace.measures.correct_measure(first.id, phq9(client, (0,) * 9))
    assert second.definition_id == first.definition_id is not None


def test_a_first_form_is_offered_through_the_interpreter_where_one_is_used(world: World) -> None:
    client = world.client()
    measures, session = world.workspace.measures, world.held(client)
    assert measures.checkin_sheet(session.id).how_given is HowGiven.ALONE
    world.workspace.files.save(client.id, client.details, ClientFile(interpreter_language="Dari"))
    assert measures.checkin_sheet(session.id).how_given is HowGiven.INTERPRETER
    assert measures.sheet(client.id).how_given is HowGiven.INTERPRETER
    measures.record_checkin(session.id, Rater.CLIENT, (5, 5, 5, 5), how_given=HowGiven.READ_ALOUD)
    assert measures.checkin_sheet(session.id).how_given is HowGiven.READ_ALOUD
