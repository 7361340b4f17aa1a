"""The client's page: digits, arrows, Enter, gaps, refusing, larger text, and no way but to the lock page."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from vitalshift_desktop.domain.handover_packet import BadPacket, packed, unpacked
from vitalshift_desktop.domain.handovers import FormAnswers, HandedForm, HandedItem, Packet, handed_form
from vitalshift_desktop.handed_over import leave_form
from vitalshift_desktop.services.instruments import instrument
from vitalshift_desktop.ui.handover.answer_target import LEAST_HEIGHT, LEAST_WIDTH, AnswerTarget
from vitalshift_desktop.ui.handover.form_page import FormPage
from vitalshift_desktop.ui.handover.form_window import FormWindow
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.labels import TextLabel

CHECKIN = handed_form(instrument("vs_checkin"))
PHQ9 = handed_form(instrument("phq9"))


class Client:
    """Somebody at the form: what they press, and what was sealed of it."""

    def __init__(self, qtbot: QtBot, *forms: HandedForm, begins: bool = True, larger: bool = False) -> None:
        self.sealed: list[tuple[FormAnswers, ...]] = []
        self.left = 0
        self.is_full = False
        self.window = FormWindow(forms or (CHECKIN,), self.seal, begins=begins, larger_text=larger)
        qtbot.addWidget(self.window)
        self.window.left.connect(self._on_left)
        self.window.resize(1280, 800)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.focus_page()

    def seal(self, answers: Sequence[FormAnswers]) -> None:
        if self.is_full:
            raise OSError(28, "full")
        self.sealed.append(tuple(answers))

    def _on_left(self) -> None:
        self.left += 1

    @property
    def page(self) -> FormPage:
        page = self.window.page
        assert isinstance(page, FormPage)
        return page

    def press(self, *keys: Qt.Key | str) -> None:
        for key in keys:
            focus = QApplication.focusWidget() or self.window
            QTest.keyClick(focus, Qt.Key(ord(key)) if isinstance(key, str) else key)

    @property
    def told(self) -> str:
        return _words(self.page, "handover.told")


def _words(owner: QWidget, name: str) -> str:
    label = owner.findChild(TextLabel, name)
    assert isinstance(label, TextLabel)
    return label.text() if label.isVisible() else ""


def test_digits_fill_the_lines_one_by_one_and_enter_is_done(qtbot: QtBot) -> None:
    client = Client(qtbot)
    client.press("8", "1", "0", "7", "9", Qt.Key.Key_Return)
    assert client.sealed == [(FormAnswers("vs_checkin", (8, 10, 7, 9)),)]
    assert client.window.page is client.window.thanks


def test_a_waiting_one_is_a_one_when_another_digit_follows(qtbot: QtBot) -> None:
    client = Client(qtbot)
    client.press("1", "7", "1", Qt.Key.Key_Down, "1", "0", Qt.Key.Key_Enter)
    assert client.sealed == [(FormAnswers("vs_checkin", (1, 7, 1, 10)),)]


def test_arrows_move_space_chooses_and_backspace_takes_back(qtbot: QtBot) -> None:
    client = Client(qtbot)
    client.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Down, "5", Qt.Key.Key_Up)
    assert list(client.page.answers) == [2, 5, None, None]
    client.press(Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert list(client.page.answers) == [None, 5, None, None]


def test_a_digit_off_the_scale_does_nothing(qtbot: QtBot) -> None:
    client = Client(qtbot, PHQ9)
    client.press("7", "3")
    assert client.page.answers == (3, *(None,) * 8)


def test_gaps_are_asked_about_once_and_kept_as_gaps(qtbot: QtBot) -> None:
    client = Client(qtbot)
    client.press("8", "8", Qt.Key.Key_Return)
    assert client.sealed == []
    assert "2 questions have no answer" in client.told
    client.press(Qt.Key.Key_Return)
    assert client.sealed == [(FormAnswers("vs_checkin", (8, 8, None, None)),)]


def test_the_client_may_refuse_and_what_was_picked_is_not_kept(qtbot: QtBot) -> None:
    client = Client(qtbot)
    client.press("8")
    client.page.rather_not.click()
    assert client.sealed == []
    assert client.told
    client.page.rather_not.click()
    assert client.sealed == [(FormAnswers("vs_checkin", None),)]
    assert client.window.page is client.window.thanks


def test_each_page_is_sealed_with_those_before_it_and_can_be_gone_back_to(qtbot: QtBot) -> None:
    client = Client(qtbot, PHQ9, CHECKIN)
    assert _words(client.page, "handover.read_with_you") == (
        "Your answers are read with you today, not between sessions."
    )
    client.press(*"102000300", Qt.Key.Key_Return)
    first = FormAnswers("phq9", (1, 0, 2, 0, 0, 0, 3, 0, 0))
    assert client.sealed == [(first,)]
    client.page.back.click()
    assert client.page.answers == first.answers
    client.press(Qt.Key.Key_Return)
    client.press("8", "8", "8", "8", Qt.Key.Key_Return)
    assert client.sealed[-1] == (first, FormAnswers("vs_checkin", (8, 8, 8, 8)))


def test_what_cannot_be_sealed_stays_and_can_be_tried_again(qtbot: QtBot) -> None:
    client = Client(qtbot)
    client.is_full = True
    client.press("8", "8", "8", "8", Qt.Key.Key_Return)
    assert client.page.answers == (8, 8, 8, 8)
    assert "Please tell your counselor" in client.told
    client.is_full = False
    client.press(Qt.Key.Key_Return)
    assert client.sealed == [(FormAnswers("vs_checkin", (8, 8, 8, 8)),)]


def test_a_key_that_is_held_answers_one_question_and_not_the_next_ones(qtbot: QtBot) -> None:
    client = Client(qtbot)
    for repeats in (False, True, True):
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_8, Qt.KeyboardModifier.NoModifier, "8", repeats)
        QApplication.sendEvent(QApplication.focusWidget() or client.window, pressed)
    assert client.page.answers == (8, None, None, None)


def test_escape_does_nothing_and_closing_leads_away_once(qtbot: QtBot) -> None:
    client = Client(qtbot)
    client.press("8", Qt.Key.Key_Escape)
    assert client.left == 0
    assert client.window.windowTitle() == "VitalShift"
    for _again in range(2):
        event = QCloseEvent()
        client.window.closeEvent(event)
        assert not event.isAccepted()
    assert client.left == 1
    assert client.sealed == []


def test_the_empty_page_of_a_screen_goes_with_it_and_takes_no_key(qtbot: QtBot) -> None:
    """Moved to the screen that is left, it would lie over the form."""
    client = Client(qtbot)
    screen = client.window.screen()
    client.window._cover(screen)
    ((_screen, cover),) = client.window._covers
    assert cover.isVisible()
    assert cover.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    client.window._uncover(screen)
    assert not cover.isVisible()
    assert client.window._covers == []
    client.press("8")
    assert client.page.answers[0] == 8


def test_no_window_of_the_form_keeps_the_process_from_ending(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a process cannot be replaced it ends; a window that is seen and ignores its closing would forbid that."""
    client = Client(qtbot)
    client.window._cover(client.window.screen())
    seen: list[QWidget] = []
    monkeypatch.setattr(
        "vitalshift_desktop.ui.fresh_start.start_afresh",
        lambda: seen.extend(one for one in QApplication.topLevelWidgets() if one.isVisible()),
    )
    ((_screen, cover),) = client.window._covers
    assert not cover.close()
    assert cover.isVisible()
    leave_form()
    assert seen == []
    assert not cover.isVisible()


