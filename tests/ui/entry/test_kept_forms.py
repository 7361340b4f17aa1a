from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.ui.entry.sitting import Sitting
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.measures.administration import (
    HowGiven,
)

M08 = "221301201"


def test_a_half_filled_form_comes_back_as_it_was_with_another_measure_too(sitting: Sitting) -> None:
    form = sitting.open()
    form.instrument.choose_text("gad7")
    form._on_instrument()
    form.fields.how.choose(HowGiven.READ_ALOUD)
    form.focus_first()
    sitting.type("22")
    sitting.press(Qt.Key.Key_Space)
    sitting.type("1")
    kept = form.half_filled()
    assert isinstance(kept, HalfFilled)
    again = sitting.open()
    again.take_back(kept)
    assert (again.instrument.value, again.fields.how_given) == ("gad7", HowGiven.READ_ALOUD)
    assert again.answers is not None
    assert again.answers.values == (2, 2, None, 1, None, None, None)
    assert form.half_filled() is not None
    sitting.world.workspace.measures.sheet(sitting.client.id)


def test_a_saved_form_is_not_half_filled_any_more(sitting: Sitting) -> None:
    form = sitting.open()
    sitting.type("0000")
    assert form.half_filled() is not None
    sitting.type("00000")
    assert form.half_filled() is None
    sitting.press(Qt.Key.Key_Left)
    sitting.type("2")
    kept = form.half_filled()
    assert kept is not None
    assert kept.place == f"correct_measure:{sitting.forms[0].id}"
    again = sitting.correct(sitting.forms[0].id)
    again.take_back(kept)
    assert again.answers is not None
    assert again.answers.values[7] == 2
    assert again.save.text() == "Save the correction"


def test_initials_only_hides_the_name_the_answers_and_what_they_came_to(sitting: Sitting) -> None:
    form = sitting.open()
    sitting.desk.privacy.set_on(True)
    sitting.type(M08)
    assert form.answers is not None
    assert form.answers.cells[0].echoMode() is QLineEdit.EchoMode.Password
    assert "12" not in form.outcome.scores.text()
    assert form.outcome.risk.sentence() == "An answer is to be reviewed."
    again = sitting.open()
    assert again.told.text() == "For M. T."
    sitting.desk.privacy.set_on(False)
    assert again.told.text() == "For Maren Tveit"
    sitting.desk.privacy.set_on(True)
    late = sitting.correct(sitting.forms[0].id)
    assert "Maren" not in late.told.text()
    assert "2 2 1" not in late.told.text()
    sitting.desk.privacy.set_on(False)
    assert "2 2 1 3 0 1 2 0 1" in late.told.text()
