"""The clients a session can be with, as a list to choose from."""

from vitalshift_desktop.domain.clients import ClientStatus
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.words import _


def client_choices(desk: Desk) -> list[tuple[object, str]]:
    """All clients but closed ones, by name, after an entry that chooses nobody; with their ids."""
    open_statuses = frozenset(ClientStatus) - {ClientStatus.CLOSED}
    lines = desk.workspace.clients.lines(open_statuses)
    return [(None, _("Choose a client")), *((line.client.id, desk.privacy.name(line.client)) for line in lines)]
