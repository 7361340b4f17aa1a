"""Agreeing on boundaries within its budget, by mouse and by keyboard alone, from the unlocked home page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.journeys.budgets import Budget
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_part, await_words, click, find, press, type_text, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.ui.widgets.switcher import Switcher

J7 = 5
NOOR = "0159"


@pytest.mark.parametrize("by_mouse", [True, False])
def test_an_agreement_is_printed_for_signing_in_five_actions_and_signed_later(
    at_sample: Counselor, tmp_path: Path, *, by_mouse: bool
) -> None:
    """J7: who it is about, the clauses, the page for signing; choosing the printer counts as one."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    workspace = at_sample.computer.workspace
    noor = workspace.clients.by_code(NOOR)
    at_sample.computer.answers.next_answer(tmp_path / "page.pdf")
    budget = Budget()
    if by_mouse:
        budget.click(await_part("nav.go_to"))
    else:
        budget.press("Ctrl+K")
    until(lambda: isinstance(QApplication.activeModalWidget(), Switcher), "the switcher")
    type_text("noor agree on")
    budget.press("Return")
    await_part("agreement_form")
    if by_mouse:
        budget.click(await_part("agreement.print", QPushButton))
    else:
        budget.press("Ctrl+P")
    until(lambda: find("agreement_form") is None, "the form to close")
    assert budget.spent + 1 <= J7
    (page,) = workspace.agreeing.waiting(noor.id)
    assert len(page.clauses) == 8
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    await_words("Waiting for a signature")
    click(await_part(f"signing_pages.signed.{page.serial}", QPushButton))
    await_part("signed_form")
    press("Return")
    await_part("made_form")
    assert len(workspace.agreements.in_force(noor.id)) == 8
    click(await_part("made.close", QPushButton))
