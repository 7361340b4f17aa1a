from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMenu, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.privacy import Privacy, initials
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.buttons import Button, IconButton, LinkButton, MenuButton, NavButton
from vitalshift_desktop.ui.widgets.checks import CheckBox, RoundCheck
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.cover_page import CoverPage
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.field import Field, SearchField
from vitalshift_desktop.ui.widgets.focus_ring import FocusRing
from vitalshift_desktop.ui.widgets.hits_view import Hit
from vitalshift_desktop.ui.widgets.number_cells import NumberRow
from vitalshift_desktop.ui.widgets.passphrase_field import PassphraseField
from vitalshift_desktop.ui.widgets.phase_thread import Mark, Phase, PhaseState, PhaseThread
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.ui.widgets.record_label import RecordLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.ui.widgets.step_list import StepList
from vitalshift_desktop.ui.widgets.strength_bar import StrengthBar
from vitalshift_desktop.ui.widgets.switcher import Switcher
from vitalshift_desktop.ui.widgets.time_field import TimeField
from vitalshift_desktop.ui.widgets.undo_bar import UndoBar

PHASES = (
    Phase("Beginning", 1, 4, PhaseState.PAST),
    Phase("Working", 5, 11, PhaseState.CURRENT, ((7, Mark.DROP), (8, Mark.TALKED_THROUGH))),
    Phase("Ending", 0, None, PhaseState.AHEAD),
)
FIVE = (
    Hit(1, "Maren T.", "", "Clients"),
    Hit(2, "Calix M.", "", "Clients"),
    Hit(3, "Today", "", "Go to", "sun-horizon"),
)


def now() -> datetime:
    return datetime(2026, 3, 12, 13, 19, tzinfo=UTC)


def search(text: str) -> tuple[Hit, ...]:
    return tuple(hit for hit in FIVE if text.casefold() in hit.text.casefold())


def thread() -> QWidget:
    made = PhaseThread()
    made.show_phases(PHASES, 12)
    return made


def strength() -> QWidget:
    made = StrengthBar()
    made.show_strength(3, "Strong", "Five words.")
    return made


KINDS: list[Callable[[], QWidget]] = [
    lambda: Button("Start note", variant="primary", shortcut_hint="Ctrl N"),
    lambda: LinkButton("All sessions"),
    lambda: IconButton("bell", "Later"),
    lambda: NavButton("Reminders", "bell"),
    lambda: MenuButton("By name", QMenu()),
    lambda: CheckBox("On"),
    lambda: RoundCheck("Mark as done"),
    lambda: Segments([(1, "Score"), (2, "Goals")], name="Series"),
    lambda: Field("Name", hint="A preferred name is enough."),
    lambda: SearchField("Filter"),
    lambda: PassphraseField("Passphrase"),
    lambda: ChoiceField("Repeat", [(1, "Once")]),
    lambda: DateField("Due"),
    lambda: TimeField("Starts"),
    lambda: NumberRow(["goals", "tasks"], name="You"),
    lambda: ProseEditor("Data"),
    lambda: Banner("warning-circle", "No backup yet.", "Back up…"),
    lambda: EmptyState("No clients yet", "Add the first person you see.", "Add a client", link="Look around"),
    UndoBar,
    lambda: StepList("Set up", ["Where it lives", "Passphrase"]),
    lambda: CoverPage(now),
    thread,
    strength,
]
CONTROLS = (QAbstractButton, QLineEdit, QTextEdit, QComboBox, PhaseThread)


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_has_a_name_and_can_be_painted(qtbot: QtBot, kind: Callable[[], QWidget]) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.show()
    assert not widget.grab().isNull()
    for control in [widget, *widget.findChildren(QWidget)]:
        if isinstance(control, CONTROLS) and not control.objectName().startswith("qt_") and _is_used(control):
            spoken = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
            assert spoken, f"{type(control).__name__} has no name"


