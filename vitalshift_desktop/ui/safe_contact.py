"""What a client asked to be careful with, shown before something reaches them; asked once for each act."""

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.safe_contact import Way
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.vocabulary.people_words import heed_sentences
from vitalshift_desktop.words import _


def heed_words(desk: Desk, client_id: ClientId, way: Way | None = None) -> str:
    """What to be careful with, in one line; "" where there is nothing. A cover name is left out while names are."""
    heed = desk.workspace.files.to_heed(client_id, way)
    return " ".join(heed_sentences(heed, named=not desk.privacy.initials_on))


def may_go_on(desk: Desk, page: QWidget, client_id: ClientId, way: Way) -> bool:
    """Whether the counselor goes on after seeing what the client asked for; nothing is asked where that is nothing."""
    words = heed_words(desk, client_id, way)
    if not words:
        return True
    go_on = _("Go on")
    return desk.dialogs.ask(page, _("This client asked you to be careful."), words, [go_on, _("Cancel")]) == go_on
