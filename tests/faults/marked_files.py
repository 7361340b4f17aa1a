"""The marker, and a client's own file with the marker in every field."""

from dataclasses import fields

from tests.services.world import World
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import Client, ServiceType
from vitalshift_desktop.domain.medicines import MedicineDetails
from vitalshift_desktop.domain.related_people import PersonDetails

MARKER = "Quittenmarmelade"


def marked(kind: type, **given: object) -> object:
    """One of these with the marker in every field that takes text."""
    texts = {field.name: f"{MARKER} {field.name}" for field in fields(kind) if field.type in ("str", str)}
    return kind(**{**texts, **given})


def write_file(world: World, client: Client) -> None:
    w, file, person = world.workspace, marked(ClientFile), marked(PersonDetails)
    medicine = marked(MedicineDetails, told_on=world.today)
    assert isinstance(file, ClientFile)
    assert isinstance(person, PersonDetails)
    assert isinstance(medicine, MedicineDetails)
    w.files.save(client.id, client.details, file)
    w.files.set_risk_word(client.id, MARKER, f"{MARKER} note")
    w.files.change_service(client.id, ServiceType.COACHING, f"{MARKER} talk")
    w.related_people.add(client.id, person)
    w.medicines.add(client.id, medicine)
    w.joint_files.add_member(client.id, name=f"{MARKER} member")
