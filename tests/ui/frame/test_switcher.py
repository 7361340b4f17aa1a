from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.frame.conftest import Press, press_in
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.main_window import MainWindow
from vitalshift_desktop.ui.widgets.switcher import Switcher


def test_a_client_is_found_by_letters_without_accents_and_enter_goes_there(
    window: MainWindow, world: World, press: Press
) -> None:
    world.client("Idris K.")
    wanted = world.client("Márta Østby")
    switcher = _opened(press)
    switcher.field.setText("marta")
    assert _found(switcher)[:2] == [f"Márta Østby {wanted.code}", "Márta Østby Alliance"]
    press_in(switcher, "Return")
    assert (window.pages.key, window.client_at_hand) == ("clients", wanted.id)


def test_a_client_is_found_by_the_code_of_the_record(window: MainWindow, world: World, press: Press) -> None:
    world.client("Idris K.")
    wanted = world.workspace.clients.add(ClientDetails(preferred_name="Wren A.", code="Q-77"))
    switcher = _opened(press)
    switcher.field.setText("q-77")
    press_in(switcher, "Return")
    assert window.client_at_hand == wanted.id


def test_a_page_is_found_by_its_title_and_arrows_choose(window: MainWindow, press: Press) -> None:
    switcher = _opened(press)
    first = switcher.list.currentIndex().row()
    press_in(switcher, "Down")
    assert switcher.list.currentIndex().row() > first
    switcher.field.setText("remi")
    press_in(switcher, "Return")
    assert window.pages.key == "reminders"


def test_backing_up_is_found_by_its_words(
    window: MainWindow, press: Press, desk: Desk, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    switcher = _opened(press)
    switcher.field.setText("back up")
    assert any(line.startswith("Back up now…") for line in _found(switcher))
    dialogs.next_answer(None)
    with qtbot.waitSignal(desk.wishes.back_up):
        press_in(switcher, "Return")


def test_the_restore_drill_is_found_by_its_word(window: MainWindow, press: Press) -> None:
    switcher = _opened(press)
    switcher.field.setText("drill")
    press_in(switcher, "Return")
    assert (window.pages.key, window.pages.vault.tab("backups").isVisible()) == ("vault", True)


def test_the_vault_is_found_by_its_name(window: MainWindow, press: Press) -> None:
    switcher = _opened(press)
    switcher.field.setText("vaul")
    press_in(switcher, "Return")
    assert window.pages.key == "vault"


def test_the_measures_are_found_by_their_name_and_each_leads_to_its_page_and_back(
    window: MainWindow, press: Press
) -> None:
    switcher = _opened(press)
    switcher.field.setText("measu")
    press_in(switcher, "Return")
    section = window.pages.settings.section("measures")
    assert (window.pages.key, section.isVisible()) == ("settings", True)
    way = section.findChild(QPushButton, "settings.measure.phq9.open")
    assert isinstance(way, QPushButton)
    way.click()
    assert (window.pages.key, window.pages.instrument.title.text()) == ("instrument", "PHQ-9")
    window.pages.instrument.back.click()
    assert (window.pages.key, section.isVisible()) == ("settings", True)


def test_the_measures_of_a_client_are_found_with_the_name(window: MainWindow, world: World, press: Press) -> None:
    client = world.client("Maren Tveit")
    switcher = _opened(press)
    switcher.field.setText("maren measures")
    assert "Measures of Maren Tveit" in [line.strip() for line in _found(switcher)]
    press_in(switcher, "Return")
    assert (window.client_at_hand, window.pages.clients.workspace.tab) == (client.id, "details")


def test_esc_closes_it_and_leaves_everything_as_it_was(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    window.go("settings")
    switcher = _opened(press)
    switcher.field.setText("nobody at all")
    press_in(switcher, "Return")
    assert switcher.isVisible()
    press_in(switcher, "Esc")
    assert QApplication.activeModalWidget() is None
    assert window.pages.key == "settings"


def test_while_names_are_short_it_shows_short_names_only(window: MainWindow, world: World, press: Press) -> None:
    client = world.client("Maren Tveit")
    press("Ctrl+Shift+I")
    switcher = _opened(press)
    switcher.field.setText("maren")
    assert _found(switcher)[:2] == [f"M. T. {client.code}", "M. T. Alliance"]
    assert not any("Maren" in line for line in _found(switcher))
    press_in(switcher, "Esc")


def test_a_client_can_be_opened_at_the_alliance_page_at_once(window: MainWindow, world: World, press: Press) -> None:
    client = world.client("Maren Tveit")
    switcher = _opened(press)
    switcher.field.setText("mar")
    press_in(switcher, "Down")
    press_in(switcher, "Return")
    assert window.client_at_hand == client.id
    assert window.pages.clients.workspace.tab == "alliance"


def _opened(press: Press) -> Switcher:
    press("Ctrl+K")
    switcher = QApplication.activeModalWidget()
    assert isinstance(switcher, Switcher)
    return switcher


def _found(switcher: Switcher) -> list[str]:
    model = switcher.list.model()
    lines = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return [line for line in lines if line not in ("Clients", "Go to")]
