from dataclasses import replace
from datetime import date

import pytest

from tests.services.world import World
from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.clause_templates import WordingKind
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client, ClientDetails, ServiceType
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.domain.problems import NotFound, TextIsMissing
from vitalshift_desktop.domain.sessions import Modality


def kinds(world: World, client: Client) -> set[WordingKind]:
    return set(world.workspace.clause_templates.kinds(client.id))


def test_the_kinds_of_work_are_read_from_the_clients_file_and_last_session(world: World) -> None:
    w = world.workspace
    client = world.client()
    assert kinds(world, client) == set()
    w.files.change_service(client.id, ServiceType.COACHING, "Talked about it.")
    details = ClientDetails("Maren T.", born=date(2012, 5, 1), service_type=ServiceType.COACHING)
    w.files.save(client.id, details, replace(ClientFile(), interpreter_language="Dari"))
    w.sessions.set_modality(world.held(client).id, Modality.VIDEO)
    assert kinds(world, client) == {
        WordingKind.MINORS, WordingKind.COACHING, WordingKind.INTERPRETER, WordingKind.ONLINE,
    }  # fmt: skip
    fees = next(one for one in w.clause_templates.starters(client.id) if one.topic is Topic.FEES)
    assert fees.wording.startswith("The parents or guardians")


def test_the_first_session_to_come_says_how_the_work_begins(world: World) -> None:
    client = world.client()
    world.workspace.sessions.set_modality(world.planned(client, 3).id, Modality.PHONE)
    assert kinds(world, client) == {WordingKind.ONLINE}


def test_the_crisis_numbers_of_the_practice_stand_in_the_starter(world: World) -> None:
    world.workspace.terms.change(PracticeTerms(crisis_numbers="Night line 555 0100\n911"))
    client = world.client()
    starters = {one.topic: one.wording for one in world.workspace.clause_templates.starters(client.id)}
    assert starters[Topic.EMERGENCIES].endswith("Numbers to call: Night line 555 0100, 911")
    assert {one.topic for one in world.workspace.clause_templates.every()} == set(Topic)


def test_ones_own_wording_is_what_a_clause_begins_with_until_it_is_forgotten(world: World) -> None:
    templates = world.workspace.clause_templates
    client = world.client()

    def begins() -> str:
        return next(one.wording for one in templates.starters(client.id) if one.topic is Topic.FEES)

    shipped = begins()
    before = world.rows()
    assert templates.keep_own(Topic.FEES, " Ninety for each session. ") is None
    assert begins() == "Ninety for each session."
    assert templates.keep_own(Topic.FEES, "A hundred.") == "Ninety for each session."
    assert templates.keep_own(Topic.FEES, None) == "A hundred."
    assert begins() == shipped
    assert world.rows() == before + 3
    with pytest.raises(NotFound):
        templates.keep_own(Topic.FEES, None)
    with pytest.raises(TextIsMissing):
        templates.keep_own(Topic.FEES, " ")
    assert shipped == begins()


def test_a_wording_for_the_kind_of_work_goes_before_ones_own(world: World) -> None:
    client = world.client()
    world.workspace.clause_templates.keep_own(Topic.LENGTH_AND_PLACE, "Where we like, for an hour.")
    world.workspace.sessions.set_modality(world.planned(client, 3).id, Modality.PHONE)
    (first, *_rest) = world.workspace.clause_templates.starters(client.id)
    assert "by video" in first.wording


def test_ones_own_wording_on_emergencies_has_the_numbers_of_today(world: World) -> None:
    w = world.workspace
    client = world.client()
    w.terms.change(PracticeTerms(crisis_numbers="911"))
    w.clause_templates.keep_own(Topic.EMERGENCIES, "Call the numbers below.\nNumbers to call: 911")
    w.terms.change(PracticeTerms(crisis_numbers="112"))
    starters = {one.topic: one.wording for one in w.clause_templates.starters(client.id)}
    assert starters[Topic.EMERGENCIES] == "Call the numbers below.\nNumbers to call: 112"


def test_without_crisis_numbers_in_the_settings_the_clause_has_a_gap_for_them(world: World) -> None:
    starters = {one.topic: one.wording for one in world.workspace.clause_templates.starters(world.client().id)}
    assert starters[Topic.EMERGENCIES].endswith("\nNumbers to call: …")
