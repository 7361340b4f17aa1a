from dataclasses import replace
from datetime import date

from tests.services.world import World
from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.clause_templates import WordingKind
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client, ClientDetails, ServiceType
from vitalshift_desktop.domain.practice_terms import PracticeTerms
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
