import pytest

from vitalshift_desktop.domain.vault_care import Care, CareAct, CareKind
from vitalshift_desktop.ui.home.care_acts import follow_care
from vitalshift_desktop.ui.main_window import MainWindow


@pytest.mark.parametrize("kind", [kind for kind in CareKind if Care(kind).act is not CareAct.BACK_UP])
def test_every_act_about_the_vault_leads_to_a_tab_that_is_there(window: MainWindow, kind: CareKind) -> None:
    follow_care(window._desk, Care(kind))
    assert window.pages.key == "vault"
    tab = {CareAct.TEST_SHEET: "ways_in", CareAct.SEE_PLACE: "place"}.get(Care(kind).act, "backups")
    assert window.pages.vault.tab(tab).isVisible()
