"""What a person does at a computer: looks for something, clicks it, types, and waits until something is seen."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import TypeVar, overload

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from vitalshift_desktop.ui.widgets.record_label import RecordLabel

Seen = TypeVar("Seen")
Kind = TypeVar("Kind", bound=QWidget)

PATIENCE = 20.0
"""Seconds after which nobody believes any more that something will come; only a failure waits this long."""
_LOOKS_EVERY_MS = 5
EDITORS: tuple[type[QWidget], ...] = (QLineEdit, QPlainTextEdit, QTextEdit)


class NotSeen(AssertionError):
    """Something that should have come into view did not."""


def until(seen: Callable[[], Seen | None], what: str, seconds: float = PATIENCE) -> Seen:
    """Let the app work until `seen` answers something true, and give that; NotSeen names what was waited for."""
    last = monotonic() + seconds
    alarm = QTimer()  # wakes the loop, so that one looks again also when nothing happens
    alarm.start(_LOOKS_EVERY_MS)
    try:
        while not (answer := seen()):
            if monotonic() > last:
                raise NotSeen(f"{what}; on screen: {words_on_screen()}")
            let_work(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    finally:
        alarm.stop()
    return answer


def let_work(flags: QEventLoop.ProcessEventsFlag = QEventLoop.ProcessEventsFlag.AllEvents) -> None:
    """Let the app do what it has to do now, as its own loop would."""
    QCoreApplication.processEvents(flags)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if QGuiApplication.focusWindow() is None and (shown := windows()):
        shown[0].activateWindow()  # without a screen nobody else gives the focus back when a dialog closes


def windows() -> list[QWidget]:
    """The windows one can see, the one in front first."""
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible() and not _is_hint(window)]
    front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
    return sorted(shown, key=lambda window: window is not front)


@overload
def find(name: str) -> QWidget | None: ...
@overload
def find(name: str, kind: type[Kind]) -> Kind | None: ...
def find(name: str, kind: type[QWidget] = QWidget) -> QWidget | None:
    """The part of this name that is shown, in the window in front first; None while there is none."""
    for window in windows():
        for part in (window, *window.findChildren(QWidget, name)):
            if isinstance(part, kind) and part.objectName() == name and part.isVisible():
                return part
    return None


@overload
def await_part(name: str) -> QWidget: ...
@overload
def await_part(name: str, kind: type[Kind]) -> Kind: ...
def await_part(name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """The part of this name, as soon as it is shown."""
    return until(lambda: find(name, kind), name)


def await_button(words: str) -> QAbstractButton:
    """The button with these words, as soon as it is shown."""

    def shown() -> QAbstractButton | None:
        buttons = [button for window in windows() for button in window.findChildren(QAbstractButton)]
        return next((button for button in buttons if button.isVisible() and button.text() == words), None)

    return until(shown, words)


def await_words(words: str) -> None:
    """Wait until these words stand on the screen."""
    until(lambda: words in words_on_screen(), words)


def words_on_screen() -> str:
    """All words that are shown, one line for each part."""
    return "\n".join(words for window in windows() for words in _words_in(window) if words)


def click(part: QWidget) -> None:
    """Press the left button in the middle of a part; the window decides what lies there."""
    middle = until(lambda: _bare_middle(part), f"{part.objectName()} to be in reach")
    handle = part.window().windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    let_work()


def press(keys: str) -> None:
    """Press keys by name, such as "Ctrl+Return"; they go to the window in front."""
    QTest.keySequence(until(QGuiApplication.focusWindow, "a window that takes keys"), QKeySequence(keys))
    let_work()


def type_text(text: str) -> None:
    """Type key by key; each goes to where the focus is by then."""
    for character in text:
        target = _focused()
        if character == "\n":
            QTest.keyClick(target, Qt.Key.Key_Return)
        elif character.isascii():
            QTest.keyClicks(target, character)
        else:  # QTest knows ASCII only
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character))
    let_work()


def fill(part: QWidget, text: str) -> None:
    """Click into a field and type this in place of what stands there."""
    editor = editor_in(part)
    click(editor)
    until(editor.hasFocus, f"the focus in {part.objectName()}")
    press("Ctrl+A")
    type_text(text)


def editor_in(part: QWidget) -> QWidget:
    """The part itself or what it holds that takes typing."""
    if isinstance(part, EDITORS):
        return part
    held = [editor for kind in EDITORS for editor in part.findChildren(kind)]
    return next(editor for editor in held if editor.isVisible())


def choose(part: QWidget, words: str) -> None:
    """Open a list of choices and take the one with these words, by keys."""
    combo = part if isinstance(part, QComboBox) else part.findChildren(QComboBox)[0]
    index = combo.findText(words)
    assert index >= 0, f"{words} is not among {[combo.itemText(place) for place in range(combo.count())]}"
    click(combo)
    until(lambda: combo.view().isVisible(), f"the choices of {part.objectName()}")
    press("Home")
    for _step in range(index):
        press("Down")
    press("Return")
    until(lambda: combo.currentText() == words, words)


def pick(words: str) -> None:
    """Click the line of an open menu that begins with these words."""
    menu = until(QApplication.activePopupWidget, "a menu")
    assert isinstance(menu, QMenu), menu
    action = next(action for action in menu.actions() if action.text().replace("&", "").startswith(words))
    QTest.mouseClick(
        menu, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, menu.actionGeometry(action).center()
    )
    let_work()


def _focused() -> QWidget:
    focused: QWidget | None = QApplication.focusWidget()
    return focused if focused is not None else until(QApplication.focusWidget, "a place to type at")


def _bring_into_view(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            content = above.widget()
            assert content is not None
            middle = part.mapTo(content, part.rect().center())
            above.ensureVisible(middle.x(), middle.y(), 0, part.height() // 2 + 8)
        above = above.parentWidget()


def _bare_middle(part: QWidget) -> QPoint | None:
    """The middle of a part in its window, if the part is ready and nothing lies over it."""
    _bring_into_view(part)
    window = part.window()
    middle = part.mapTo(window, part.rect().center())
    hit = window.childAt(middle) or window
    ready = part.isVisible() and part.isEnabled() and (hit is part or part.isAncestorOf(hit))
    return middle if ready else None


def _words_in(window: QWidget) -> Iterator[str]:
    for part in (window, *window.findChildren(QWidget)):
        if not part.isVisible():
            continue
        if isinstance(part, RecordLabel):
            yield part.words()
        elif isinstance(part, (QLabel, QAbstractButton, QLineEdit)):
            yield part.text()
        elif isinstance(part, (QPlainTextEdit, QTextEdit)):
            yield part.toPlainText()
        elif isinstance(part, QMenu):
            yield from (action.text() for action in part.actions())
        elif not isinstance(part, QAbstractScrollArea) and part.accessibleName():
            yield part.accessibleName()


def _is_hint(window: QWidget) -> bool:
    return window.windowType() == Qt.WindowType.ToolTip


def center(part: QWidget) -> QPoint:
    """The middle of a part on the screen."""
    return part.mapToGlobal(part.rect().center())
