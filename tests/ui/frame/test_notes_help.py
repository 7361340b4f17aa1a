"""Help about notes on agreements and the drift watch, from their pages and from the menu."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from tests.ui.frame.conftest import Press, press_in, shown_words
from vitalshift_desktop.ui.main_window import MainWindow


@pytest.mark.parametrize("page", ["drift", "consultations"])
def test_f1_leads_from_the_page_to_what_is_counted_there(window: MainWindow, press: Press, page: str) -> None:
    window.go(page)
    press("F1")
    keys = _dialog()
    link = keys.findChild(QPushButton, "help.notes")
    assert link is not None
    link.click()
    words = shown_words(_dialog())
    assert "outside the hours of the practice where that version names none" in words
    assert "It cannot say why." in words
    press_in(_dialog(), "Esc")
    assert QApplication.activeModalWidget() is None


def test_other_pages_do_not_speak_of_it_and_the_menu_does(window: MainWindow, press: Press) -> None:
    press("F1")
    assert _dialog().findChild(QPushButton, "help.notes") is None
    press_in(_dialog(), "Esc")
    window.menus.actions["notes_help"].trigger()
    assert "Crossing and violation are words for your own conduct alone" in shown_words(_dialog())
    press_in(_dialog(), "Esc")


def _dialog() -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog
