"""The clients a contact can be with, as a list to choose from."""

from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _


def client_choices(desk: Desk) -> list[tuple[object, str]]:
    """All clients by name, closed ones too, after an entry that chooses nobody; with their ids."""
    clients = desk.workspace.inbox.clients()
    return [(None, _("Nobody yet")), *((client.id, desk.privacy.name(client)) for client in clients)]
