"""A paper form is typed in seconds, and a half-typed one is there again after a lock."""

from PySide6.QtWidgets import QComboBox, QLabel

from tests.journeys.budgets import Budget
from tests.journeys.counselor import Counselor
from tests.journeys.hands import await_button, await_part, click, find, press, type_text, until
from tests.journeys.ready import SAMPLE_PASSPHRASE
from vitalshift_desktop.ui.entry.answer_cells import AnswerCells

CALIX = "Calix M."
IN_SECONDS = 10


def test_a_phq9_takes_its_nine_digits_and_no_other_key(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(CALIX)
    press("Ctrl+Shift+O")
    await_part("measure.answers", AnswerCells)
    budget = Budget()
    for digit in "110100100":
        budget.press(digit)
    assert budget.spent < IN_SECONDS
    scores = await_part("measure.result.scores", QLabel)
    assert scores.text() == "PHQ-9: 4 on a scale of 0 to 27, minimal."
    press("Return")
    until(lambda: find("measure.answers") is None, "the form to close")


def test_a_half_typed_form_is_there_again_after_a_lock(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(CALIX)
    press("Ctrl+Shift+O")
    await_part("measure.answers", AnswerCells)
    type_text("12")
    press("Space")
    type_text("3")
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    click(await_button("Restore"))
    cells = await_part("measure.answers", AnswerCells)
    assert cells.values == (1, 2, None, 3, None, None, None, None, None)
    assert await_part("measure.instrument").findChild(QComboBox) is not None


def test_a_lock_over_a_saved_form_leaves_its_answer_to_be_reviewed(at_sample: Counselor) -> None:
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    at_sample.clients.open(CALIX)
    press("Ctrl+Shift+O")
    await_part("measure.answers", AnswerCells)
    type_text("000000002")
    await_part("measure.result.risk")
    waiting = len(at_sample.computer.workspace.answers.waiting())
    at_sample.lock()
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    assert find("measure.answers") is None
    assert len(at_sample.computer.workspace.answers.waiting()) == waiting
