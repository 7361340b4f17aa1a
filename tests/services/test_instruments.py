"""Instruments of the practice: what is on, licences, measures defined here, and files that are added."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.client_measures import UseDetails
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.custom import CustomMeasure, OwnFigure
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Direction, Licence
from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails, Origin, UseState
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    CheckinStaysOn,
    DateIsImpossible,
    HiddenCharacters,
    InstrumentFileWrong,
    InstrumentIdTaken,
    MeasureIsOff,
    NotFound,
    SourceIsMissing,
    StillInUse,
    TextIsMissing,
)
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.instrument_writing import instrument_text
from vitalshift_desktop.services.instruments import instrument
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.services.scores import results_of

MOOD = CustomMeasure("Mood today", ("How was it?", "And at night?"), 0, 10, Direction.HIGHER, "Our own two questions")
FROM_A_FILE = replace(instrument("swls"), id="calm", name="Calm", version="1")


def acts(world: World) -> list[str]:
    with world.workspace.vault.read() as work:
        return [entry.act for entry in work.audit.entries(1)]


def test_what_comes_with_wording_is_on_and_the_rest_waits_for_a_licence(world: World) -> None:
    every = world.workspace.instruments.all()
    assert every[0].instrument.id == CHECKIN
    assert {one.origin for one in every} == {Origin.SHIPPED}
    for one in every:
        is_free = one.instrument.licence is Licence.WORDING
        assert one.state is (UseState.ON if is_free else UseState.LICENCE_MISSING)
    assert {one.instrument.id for one in world.workspace.instruments.usable()} >= {"phq9", "gad7", "core10"}


def test_a_licence_switches_a_restricted_instrument_on_until_its_last_day_is_over(world: World) -> None:
    service, client = world.workspace.instruments, world.client()
    entry = NewEntry(client.id, "wsas", Rater.CLIENT, (5, 4, 4, 3, 4))
    last = world.today + timedelta(days=30)
    record = service.note_licence("wsas", LicenceDetails(" I. Keeper ", " No. 7 ", last))
    assert (record.details, record.noted_on) == (LicenceDetails("I. Keeper", "No. 7", last), world.today)
    assert world.heard[-1] == Changed(Subject.MEASURES)
    assert acts(world) == ["instrument.licence_noted"]
    world.workspace.measures.record(entry)
    world.clock.advance(days=30)
    assert service.get("wsas").state is UseState.ON
    world.clock.advance(days=1)
    assert service.get("wsas").state is UseState.LICENCE_EXPIRED
    with pytest.raises(MeasureIsOff):
        world.workspace.measures.record(entry)
    with world.workspace.vault.read() as work:
        assert len(results_of(work, client.id)) == 1
    again = service.note_licence("wsas", LicenceDetails("I. Keeper"))
    found = service.get("wsas")
    assert (found.state, found.licence, found.licences) == (UseState.ON, again, (again, record))


def test_a_licence_needs_who_granted_it_and_cannot_be_over_already(world: World) -> None:
    service, rows = world.workspace.instruments, world.rows()
    with pytest.raises(TextIsMissing):
        service.note_licence("wsas", LicenceDetails(" "))
    with pytest.raises(DateIsImpossible):
        service.note_licence("wsas", LicenceDetails("I. Keeper", "", world.today - timedelta(days=1)))
    with pytest.raises(NotFound):
        service.note_licence("nothing", LicenceDetails("I. Keeper"))
    assert world.rows() == rows


def test_a_licence_that_was_noted_is_never_changed_and_never_taken_out(world: World) -> None:
    world.workspace.instruments.note_licence("wsas", LicenceDetails("I. Keeper"))
    for statement in ("UPDATE instrument_licence SET valid_until = NULL", "DELETE FROM instrument_licence"):
        with pytest.raises(Exception, match="already recorded"), world.workspace.vault.write() as work:
            work.meta._session.execute(text(statement))


def test_an_instrument_is_switched_off_and_on_and_the_check_in_stays_on(world: World) -> None:
    service, client = world.workspace.instruments, world.client()
    entry = NewEntry(client.id, "phq9", Rater.CLIENT, (0,) * 9)
    first = world.workspace.measures.record(entry)
    assert service.switch("phq9", on=False).state is UseState.SWITCHED_OFF
    with pytest.raises(MeasureIsOff):
        world.workspace.measures.record(entry)
    world.workspace.measures.correct_measure(first.id, replace(entry, answers=(1,) * 9))
    assert service.switch("phq9", on=True).is_usable
    with pytest.raises(CheckinStaysOn):
        service.switch(CHECKIN, on=False)
    with pytest.raises(NotFound):
        service.switch("nothing", on=False)


def test_a_licence_alone_does_not_switch_on_what_was_switched_off(world: World) -> None:
    service = world.workspace.instruments
    service.switch("wsas", on=False)
    service.note_licence("wsas", LicenceDetails("I. Keeper"))
    assert service.get("wsas").state is UseState.SWITCHED_OFF
    assert service.switch("wsas", on=True).state is UseState.ON


def test_a_changed_measure_is_a_new_version_and_old_results_keep_theirs(world: World) -> None:
    service, client = world.workspace.instruments, world.client()
    own = service.add_custom(MOOD)
    assert (own.instrument.id, own.instrument.version, own.origin, own.state) == (
        "own_1", "1", Origin.CUSTOM, UseState.ON,
    )  # fmt: skip
    world.workspace.measures.record(NewEntry(client.id, "own_1", Rater.CLIENT, (2, 3)))
    turned = replace(MOOD, reversed=frozenset({2}), cutoff=OwnFigure(8, "A talk with my supervisor"))
    assert service.change_custom("own_1", turned).instrument.version == "2"
    assert service.custom("own_1") == turned
    world.workspace.measures.record(NewEntry(client.id, "own_1", Rater.CLIENT, (2, 3)))
    with world.workspace.vault.read() as work:
        before, now = results_of(work, client.id, "own_1")
    assert (before.definition.version, before.result.scores["total"].value) == ("1", 5.0)
    assert (now.definition.version, now.result.scores["total"].value) == ("2", 9.0)
    assert service.change_custom("own_1", turned).instrument.version == "2"


def test_a_measure_without_the_source_of_a_figure_is_refused(world: World) -> None:
    rows = world.rows()
    with pytest.raises(SourceIsMissing):
        world.workspace.instruments.add_custom(replace(MOOD, cutoff=OwnFigure(8, "")))
    assert world.rows() == rows


def test_a_measure_is_put_away_while_it_is_used_and_taken_out_only_before(world: World) -> None:
    service, client = world.workspace.instruments, world.client()
    used, unused = service.add_custom(MOOD).instrument.id, service.add_custom(replace(MOOD, name="Other")).instrument.id
    world.workspace.measures.record(NewEntry(client.id, used, Rater.CLIENT, (2, 3)))
    with pytest.raises(StillInUse):
        service.remove(used)
    assert service.is_used(used)
    assert service.put_away(used).state is UseState.PUT_AWAY
    assert used not in {one.instrument.id for one in service.usable()}
    assert service.put_away(used, away=False).is_usable
    taken = service.remove(unused)
    with pytest.raises(NotFound):
        service.get(unused)
    assert service.put_back(taken).instrument.name == "Other"
    assert service.add_custom(MOOD).instrument.id == "own_3"
    with pytest.raises(NotFound):
        service.put_away("phq9")


def test_a_measure_that_a_client_is_asked_for_is_in_use(world: World) -> None:
    service, client = world.workspace.instruments, world.client()
    own = service.add_custom(MOOD).instrument.id
    world.workspace.client_measures.choose(client.id, own, UseDetails())
    with pytest.raises(StillInUse):
        service.remove(own)


def test_a_file_is_added_used_and_replaced_by_a_higher_version(world: World) -> None:
    service, client = world.workspace.instruments, world.client()
    added = service.add_file(instrument_text(FROM_A_FILE), "calm.json")
    assert (added.instrument, added.origin, added.state) == (FROM_A_FILE, Origin.FILE, UseState.ON)
    world.workspace.measures.record(NewEntry(client.id, "calm", Rater.CLIENT, (4, 3, 4, 5, 3)))
    with pytest.raises(AlreadyRecorded):
        service.add_file(instrument_text(FROM_A_FILE), "calm.json")
    with pytest.raises(InstrumentFileWrong) as refused:
        service.add_file(instrument_text(replace(FROM_A_FILE, name="Calmer")), "calm.json")
    assert refused.value.place == "version"
    newer = replace(FROM_A_FILE, name="Calmer", version="2")
    assert service.add_file(instrument_text(newer), "calm.json").instrument == newer
    with world.workspace.vault.read() as work:
        assert [one.definition.name for one in results_of(work, client.id)] == ["Calm"]


def test_a_file_that_is_for_scoring_only_waits_for_its_licence_too(world: World) -> None:
    service = world.workspace.instruments
    file = replace(instrument("spin"), id="quiet", name="Quiet")
    assert service.add_file(instrument_text(file), "quiet.json").state is UseState.LICENCE_MISSING
    service.note_licence("quiet", LicenceDetails("I. Keeper"))
    assert service.get("quiet").is_usable


@pytest.mark.parametrize("taken", ["phq9", CHECKIN, "own_4"])
def test_a_file_with_the_id_of_a_shipped_instrument_or_of_an_own_measure_is_refused(world: World, taken: str) -> None:
    rows = world.rows()
    with pytest.raises(InstrumentIdTaken):
        world.workspace.instruments.add_file(instrument_text(replace(FROM_A_FILE, id=taken)), "x.json")
    assert world.rows() == rows


def test_a_file_that_is_wrong_is_refused_with_a_sentence_that_names_the_place(world: World) -> None:
    data = json.loads(instrument_text(FROM_A_FILE))
    data["scores"][0]["bands"]["source"] = {"standing": "V", "words": ""}
    for content, place in (
        (json.dumps(data), "scores[0].bands.source.words"),
        ('{"id": "x",\n  "name" 3}', "line 2, column 10"),
        ("not json", "line 1, column 1"),
        (" " * 1_000_001, "calm.json"),
    ):
        with pytest.raises(InstrumentFileWrong) as refused:
            world.workspace.instruments.add_file(content, "calm.json")
        advice = sentence(refused.value)
        assert place in advice.next_step
        assert "Nothing was added" in advice.what


def test_a_file_with_hidden_characters_is_refused(world: World) -> None:
    sly = replace(FROM_A_FILE, asks="turned \u202e around")
    with pytest.raises(HiddenCharacters):
        world.workspace.instruments.add_file(instrument_text(sly), "calm.json")


def test_an_old_form_of_a_changed_measure_is_corrected_by_its_own_questions(world: World) -> None:
    service, client = world.workspace.instruments, world.client()
    own = service.add_custom(MOOD).instrument.id
    first = world.workspace.measures.record(NewEntry(client.id, own, Rater.CLIENT, (2, 3)))
    service.change_custom(own, replace(MOOD, items=(*MOOD.items, "And now?")))
    assert len(world.workspace.measures.entered(first.id).instrument.items) == 2
    corrected = world.workspace.measures.correct_measure(first.id, NewEntry(client.id, own, Rater.CLIENT, (4, 3)))
    assert (corrected.instrument_version, corrected.definition_id) == ("1", first.definition_id)
    with world.workspace.vault.read() as work:
        (one,) = results_of(work, client.id)
    assert one.result.scores["total"].value == 7.0


def test_only_what_is_on_is_offered_for_entering_own_measures_too(world: World) -> None:
    service, client = world.workspace.instruments, world.client()
    own = service.add_custom(MOOD).instrument.id
    service.switch("gad7", on=False)
    offered = {one.id for one in world.workspace.measures.sheet(client.id, None).instruments}
    assert {own, "phq9"} <= offered
    assert not {"gad7", "wsas", CHECKIN} & offered