def test_after_the_thanks_a_key_leads_on_and_no_field_is_shown_before(qtbot: QtBot) -> None:
    client = Client(qtbot)
    client.press("8", "8", "8", "8", Qt.Key.Key_Return)
    assert _words(client.window.thanks, "handover.thanks") == "Thank you. You can give the laptop back."
    client.press(Qt.Key.Key_Escape)
    assert client.left == 0
    client.press(Qt.Key.Key_Space)
    assert client.left == 1


def test_an_armed_form_waits_behind_a_blank_page(qtbot: QtBot) -> None:
    client = Client(qtbot, begins=False)
    assert client.window.page is client.window.begin
    assert not client.window.begin.findChildren(TextLabel)
    client.press(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert client.page.form is CHECKIN


@pytest.mark.parametrize("form", [CHECKIN, PHQ9])
def test_every_target_is_large_enough_and_named(qtbot: QtBot, form: HandedForm) -> None:
    client = Client(qtbot, form)
    client.window.resize(1024, 680)
    targets = client.page.findChildren(AnswerTarget)
    assert len(targets) == sum(item.high - item.low + 1 for item in form.items)
    assert all(one.width() >= LEAST_WIDTH and one.height() >= LEAST_HEIGHT for one in targets)
    assert len({one.accessibleName() for one in targets}) == len(targets)


def test_the_larger_text_is_large_and_can_be_taken_back(qtbot: QtBot) -> None:
    client = Client(qtbot)
    client.page.larger.click()
    assert theme().text_size >= 150
    assert client.page.larger.text() == "Smaller text"
    client.page.larger.click()
    assert theme().text_size == 100


def test_a_packet_is_the_same_after_the_pipe_and_nothing_else_is_a_packet() -> None:
    odd = HandedForm("own:1", "Own", "How much?", (HandedItem("Ça va ?", 1, 5),), ("a", "b"), notice="© somebody")
    packet = Packet("/some/place", "id", "ab" * 16, bytes(range(32)), (PHQ9, odd), begins=False, larger_text=True)
    assert unpacked(packed(packet)) == packet
    for data in (b"", b"{}", b"[]", packed(packet)[:-1], packed(packet).replace(b'"tag"', b'"gat"')):
        with pytest.raises(BadPacket):
            unpacked(data)
