"""Worksheets and consultations on the screen."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.ui.boundary_events.conftest import noted, shown
from tests.ui.boundary_events.test_notes_on_agreements import read
from tests.ui.wished import Wished
from vitalshift_desktop.domain.agreements import ClauseVersion
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.consultations import ConsultationDetails
from vitalshift_desktop.domain.worksheets import Before, BeforePart
from vitalshift_desktop.ui.boundary_events.after_forms import AfterForm
from vitalshift_desktop.ui.boundary_events.consultation_form import ConsultationForm
from vitalshift_desktop.ui.boundary_events.consultation_sheet import ConsultationSheet
from vitalshift_desktop.ui.boundary_events.event_form import EventForm, NoteFrom
from vitalshift_desktop.ui.boundary_events.notes_page import AgreementNotesPage
from vitalshift_desktop.ui.boundary_events.worksheet_form import WorksheetForm
from vitalshift_desktop.ui.boundary_events.worksheet_sheet import WorksheetSheet
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.widgets.record_label import RecordLabel


def test_a_worksheet_is_written_before_and_closed_after(
    desk: Desk, world: World, client: Client, clause: ClauseVersion, window: QWidget
) -> None:
    form = WorksheetForm(desk, client.id, window)
    form.open()
    form.parts[BeforePart.WHAT].show_text("Accept the jam.")
    form.save.click()
    assert form.parts[BeforePart.WHY].error
    form.parts[BeforePart.WHY].show_text("To refuse would hurt.")
    form.clause.choose(clause.clause_id)
    form.save.click()
    (sheet,) = world.workspace.worksheets.of_client(client.id)
    assert sheet.clause_id == clause.clause_id
    after = AfterForm(desk, sheet.id, window)
    after.open()
    after.save.click()
    assert after.text.error
    after.text.show_text("Taken, and shared with the tea round.")
    after.save.click()
    assert world.workspace.worksheets.get(sheet.id).is_closed
    added = AfterForm(desk, sheet.id, window, adds=True)
    added.open()
    assert not added.day.isVisible()
    added.text.show_text("Talked about since.")
    added.save.click()
    assert world.workspace.worksheets.get(sheet.id).additions[0].text == "Talked about since."


def test_what_happened_after_can_become_a_note_on_the_agreement(
    desk: Desk, world: World, client: Client, clause: ClauseVersion, window: QWidget
) -> None:
    sheets = world.workspace.worksheets
    sheet = sheets.begin(client.id, Before("Accept the jam.", "To refuse would hurt."), clause.clause_id)
    sheets.close(sheet.id, "Taken.", world.today)
    form = EventForm(desk, client.id, window, NoteFrom(clause.clause_id, None, sheet.id))
    form.open()
    form.save.click()
    (event,) = world.workspace.boundary_events.page(client.id).events
    assert (event.worksheet_id, event.details.planned, event.details.facts) == (sheet.id, True, "Taken.")


def test_an_open_worksheet_is_removed_with_a_way_back_and_a_closed_one_is_not(
    desk: Desk, world: World, client: Client, window: QWidget, wished: Wished
) -> None:
    sheets = world.workspace.worksheets
    sheet = sheets.begin(client.id, Before("What", "Why"))
    page = WorksheetSheet(desk, sheet.id, window)
    page.open()
    page.remove.click()
    assert sheets.of_client(client.id) == ()
    wished.undo()
    assert sheets.of_client(client.id) == (sheet,)
    sheets.close(sheet.id, "Not done.", world.today)
    again = WorksheetSheet(desk, sheet.id, window)
    again.open()
    assert not again.remove.isVisible()
    assert again.add.isVisible()
    assert form_of(desk, f"worksheet_form:{client.id}:{sheet.id}", window) is None


def test_a_consultation_is_logged_and_put_right_beside_the_earlier_words(
    desk: Desk, world: World, client: Client, window: QWidget
) -> None:
    form = ConsultationForm(desk, client.id, window)
    form.open()
    form.save.click()
    assert form.whom.error
    form.whom.show_text("Peer group")
    form.save.click()
    assert form.question.error
    form.question.show_text("Accepting small gifts")
    form.save.click()
    (first,) = world.workspace.consultations.of_client(client.id)
    again = ConsultationForm(desk, client.id, window, first.id)
    again.open()
    again.decided.show_text("Name it in the next session")
    again.save.click()
    (second,) = world.workspace.consultations.of_client(client.id)
    sheet = ConsultationSheet(desk, second.id, window)
    sheet.open()
    asked = ["Peer group", "Accepting small gifts"]
    assert read(sheet) == [*asked, "Name it in the next session", *asked]


def test_the_page_lists_all_three_and_covers_their_words(
    desk: Desk, world: World, client: Client, clause: ClauseVersion, qtbot: QtBot
) -> None:
    page = AgreementNotesPage(desk)
    bridge = shown(qtbot, world, page)
    page.show_client(client.id)
    assert page.events.sentence.isVisible()
    noted(world, clause)
    world.workspace.worksheets.begin(client.id, Before("Accept the jam.", "Why"))
    world.workspace.consultations.log(client.id, ConsultationDetails(world.today, "Whom", "Accepting small gifts"))
    assert read(page) == ["Quince jam at the door.", "Accept the jam.", "Accepting small gifts"]
    desk.privacy.set_on(True)
    assert all(one.is_covered for one in page.findChildren(RecordLabel))
    with qtbot.waitSignal(desk.wishes.about_agreement) as wished:
        page.worksheets.rows.links[0].click()
    assert wished.args[0] == "worksheet"
    bridge.close()
