"""The computer stops in the middle of a sentence: two seconds of typing at most are lost, in every editor."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import String, text

from tests.services.world import World
from tests.support.ready_vault import ReadyVault
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.ui.autosaver import SAVES_AFTER_MS, Autosaver
from vitalshift_desktop.ui.contacts.capture_form import CaptureForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.early_reviews.review_page import ReviewSheetPage
from vitalshift_desktop.ui.notes.note_page import NotePage
from vitalshift_desktop.ui.process_notes.process_pane import ProcessPane
from vitalshift_desktop.ui.safety.safety_plan_page import SafetyPlanPage
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.vault.tables.columns import Base
from vitalshift_desktop.vault.vault import Vault

SAVED, LOST = "Quittenmarmelade", "Holunderbeersaft"
Opener = Callable[[Desk, World, Client], QWidget]


def session_note(desk: Desk, world: World, client: Client) -> QWidget:
    page = NotePage(desk, ())
    page.open_session(world.held(client, -7).id)
    return page


def process_note(desk: Desk, world: World, client: Client) -> QWidget:
    pane = ProcessPane(desk)
    pane.show_session(world.held(client, -7).id)
    return pane


def safety_plan(desk: Desk, world: World, client: Client) -> QWidget:
    page = SafetyPlanPage(desk)
    page.show_client(client.id)
    return page


def review_sheet(desk: Desk, world: World, client: Client) -> QWidget:
    world.held(client, -7)
    page = ReviewSheetPage(desk)
    page.show_sheet(client.id, 3)
    return page


def quick_capture(desk: Desk, world: World, client: Client) -> QWidget:
    return CaptureForm(desk, None)  # type: ignore[arg-type]  # it stands alone here


EDITORS: tuple[Opener, ...] = (session_note, process_note, safety_plan, review_sheet, quick_capture)


def holds(vault: Vault, word: str) -> bool:
    """Whether the word stands in any text of the vault."""
    with vault.read() as work:
        connection = work.clients._connection.connection()
        columns = [
            (table.name, column.name)
            for table in Base.metadata.sorted_tables
            for column in table.columns
            if isinstance(column.type, String)
        ]
        asked = "SELECT count(*) FROM {} WHERE \"{}\" LIKE '%{}%'"
        return any(connection.execute(text(asked.format(*names, word))).scalar() for names in columns)


@pytest.mark.parametrize("opened", EDITORS)
def test_what_was_typed_two_seconds_ago_is_there_after_a_crash(
    opened: Opener, desk: Desk, world: World, ready_vault: ReadyVault, tmp_path: Path, qtbot: QtBot
) -> None:
    shown = opened(desk, world, world.client())
    qtbot.addWidget(shown)
    shown.show()
    editor = next(editor for editor in shown.findChildren(ProseEditor) if editor.isVisible())
    editor.setFocus()
    QTest.keyClicks(editor, SAVED)
    saver = next(saver for saver in shown.findChildren(Autosaver) if saver.is_unsaved)
    assert (saver._timer.isActive(), saver._timer.interval()) == (True, SAVES_AFTER_MS)
    saver._timer.timeout.emit()  # two seconds later
    QTest.keyClicks(editor, LOST)
    left = ready_vault.copied_to(tmp_path / "after the crash")  # what lies on the drive now, and nothing else
    saver.forget()
    with left.open() as vault:
        assert (holds(vault, SAVED), holds(vault, LOST)) == (True, False)


def test_no_editor_that_saves_by_itself_is_left_out() -> None:
    root = Path(__file__).parents[2] / "vitalshift_desktop" / "ui"
    users = [path for path in root.rglob("*.py") if "Autosaver(self." in path.read_text(encoding="utf-8")]
    assert len(users) == len(EDITORS), "one that is new: let it be opened above"
