"""What a form was scored with stays with it, whatever becomes of its instrument."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.measures.administration import Administration, AdministrationId, Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN, Instrument
from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails
from vitalshift_desktop.domain.measures.results import Status
from vitalshift_desktop.domain.measures.scored import Scored
from vitalshift_desktop.domain.problems import AlreadyRecorded, AnswerFlagUnknown
from vitalshift_desktop.services.instruments import definition_of, instrument, kept_with
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.services.scores import results_of

NINE = (2, 2, 1, 3, 0, 1, 2, 0, 1)


def given(world: World, client: Client, form: Instrument, answers: tuple[int | None, ...], days: int = 0) -> None:
    """A form written with this definition, so many days ago."""
    at = world.clock.now()
    administration = Administration(
        AdministrationId(0), client.id, form.id, form.version, Rater.CLIENT, answers, world.today - timedelta(days), at
    )
    with world.workspace.vault.write() as work:
        work.measures.add(kept_with(work, administration, form))


def results(world: World, client: Client, instrument_id: str | None = None) -> tuple[Scored, ...]:
    with world.workspace.vault.read() as work:
        return results_of(work, client.id, instrument_id)


def test_a_form_keeps_its_key_when_its_instrument_gets_another(world: World) -> None:
    client, phq9 = world.client(), instrument("phq9")
    total = phq9.scores[0]
    older = replace(phq9, version="1", scores=(replace(total, bands=None, cutoffs=()),))
    given(world, client, older, NINE, days=7)
    given(world, client, phq9, NINE)
    before, now = results(world, client, "phq9")
    assert (before.definition, now.definition) == (older, phq9)
    assert (before.result.scores["total"].band, now.result.scores["total"].band) == (None, "moderate")
    assert before.result.version == "1"


def test_a_changed_file_of_the_same_version_is_another_definition(world: World) -> None:
    client, phq9 = world.client(), instrument("phq9")
    given(world, client, replace(phq9, about="Another word about it."), NINE, days=7)
    given(world, client, phq9, NINE)
    assert [one.definition.about for one in results(world, client)] == ["Another word about it.", phq9.about]


def test_forms_with_the_same_key_share_one_definition(world: World) -> None:
    client = world.client()
    for days in (14, 7, 0):
        given(world, client, instrument("phq9"), NINE, days)
    world.rated(world.client("Odalys"), [8, 7, 8])
    with world.workspace.vault.read() as work:
        rows = work.meta._session.execute(text("SELECT instrument_id FROM instrument_definition ORDER BY 1")).scalars()
        assert list(rows) == ["phq9", CHECKIN]


def test_what_a_form_was_scored_with_is_never_changed_and_never_taken_out(world: World) -> None:
    given(world, world.client(), instrument("phq9"), NINE)
    for statement in (
        "UPDATE instrument_definition SET definition = ''",
        "DELETE FROM instrument_definition",
        "UPDATE administration SET definition_id = NULL",
        "UPDATE administration SET flags = '[\"x\"]'",
    ):
        with pytest.raises(Exception, match="already recorded"), world.workspace.vault.write() as work:
            work.meta._session.execute(text(statement))


def test_what_was_ticked_is_kept_and_scored(world: World) -> None:
    client = world.client()
    world.workspace.instruments.note_licence("wsas", LicenceDetails("I. Keeper"))
    entry = NewEntry(client.id, "wsas", Rater.CLIENT, (None, 4, 4, 3, 4), flags=("not_working",))
    saved = world.workspace.measures.record(entry)
    assert saved.flags == ("not_working",)
    (one,) = results(world, client)
    total = one.result.scores["total"]
    assert (total.value, total.high, total.is_comparable) == (15.0, 32, False)
    with pytest.raises(AnswerFlagUnknown):
        world.workspace.measures.record(replace(entry, flags=("tired",)))


def test_corrected_and_skipped_forms_have_no_result(world: World) -> None:
    client = world.client()
    session = world.held(client, -1)
    measures = world.workspace.measures
    measures.skip_mine(session.id)
    first = measures.record(NewEntry(client.id, "phq9", Rater.CLIENT, NINE, session.id))
    measures.correct_measure(first.id, NewEntry(client.id, "phq9", Rater.CLIENT, (0,) * 9, session.id))
    (one,) = results(world, client)
    assert one.result.scores["total"].value == 0.0
    with pytest.raises(AlreadyRecorded):
        measures.correct_measure(first.id, NewEntry(client.id, "phq9", Rater.CLIENT, NINE, session.id))


def test_a_form_with_blanks_has_a_result_that_says_so(world: World) -> None:
    client = world.client()
    world.workspace.measures.record(NewEntry(client.id, "gad7", Rater.CLIENT, (1, None, 1, 1, 1, 1, 1)))
    (one,) = results(world, client)
    assert (one.result.status, one.result.scores["total"].value) == (Status.INCOMPLETE, None)


def test_the_definition_is_kept_in_the_format_of_its_file(world: World) -> None:
    client = world.client()
    given(world, client, instrument("phq9"), NINE)
    with world.workspace.vault.read() as work:
        stored = work.definitions.latest("phq9", "2")
        assert stored is not None
        assert json.loads(stored.text)["scores"][0]["bands"]["bands"][4] == {"name": "severe", "low": 20}
        (form,) = work.measures.of_client(client.id)
        assert definition_of(work, form) == instrument("phq9")
