from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.wished import Wished
from vitalshift_desktop.domain.client_measures import UseDetails
from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails
from vitalshift_desktop.services.instruments import instruments
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.licence_form import LicenceForm
from vitalshift_desktop.ui.settings.measures_section import MeasuresSection
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.labels import TextLabel

_MODIFIERS = Qt.KeyboardModifier.NoModifier
OWN_FILE = """{
  "id": "sleep_diary", "version": "1", "name": "Sleep diary", "licence": "wording", "notice": "Ours.", "source": "Ours",
  "key_source": {"standing": "D", "words": "Ours"}, "low": 0, "high": 4,
  "items": [{"key": "one", "client_words": "How well did you sleep?"}],
  "scores": [
    {"key": "total", "name": "Total", "items": [1], "rule": "sum", "direction": "higher", "low": 0, "high": 4}
  ]
}"""


@pytest.fixture
def section(qtbot: QtBot, desk: Desk, window: QWidget) -> MeasuresSection:
    made = MeasuresSection(desk)
    made.setParent(window)
    made.resize(700, 600)
    made.look_again()
    made.show()
    return made


def words(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(TextLabel)]


def switch(section: MeasuresSection, instrument_id: str) -> CheckBox:
    act = section.rows[instrument_id].act
    assert isinstance(act, CheckBox)
    return act


def test_every_instrument_is_listed_with_what_it_counts_and_who_uses_it(section: MeasuresSection, world: World) -> None:
    assert set(section.rows) == set(instruments())
    assert "Patient Health Questionnaire-9 · 9 items, 0 to 3" in words(section.rows["phq9"])
    world.workspace.client_measures.choose(world.client().id, "phq9", UseDetails())
    section.look_again()
    assert "Patient Health Questionnaire-9 · 9 items, 0 to 3 · in use with 1 client" in words(section.rows["phq9"])


def test_a_measure_is_switched_off_and_on_by_key_and_the_focus_stays(
    section: MeasuresSection, world: World, wished: Wished
) -> None:
    switch(section, "phq9").setFocus()
    QTest.keyClick(switch(section, "phq9"), Qt.Key.Key_Space)
    assert not world.workspace.instruments.get("phq9").is_usable
    assert wished.undos[-1][0] == "PHQ-9 is switched off."
    assert not switch(section, "phq9").isChecked()
    assert switch(section, "phq9").hasFocus()
    wished.undo()
    section.look_again()
    assert switch(section, "phq9").isChecked()


def test_the_session_check_in_stays_on(section: MeasuresSection) -> None:
    assert switch(section, "vs_checkin").isChecked()
    assert not switch(section, "vs_checkin").isEnabled()


def test_a_restricted_measure_is_off_until_its_license_is_noted(
    section: MeasuresSection, world: World, window: QWidget
) -> None:
    note = section.rows["wsas"].act
    assert isinstance(note, QPushButton)
    note.click()
    (form,) = window.window().findChildren(LicenceForm)
    form.save.click()
    assert form.granted_by.error.startswith("A few words are missing here.")
    form.granted_by.edit.setText("The owner")
    form.reference.edit.setText("Letter of 3 February")
    form.until.show_day(world.today)
    form.save.click()
    assert world.workspace.instruments.get("wsas").is_usable
    section.look_again()
    assert switch(section, "wsas").isChecked()
    world.clock.advance(days=2)
    section.look_again()
    assert any(text.startswith("Off: the license noted for it ran until") for text in words(section.rows["wsas"]))


def test_a_file_that_is_chosen_is_added_and_shown(
    qtbot: QtBot, section: MeasuresSection, desk: Desk, dialogs: FakeDialogs, world: World, tmp_path: Path
) -> None:
    file = tmp_path / "sleep.json"
    file.write_text(OWN_FILE, encoding="utf-8")
    dialogs.next_answer(file)
    with qtbot.waitSignal(desk.wishes.instrument) as opened:
        section.file.click()
    assert opened.args == ["sleep_diary"]
    assert world.workspace.instruments.get("sleep_diary").is_usable
    assert "sleep_diary" in section.rows


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (OWN_FILE.replace('"low": 0, "high": 4,\n  "items"', '"low": "none", "high": 4,\n  "items"').encode(), "low"),
        (b"\xff\xfe\x00 no text", "This file does not define a measure."),
        (b"{", "sleep.json"),
    ],
)
def test_a_file_that_is_dropped_and_wrong_is_refused_with_the_place(
    qtbot: QtBot, section: MeasuresSection, tmp_path: Path, content: bytes, told: str
) -> None:
    file = tmp_path / "sleep.json"
    file.write_bytes(content)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drag = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _MODIFIERS)
    section.dragEnterEvent(drag)
    assert drag.isAccepted()
    section.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, _MODIFIERS))
    qtbot.waitUntil(section.refused.isVisible)
    assert told in section.refused.accessibleName()
    assert section.refused.accessibleName().startswith("sleep.json: ")
    assert "sleep_diary" not in section.rows


def test_a_license_that_is_noted_keeps_the_earlier_ones(section: MeasuresSection, world: World) -> None:
    for number in ("1", "2"):
        world.workspace.instruments.note_licence("oci_r", LicenceDetails("The owner", number))
    assert [one.details.reference for one in world.workspace.instruments.get("oci_r").licences] == ["2", "1"]
    section.look_again()
    assert switch(section, "oci_r").isChecked()
