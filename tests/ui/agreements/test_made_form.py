from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.agreements.boundaries_on_page import FEES, Tab
from tests.ui.printing.paper_at_hand import PaperDialogs
from vitalshift_desktop.domain.agreeing import AgreedHow, HowAgreed, Party, PartyKind
from vitalshift_desktop.domain.agreement_copies import CopyWay
from vitalshift_desktop.domain.agreements import Agreement
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.ui.agreements.draw_pad import DrawPad
from vitalshift_desktop.ui.agreements.made_form import MadeForm
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.ui.widgets.labels import MarkLabel, TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

STROKE = ((10, 20), (200, 90), (400, 30))


@pytest.fixture
def dialogs() -> PaperDialogs:
    return PaperDialogs()


def agreed(tab: Tab, how: AgreedHow = AgreedHow.DRAWN) -> Agreement:
    parties = (Party(PartyKind.CLIENT, "Maren T.", (STROKE,)), Party(PartyKind.GUARDIAN, "Aino T.", (STROKE,)))
    day = tab.world.today - timedelta(days=10)
    return tab.world.workspace.agreements.agree(
        tab.client.id, (FEES,), day, None, HowAgreed(how, parties, "Fine by me.")
    )


def opened(tab: Tab, made: Agreement) -> MadeForm:
    tab.page.resize(1080, 900)
    tab.show()
    tab.press(f"client.agreements.made.{made.id}")
    return tab.form(MadeForm)


def said(form: MadeForm) -> list[str]:
    QGuiApplication.processEvents()
    labels = [*form.findChildren(TextLabel), *form.findChildren(RecordLabel)]
    return [label.text() for label in labels if label.isVisible()]


def test_what_was_drawn_is_shown_with_the_names_and_that_it_is_unaltered(tab: Tab) -> None:
    form = opened(tab, agreed(tab))
    assert "Drawn on the screen, by Maren T., Aino T. (guardian)" in said(form)
    assert [pad.strokes for pad in form.findChildren(DrawPad)] == [(STROKE,), (STROKE,)]
    assert any(mark.accessibleName().startswith("As it was agreed") for mark in form.findChildren(MarkLabel))
    assert not form.findChildren(Banner)


def test_what_was_said_is_shown_but_not_with_initials_only(tab: Tab) -> None:
    made = agreed(tab, AgreedHow.VERBAL)
    form = opened(tab, made)
    assert "Fine by me." in said(form)
    form.close_it.click()
    tab.desk.privacy.set_on(True)
    form = opened(tab, made)
    assert "Spoken, by M. T., A. T. (guardian)" in said(form)
    assert [label for label in form.findChildren(RecordLabel) if label.isVisible() and not label.is_covered] == []


def test_an_agreement_that_was_changed_says_so(tab: Tab) -> None:
    made = agreed(tab)
    with tab.world.workspace.vault.write() as work:
        raw = work.meta._session.connection()
        raw.exec_driver_sql("DROP TRIGGER agreement_party_no_update")
        raw.exec_driver_sql("UPDATE agreement_party SET name = 'Somebody else' WHERE position = 1")
        work.audit.append(AuditAct.CLIENT_CHANGED, f"client:{tab.client.id}")
    form = opened(tab, made)
    (banner,) = form.findChildren(Banner)
    assert banner.accessibleName().startswith("This agreement no longer matches the fingerprint")


def test_an_agreement_that_was_changed_says_so_beside_its_clauses_before_it_is_opened(tab: Tab) -> None:
    agreed(tab, AgreedHow.VERBAL)
    tab.show()
    assert "fingerprint " in " ".join(tab.words())
    assert "not as it was agreed" not in " ".join(tab.words())
    changed(tab, "DROP TRIGGER agreement_party_no_update", "UPDATE agreement_party SET name = 'X' WHERE position = 1")
    tab.page.look_again()
    QGuiApplication.processEvents()
    (mark,) = [one for one in tab.page.findChildren(TextLabel) if one.text().startswith("not as it was agreed")]
    assert mark.isVisible()
    assert mark.property("tone") == "risk"


def changed(tab: Tab, *statements: str) -> None:
    """Change the vault as no act of ours would."""
    with tab.world.workspace.vault.write() as work:
        for statement in statements:
            work.meta._session.connection().exec_driver_sql(statement)
        work.audit.append(AuditAct.CLIENT_CHANGED, f"client:{tab.client.id}")


def test_a_scan_is_put_with_the_agreement_and_taken_off_again(
    tab: Tab, dialogs: PaperDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    made = agreed(tab)
    scan = tmp_path / "page.txt"
    scan.write_bytes(b"a scan")
    form = opened(tab, made)
    dialogs.next_answer(scan)
    with qtbot.waitSignal(form.scans.changed):
        form.scans.add.click()
    records = tab.world.workspace.agreement_records
    assert "page.txt" in [button.text() for button in form.findChildren(QPushButton)]
    next(one for one in form.findChildren(QPushButton) if one.text() == "Take off").click()
    assert records.sheet(made.id).scans == ()
    assert len(tab.world.workspace.attachments.of_client(tab.client.id)) == 1


def test_a_file_that_cannot_be_kept_is_told(tab: Tab, tmp_path: Path, qtbot: QtBot) -> None:
    made = agreed(tab)
    form = opened(tab, made)
    with qtbot.waitSignal(form.scans.changed):
        form.scans.take((tmp_path / "gone.pdf",))
    assert form.scans.problem != ""
    assert tab.world.workspace.agreement_records.sheet(made.id).scans == ()


def test_a_printed_copy_is_in_the_list_with_its_serial(tab: Tab, dialogs: PaperDialogs, tmp_path: Path) -> None:
    made = agreed(tab)
    form = opened(tab, made)
    assert form.copies.to_whom.text() == "Maren T."
    dialogs.next_answer(tmp_path / "copy.pdf")
    form.copies.print.click()
    (copy,) = tab.world.workspace.agreement_records.sheet(made.id).copies
    assert (copy.to_whom, copy.serial) == ("Maren T.", "26-0001")
    assert {"Maren T.", "page 26-0001"} <= set(said(form))
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")


def test_who_has_a_copy_is_written_down_removed_and_put_back(tab: Tab) -> None:
    made = agreed(tab)
    form = opened(tab, made)
    form.copies.to_whom.show_text("  ")
    form.copies.write.click()
    assert form.copies.problem != ""
    form.copies.to_whom.show_text("Aino T.")
    form.copies.way.choose(CopyWay.BY_POST)
    form.copies.on.show_day(made.agreed_on - timedelta(days=1))
    form.copies.write.click()
    assert form.copies.on.error == "Use a day from the day it was agreed until today."
    form.copies.on.show_day(tab.world.today)
    form.copies.write.click()
    records = tab.world.workspace.agreement_records
    (copy,) = records.sheet(made.id).copies
    assert (copy.to_whom, copy.way, copy.serial) == ("Aino T.", CopyWay.BY_POST, "")
    next(one for one in form.findChildren(QPushButton) if one.text() == "Remove").click()
    assert records.sheet(made.id).copies == ()
    form.copies.put_back.click()
    assert records.sheet(made.id).copies == (copy,)
