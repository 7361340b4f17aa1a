from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.consents.consents_on_page import Consented
from tests.ui.printing.paper_at_hand import PaperDialogs
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnowDetails
from vitalshift_desktop.ui.consents.consent_form import ConsentForm


@pytest.fixture
def dialogs() -> PaperDialogs:
    return PaperDialogs()


def test_a_consent_is_printed_for_signing_and_recorded_only_once_it_is_signed(
    consented: Consented, dialogs: PaperDialogs, tmp_path: Path
) -> None:
    for name in ("Kim A.", "Ines A."):
        consented.guardian(name)
    consented.press("consents.kinds.therapy.act")
    form = consented.form(ConsentForm)
    dialogs.next_answer(tmp_path / "page.pdf")
    QTest.keyClick(form.print, Qt.Key.Key_Space)
    (entry,) = consented.world.workspace.disclosures.of_client(consented.client.id)
    assert (entry.what, entry.audience) == ("consent_for_signing", "client")
    assert form.sent.text().startswith(f"Sent to the printer, serial {entry.serial}.")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert consented.consents.page(consented.client.id).consents == ()


def test_what_is_missing_is_said_before_a_page_is_printed(consented: Consented, dialogs: PaperDialogs) -> None:
    consented.press("consents.releases.act")
    form = consented.form(ConsentForm)
    form.print.click()
    assert form.recipient.error
    assert dialogs.asked == []
    assert consented.world.workspace.disclosures.of_client(consented.client.id) == ()


def test_who_may_know_what_is_printed_with_its_serial(
    consented: Consented, dialogs: PaperDialogs, tmp_path: Path
) -> None:
    kim = consented.guardian("Kim A.")
    cells = ((kim.id, Knowledge.FEES, KnowAnswer.MAY_KNOW),)
    agreed = MayKnowDetails(consented.world.today, "Wren and Kim", cells)
    consented.world.workspace.may_know.agree(consented.client.id, agreed)
    dialogs.next_answer(tmp_path / "page.pdf")
    consented.press("consents.may_know.print")
    (entry,) = consented.world.workspace.disclosures.of_client(consented.client.id)
    assert entry.what == "who_may_know"
    assert consented.page.may_know.sent.text() == f"Sent to the printer, serial {entry.serial}."
