"""Where the next act about the vault leads."""

from vitalshift_desktop.domain.vault_care import Care, CareAct
from vitalshift_desktop.ui.desk import Desk

_TABS = {
    CareAct.SEE_BACKUPS: "backups",
    CareAct.RUN_DRILL: "backups",
    CareAct.TEST_SHEET: "ways_in",
    CareAct.SEE_PLACE: "place",
}


def follow_care(desk: Desk, care: Care) -> None:
    """Do it, or go where it is done."""
    if care.act is CareAct.BACK_UP:
        desk.wishes.back_up.emit()
    else:
        desk.wishes.vault.emit(_TABS[care.act])
    if care.act is CareAct.RUN_DRILL:
        desk.wishes.drill.emit()
