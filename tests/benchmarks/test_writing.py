"""Typing in a long note with everything on: saving, spelling, snippets; beside Qt's own editor without us."""

import statistics
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.beside import TOLD, Budget, beside
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, let_work, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.ui.autosaver import SAVES_AFTER_CHARACTERS
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.prose_help import prose_help

SENTENCE = "She counted aisles instead of exits, and at the till her heart raced and she let it pass. "
PARAGRAPH = SENTENCE * 5 + "She was quiett afterwards.\n"
LONG_TEXT = (PARAGRAPH * 50)[:20_000]
KEYS = "the till was a quiett place, and she stayed there until the fear had halved, as it does by now, "


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def editor(at_sample: Counselor) -> ProseEditor:
    """A note of 20 kB, open on its page, every word of it looked up."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.today.start_note()
    shown = await_part("note.section.data", ProseEditor)
    shown.setFocus()
    shown.insertPlainText(LONG_TEXT)
    until(lambda: prose_help().speller is not None, "the word list")
    shown.spelling.finish()
    let_work()
    _to_the_middle(shown)
    return shown


def _to_the_middle(editor: QTextEdit | QPlainTextEdit) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(len(LONG_TEXT) // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfWord)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    QApplication.processEvents()


def _typing(editor: QTextEdit | QPlainTextEdit) -> Callable[[], None]:
    keys = iter(KEYS * 200)

    def type_one() -> None:
        QTest.keyClicks(editor, next(keys))
        QApplication.processEvents()

    return type_one


def test_a_key_in_a_long_note_beside_a_bare_editor(benchmark: BenchmarkFixture, editor: ProseEditor) -> None:
    bare = QPlainTextEdit()
    bare.resize(editor.size().width(), 500)
    bare.setPlainText(LONG_TEXT)
    bare.show()
    _to_the_middle(bare)
    editor.window().activateWindow()
    editor.setFocus()
    _to_the_middle(editor)
    ours, theirs = Paints(editor.viewport()), Paints(bare.viewport())
    beside(benchmark, _typing(editor), _typing(bare), Budget(times=1.5), rounds=150)
    bare.close()
    assert ours.count >= 150 <= theirs.count


def test_the_longest_wait_while_a_long_note_is_typed(benchmark: BenchmarkFixture, editor: ProseEditor) -> None:
    """As many keys as bring several saves; what counts is the longest gap that saving or spelling make."""
    gaps: list[float] = []
    saves: list[float] = []
    type_one = _typing(editor)
    calm = _without_help(editor, type_one)

    def type_on() -> None:
        for _key in range(5 * SAVES_AFTER_CHARACTERS):
            version = editor.window().pages.note._opened.note.version  # type: ignore[attr-defined]  # the main window
            began = time.perf_counter()
            type_one()
            gaps.append(time.perf_counter() - began)
            if editor.window().pages.note._opened.note.version != version:  # type: ignore[attr-defined]
                saves.append(gaps[-1])

    benchmark.pedantic(type_on, rounds=1)  # type: ignore[no-untyped-call]  # untyped there
    ordered = sorted(gaps)
    rare = ordered[-len(ordered) // 100]
    worst, median = ordered[-1], statistics.median(ordered)
    saving = f"with a save {_ms(statistics.median(saves))}"
    words = (
        f"median {_ms(median)}, {saving}, 1 of 100 {_ms(rare)}, worst {_ms(worst)}, worst without saving {_ms(calm)}"
    )
    TOLD.append(f"{benchmark.name}: {words}, budget 16 ms")


def _without_help(editor: ProseEditor, type_one: Callable[[], None]) -> float:
    """The longest of as many keys as come before the first save."""
    longest = 0.0
    for _key in range(SAVES_AFTER_CHARACTERS - 20):
        began = time.perf_counter()
        type_one()
        longest = max(longest, time.perf_counter() - began)
    return longest


def test_a_long_note_is_looked_up_in_slices(benchmark: BenchmarkFixture, editor: ProseEditor) -> None:
    """All 20 kB anew, as after opening; the window answers in between."""
    speller = prose_help().speller
    longest = 0.0

    def look_at_all() -> None:
        nonlocal longest
        prose_help().show_spelling(speller)
        while editor.spelling._waiting:
            began = time.perf_counter()
            QApplication.processEvents()
            longest = max(longest, time.perf_counter() - began)

    benchmark.pedantic(look_at_all, rounds=5)  # type: ignore[no-untyped-call]  # untyped there
    took = benchmark.stats.stats.median if benchmark.stats is not None else 0.0
    TOLD.append(f"{benchmark.name}: {_ms(took)} in all, longest slice {_ms(longest)}, budget 16 ms")


def test_pasting_as_much_as_fits(benchmark: BenchmarkFixture, editor: ProseEditor) -> None:
    text = (PARAGRAPH * 400)[:170_000]
    clipboard = QApplication.clipboard()
    clipboard.setText(text)
    began = time.perf_counter()
    benchmark.pedantic(editor.paste, rounds=1)  # type: ignore[no-untyped-call]  # untyped there
    QApplication.processEvents()
    took = time.perf_counter() - began
    keys = [_timed(_typing(editor)) for _key in range(30)]
    clipboard.setText("x" * 5_000_000)
    began = time.perf_counter()
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    refused = time.perf_counter() - began
    clipboard.clear()
    median = statistics.median(keys)
    TOLD.append(f"{benchmark.name}: 170 kB in {_ms(took)}, then a key {_ms(median)}; 5 MB refused in {_ms(refused)}")


def _timed(act: Callable[[], None]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
