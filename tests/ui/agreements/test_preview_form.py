from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.agreements.boundaries_on_page import FEES, Tab
from tests.ui.printing.paper_at_hand import AGREE, CANCEL, PaperDialogs
from vitalshift_desktop.domain.agreeing import AgreedHow
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.ui.agreements.agreement_form import AgreementForm
from vitalshift_desktop.ui.agreements.made_form import MadeForm
from vitalshift_desktop.ui.agreements.preview_form import PreviewForm
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame


@pytest.fixture
def dialogs() -> PaperDialogs:
    return PaperDialogs()


def opened(tab: Tab) -> AgreementForm:
    tab.show()
    tab.press("client.agreements.agree_first")
    return tab.form(AgreementForm)


def looked_at(tab: Tab, form: DialogFrame, qtbot: QtBot) -> PreviewForm:
    (preview,) = form.window().findChildren(PreviewForm)
    qtbot.waitUntil(lambda: preview.preview.count > 0)
    return preview


def use_another_name(tab: Tab) -> None:
    files = tab.world.workspace.files
    files.save(tab.client.id, tab.client.details, ClientFile(cover_name="Nordlys bookshop"))


def test_the_starter_is_looked_at_on_one_page_and_saved_as_a_pdf_that_waits_for_its_signature(
    tab: Tab, dialogs: PaperDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    form = opened(tab)
    form.paper.preview.click()
    preview = looked_at(tab, form, qtbot)
    assert preview.preview.count == 1
    dialogs.next_answer(AGREE)
    dialogs.next_answer(tmp_path / "page")
    with qtbot.waitSignal(form.printed):
        preview.save.click()
    assert dialogs.asked[0].title == "A PDF is not encrypted."
    assert dialogs.asked[1].text == "agreement-26-0001.pdf"
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    (page,) = tab.world.workspace.agreeing.waiting(tab.client.id)
    (entry,) = tab.world.workspace.disclosures.of_client(tab.client.id)
    assert (page.serial, entry.serial, entry.outlet.value) == ("26-0001", "26-0001", "pdf")
    assert tab.versions() == ()


def test_a_file_that_cannot_be_written_is_told_and_nothing_waits(
    tab: Tab, dialogs: PaperDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    form = opened(tab)
    form.paper.preview.click()
    preview = looked_at(tab, form, qtbot)
    dialogs.next_answer(CANCEL)
    preview.save.click()
    dialogs.next_answer(AGREE)
    dialogs.next_answer(tmp_path / "nowhere" / "page.pdf")
    preview.save.click()
    qtbot.waitUntil(lambda: preview.problem != "")
    assert tab.world.workspace.agreeing.waiting(tab.client.id) == ()
    assert tab.world.workspace.disclosures.of_client(tab.client.id) == ()
    preview.cancel.click()
    assert form.isVisible()
    form.reject()


def test_a_copy_is_looked_at_printed_and_stands_in_the_list(
    tab: Tab, dialogs: PaperDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    made = tab.world.workspace.agreements.agree(tab.client.id, (FEES,), tab.world.today, None, AgreedHow.VERBAL)
    tab.show()
    tab.press(f"client.agreements.made.{made.id}")
    form = tab.form(MadeForm)
    form.copies.preview.click()
    preview = looked_at(tab, form, qtbot)
    dialogs.next_answer(tmp_path / "copy.pdf")
    preview.print.click()
    (copy,) = tab.world.workspace.agreement_records.sheet(made.id).copies
    assert copy.serial == "26-0001"


def test_the_pages_are_covered_with_initials_only(tab: Tab, qtbot: QtBot) -> None:
    form = opened(tab)
    tab.desk.privacy.set_on(True)
    form.paper.preview.click()
    preview = looked_at(tab, form, qtbot)
    assert preview.preview.page._is_covered
    preview.cancel.click()
    form.reject()


def test_a_name_in_a_wording_is_told_before_printing_where_another_name_is_to_be_used(tab: Tab, qtbot: QtBot) -> None:
    use_another_name(tab)
    form = opened(tab)
    assert form.paper.note.isHidden()
    form.editor(FEES.topic).editor.show_text("Maren pays at the end of each session.")
    form.editor(FEES.topic).changed.emit()
    assert form.paper.note.text() == (
        "This client asked for another name to be used, and their own stands in the wording of Fees. "
        "Change the wording before you print it."
    )
    form.paper.preview.click()
    preview = looked_at(tab, form, qtbot)
    assert preview.note.text() == form.paper.note.text()
    preview.cancel.click()
    form.editor(FEES.topic).editor.show_text("The fee is paid at the end of each session.")
    form.editor(FEES.topic).changed.emit()
    assert form.paper.note.isHidden()
    form.reject()


def test_a_name_in_an_agreed_wording_is_told_before_a_copy_is_printed(tab: Tab) -> None:
    use_another_name(tab)
    clause = replace(FEES, wording="Maren pays at the end of each session.")
    made = tab.world.workspace.agreements.agree(tab.client.id, (clause,), tab.world.today, None, AgreedHow.VERBAL)
    tab.show()
    tab.press(f"client.agreements.made.{made.id}")
    form = tab.form(MadeForm)
    assert form.copies.note.text().endswith("Give a copy to them in person, or agree on another wording first.")
