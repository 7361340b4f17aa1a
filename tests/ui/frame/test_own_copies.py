"""What the app copies is concealed from histories and gone after the lock; what others copied stays (E46)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.own_copies import MARKS, SECRET_SECONDS, OwnCopies
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor

WORD = "Quittenmarmelade"


class Owner:
    """Says who owns the clipboard; the offscreen platform cannot tell."""

    def __init__(self) -> None:
        self.is_ours = True

    def owns(self, _mode: QClipboard.Mode) -> bool:
        return self.is_ours


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def copies(qapp: QApplication, owner: Owner) -> Iterator[OwnCopies]:
    parent = QObject()
    QGuiApplication.clipboard().clear()
    yield OwnCopies(QGuiApplication.clipboard(), parent, owns=owner.owns)
    QGuiApplication.clipboard().clear()
    parent.deleteLater()


def _write(qtbot: QtBot, field: ProseEditor | QLineEdit) -> None:
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    field.setText(WORD) if isinstance(field, QLineEdit) else field.show_text(WORD)
    field.selectAll()


@pytest.mark.parametrize("how", ["Ctrl+C", "Ctrl+X", "menu"])
@pytest.mark.parametrize("kind", ["prose", "line"])
def test_every_copy_carries_the_marks_that_keep_it_out_of_histories(
    copies: OwnCopies, qtbot: QtBot, kind: str, how: str
) -> None:
    field = ProseEditor("Data") if kind == "prose" else QLineEdit()
    _write(qtbot, field)
    if how == "menu":
        field.copy()
    else:
        QTest.keyClick(field, Qt.Key.Key_C if how == "Ctrl+C" else Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == WORD
    assert set(MARKS) <= set(data.formats())
    assert not data.hasHtml()


def test_E46_a_copied_note_is_gone_after_the_lock(copies: OwnCopies, qtbot: QtBot) -> None:
    note = ProseEditor("Data")
    _write(qtbot, note)
    note.copy()
    copies.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_E46_what_another_program_copied_meanwhile_stays(copies: OwnCopies, owner: Owner, qtbot: QtBot) -> None:
    note = ProseEditor("Data")
    _write(qtbot, note)
    note.copy()
    owner.is_ours = False
    QGuiApplication.clipboard().setText("a shopping list")
    assert set(QGuiApplication.clipboard().mimeData().formats()) == {"text/plain"}
    copies.clear()
    assert QGuiApplication.clipboard().text() == "a shopping list"


def test_a_copied_secret_goes_after_half_a_minute_and_a_later_copy_stays(copies: OwnCopies, qtbot: QtBot) -> None:
    field = QLineEdit()
    field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
    _write(qtbot, field)
    qtbot.waitUntil(field.hasFocus)
    field.copy()
    (timer,) = copies.findChildren(QTimer)
    assert timer.isActive()
    assert timer.interval() == SECRET_SECONDS * 1000
    timer.timeout.emit()
    assert QGuiApplication.clipboard().text() == ""
    field.copy()
    field.clearFocus()
    QGuiApplication.clipboard().setText("something else")
    assert not timer.isActive()
    assert QGuiApplication.clipboard().text() == "something else"


def test_text_that_is_no_secret_stays_until_the_lock(copies: OwnCopies, qtbot: QtBot) -> None:
    note = ProseEditor("Data")
    _write(qtbot, note)
    note.copy()
    (timer,) = copies.findChildren(QTimer)
    assert not timer.isActive()