def _is_used(control: QWidget) -> bool:
    return not control.isHidden() and not isinstance(control.parentWidget(), QComboBox)


def test_the_thread_says_its_whole_sentence(qtbot: QtBot) -> None:
    made = thread()
    qtbot.addWidget(made)
    assert made.accessibleDescription() == (
        "Beginning 1–4. Working since session 5, session 7 marked drop, session 8 talked through. Ending, not begun."
        " The next session is number 12"
    )


def test_enter_opens_the_thread(qtbot: QtBot) -> None:
    made = PhaseThread()
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.opened):
        QTest.keyClick(made, Qt.Key.Key_Return)


def test_the_ring_comes_by_keyboard_only_and_goes_with_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = Button("One"), Button("Two")
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    ring = first._ring._ring
    assert isinstance(ring, FocusRing)
    around = QRect(first.mapTo(ring.parentWidget() or window, QPoint(0, 0)), first.size())
    assert ring.geometry() == around.adjusted(-4, -4, 4, 4)
    second.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not first._ring.is_shown
    assert not second._ring.is_shown


def test_words_of_the_record_are_painted_over_and_not_read_out_while_privacy_is_on(qtbot: QtBot) -> None:
    privacy = Privacy()
    label = RecordLabel("Called the week bumpy, but hers.", privacy=privacy)
    qtbot.addWidget(label)
    label.resize(300, 60)
    seen = label.grab().toImage()
    height = label.heightForWidth(300)
    privacy.toggle()
    assert label.text() == "Hidden"
    assert label.heightForWidth(300) == height
    assert label.grab().toImage() != seen
    privacy.toggle()
    assert label.text() == "Called the week bumpy, but hers."
    assert label.grab().toImage() == seen


def test_a_name_becomes_initials_or_a_code(qapp: object) -> None:
    privacy = Privacy()
    assert privacy.short("Maren Tveit", "C-0042") == "Maren Tveit"
    privacy.toggle()
    assert privacy.short("Maren Tveit", "C-0042") == "M. T."
    privacy.set_use_codes(True)
    assert privacy.short("Maren Tveit", "C-0042") == "C-0042"
    assert initials("  anselm (Ans) vik ") == "A. V."


def test_the_switcher_goes_to_what_is_chosen_with_the_keyboard(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    switcher = Switcher(search, parent=window)
    switcher.open_over(window)
    QTest.keyClick(switcher.field, Qt.Key.Key_Down)
    QTest.keyClick(switcher.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(switcher.chosen) as chosen:
        QTest.keyClick(switcher.field, Qt.Key.Key_Return)
    assert chosen.args == [3]


def test_typing_in_the_switcher_leaves_only_what_matches(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    switcher = Switcher(search, parent=window)
    switcher.open_over(window)
    QTest.keyClicks(switcher.field, "cal")
    assert switcher.list.model().rowCount() == 2
    QTest.keyClicks(switcher.field, "xyz")
    assert switcher.list.model().rowCount() == 0
    QTest.keyClick(switcher.field, Qt.Key.Key_Return)
    assert switcher.isVisible()
    with qtbot.waitSignal(switcher.finished):
        QTest.keyClick(switcher.field, Qt.Key.Key_Escape)


def test_escape_leaves_the_cover(qtbot: QtBot) -> None:
    cover = CoverPage(now)
    qtbot.addWidget(cover)
    cover.show()
    cover.start()
    with qtbot.waitSignal(cover.left):
        QTest.keyClick(cover, Qt.Key.Key_Escape)
    cover.stop()


def test_the_count_of_a_page_is_part_of_its_name(qtbot: QtBot) -> None:
    button = NavButton("Reminders", "bell")
    qtbot.addWidget(button)
    button.show_count(5)
    assert button.accessibleName() == "Reminders, 5"
    button.set_narrow(True)
    assert (button.text(), button.toolTip()) == ("", "Reminders, 5")
    button.show_count(0)
    assert button.accessibleName() == "Reminders"
