from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from tests.ui.entry.sitting import Sitting
from vitalshift_desktop.domain.clients import ClientDetails
from vitalshift_desktop.domain.measures.administration import (
    AdministrationState,
    HowGiven,
    Rater,
)
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedRole
from vitalshift_desktop.ui.widgets.number_cells import NumberCell

M08 = "221301201"


def test_nine_digits_are_a_saved_phq9_that_says_at_once_what_it_came_to(sitting: Sitting) -> None:
    form = sitting.open()
    sitting.type(M08)
    (saved,) = sitting.forms
    assert saved.answers == (2, 2, 1, 3, 0, 1, 2, 0, 1)
    assert (saved.rater, saved.how_given, saved.given_on) == (Rater.CLIENT, HowGiven.ALONE, sitting.world.today)
    assert form.outcome.scores.text() == "PHQ-9: 12 on a scale of 0 to 27, moderate."
    assert form.outcome.sources.text().startswith("Bands: ")
    assert form.outcome.risk.sentence() == "Answer to review: item 9 was answered 1 – Several days."
    assert isinstance(sitting.focused, NumberCell)


def test_an_answer_to_review_opens_as_soon_as_the_form_is_closed(sitting: Sitting) -> None:
    asked: list[object] = []
    sitting.desk.wishes.review_answer.connect(asked.append)
    form = sitting.open()
    sitting.type(M08)
    assert form.save.text() == "Review the answer…"
    assert form.another.isHidden()
    sitting.press(Qt.Key.Key_Return)
    assert asked == [sitting.forms[0].id]
    sitting.open()
    sitting.world.workspace.answers.review(sitting.forms[0].id, "Talked about it.")
    asked.clear()
    sitting.press(Qt.Key.Key_Escape)
    assert asked == []


def test_a_blank_is_left_by_space_enter_or_an_arrow_and_is_told(sitting: Sitting) -> None:
    form = sitting.open()
    sitting.type("11")
    sitting.press(Qt.Key.Key_Space)
    sitting.type("1")
    sitting.press(Qt.Key.Key_Return)
    sitting.type("1")
    sitting.press(Qt.Key.Key_Right)
    sitting.type("10")
    assert sitting.forms == []
    sitting.press(Qt.Key.Key_Return)
    assert sitting.forms[0].answers == (1, 1, None, 1, None, 1, None, 1, 0)
    assert form.outcome.scores.text().startswith("Items 3, 5, 7 left blank: incomplete, no total.")


def test_a_blank_critical_item_is_to_be_reviewed_too(sitting: Sitting) -> None:
    form = sitting.open()
    sitting.type("00000000")
    sitting.press(Qt.Key.Key_Return)
    assert form.outcome.risk.sentence() == "Answer to review: item 9 was left blank."


def test_one_blank_in_core_10_gives_a_score_that_says_how_it_was_worked_out(sitting: Sitting) -> None:
    form = sitting.open("core10")
    sitting.type("313110")
    sitting.press(Qt.Key.Key_Space)
    sitting.type("231")
    sitting.press(Qt.Key.Key_Return)
    assert "worked out from the items that were answered" in form.outcome.scores.text()
    assert form.outcome.plain_risk.text() == "Item 6 was answered 0 – Not at all."
    assert form.outcome.risk.sentence() == ""


def test_a_wrong_number_is_typed_over_and_the_old_entry_is_kept(sitting: Sitting) -> None:
    form = sitting.open()
    sitting.type("000000000")
    sitting.press(Qt.Key.Key_Left)
    sitting.type("3")
    assert form.save.text() == "Save the correction"
    assert len(sitting.forms) == 1
    sitting.press(Qt.Key.Key_Return)
    first, second = sitting.forms
    assert (first.state, second.answers[7]) == (AdministrationState.CORRECTED, 3)
    assert form.outcome.scores.text().startswith("PHQ-9: 3 ")
    again = sitting.correct(second.id)
    assert "0 0 0 0 0 0 0 0 0" in again.told.text()
    assert not again.fields.who.isEnabled()


def test_letters_numbers_off_the_scale_and_pasted_words_enter_nothing(sitting: Sitting) -> None:
    form = sitting.open()
    sitting.type("x9-")
    QApplication.clipboard().setText("seven")
    QTest.keyClick(sitting.focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.answers is not None
    assert form.answers.values == (None,) * 9
    assert form.trouble.sentence() == "This is not on the scale, so nothing was entered."
    sitting.press(Qt.Key.Key_Return)
    form.save.click()
    assert form.trouble.sentence().startswith("No answer was entered.")
    assert sitting.forms == []


def test_a_pasted_line_of_answers_is_a_saved_form(sitting: Sitting) -> None:
    form = sitting.open()
    QApplication.clipboard().setText("2,2,1,3,0,1,2,0,1")
    QTest.keyClick(sitting.focused, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert sitting.forms[0].answers == (2, 2, 1, 3, 0, 1, 2, 0, 1)
    assert form.outcome.scores.text().startswith("PHQ-9: 12 ")


def test_a_measure_that_is_off_is_not_chosen_and_no_other_in_its_place(sitting: Sitting) -> None:
    form = sitting.open("wai_sr_c")
    assert (form.form, form.answers) == (None, None)


def test_a_pause_is_told_and_hinders_nothing(sitting: Sitting) -> None:
    sitting.world.workspace.client_measures.pause(sitting.client.id, "Too much on the plate.")
    form = sitting.open()
    assert "Measures are paused since" in form.told.text()
    assert "Too much on the plate." in form.told.text()
    sitting.desk.privacy.set_on(True)
    assert "plate" not in form.told.text()
    sitting.type("000000000")
    assert len(sitting.forms) == 1


def test_scoring_only_measures_show_numbers_and_never_words(sitting: Sitting) -> None:
    assert "wai_sr_c" not in [one.id for one in sitting.world.workspace.measures.sheet(sitting.client.id).instruments]
    sitting.licensed("wai_sr_c")
    form = sitting.open("wai_sr_c")
    assert form.answers is not None
    assert form.answers.cells[0].accessibleName().endswith(", item 1, 1 to 5")
    sitting.type("435454544344")
    assert sitting.forms[0].answers == (4, 3, 5, 4, 5, 4, 5, 4, 4, 3, 4, 4)
    assert "49" in form.outcome.scores.text()


def test_what_is_ticked_beside_the_answers_is_saved_with_enter(sitting: Sitting) -> None:
    sitting.licensed("wsas")
    form = sitting.open("wsas")
    sitting.press(Qt.Key.Key_Space)
    sitting.type("4434")
    assert sitting.forms == []
    box = form.findChild(QCheckBox, "measure.flag.not_working")
    assert isinstance(box, QCheckBox)
    box.setChecked(True)
    assert form.answers is not None
    form.answers.cells[-1].setFocus()
    sitting.press(Qt.Key.Key_Return)
    assert "15 on a scale of 0 to 32." in form.outcome.scores.text()
    assert "was ticked" in form.outcome.scores.text()


def test_a_session_brings_its_day_and_no_day_ahead_is_taken(sitting: Sitting) -> None:
    session = sitting.world.held(sitting.client, -5)
    form = sitting.open(session_id=session.id)
    assert form.fields.day.day() == session.day
    tomorrow = sitting.world.today + timedelta(days=1)
    form.fields.day.show_day(tomorrow)
    sitting.type("000000000")
    assert sitting.forms == []
    assert form.trouble.sentence()
    form.fields.day.show_day(session.day)
    sitting.press(Qt.Key.Key_Return)
    assert (sitting.forms[0].given_on, sitting.forms[0].session_id) == (session.day, session.id)


def test_a_second_form_of_a_session_leads_to_the_first(sitting: Sitting) -> None:
    session = sitting.world.held(sitting.client, -5)
    corrected: list[object] = []
    sitting.desk.wishes.correct_measure.connect(corrected.append)
    sitting.open(session_id=session.id)
    sitting.type("000000000")
    sitting.press(Qt.Key.Key_Return)
    form = sitting.open(session_id=session.id)
    sitting.type("111111111")
    assert form.trouble.sentence() == "This measure was entered for this session already."
    form.earlier.click()
    assert corrected == [sitting.forms[0].id]


def test_a_guardian_can_have_answered_and_is_named(sitting: Sitting) -> None:
    people, born = sitting.world.workspace.related_people, date(2014, 5, 1)
    sitting.world.workspace.clients.change(sitting.client.id, ClientDetails(preferred_name="Maren Tveit", born=born))
    form = sitting.open()
    assert [form.fields.who.value, form.fields.who._values[1]] == ["client", "guardian:0"]
    person = people.add(sitting.client.id, PersonDetails("Ina Tveit", RelatedRole.GUARDIAN))
    form = sitting.open()
    form.fields.who.choose(f"guardian:{person.id}")
    form.fields.how.choose(HowGiven.PARENT_PRESENT)
    sitting.type("000000000")
    (saved,) = sitting.forms
    assert (saved.rater, saved.person_id, saved.how_given) == (Rater.GUARDIAN, person.id, HowGiven.PARENT_PRESENT)
    assert sitting.correct(saved.id).fields.who.value == f"guardian:{person.id}"


def test_how_it_was_given_is_carried_over(sitting: Sitting) -> None:
    form = sitting.open()
    form.fields.how.choose(HowGiven.INTERPRETER)
    sitting.type("000000000")
    assert sitting.open(None).fields.how_given is HowGiven.INTERPRETER


def test_the_measure_is_chosen_by_keyboard_where_there_is_a_choice(sitting: Sitting) -> None:
    form = sitting.open(None)
    assert form.answers is None
    assert sitting.focused is form.instrument.focusProxy()
    sitting.type("GAD-7")
    sitting.press(Qt.Key.Key_Return)
    assert isinstance(sitting.focused, NumberCell)
    sitting.type("2222110")
    assert sitting.forms[0].instrument_id == "gad7"
    assert sitting.open(None).form is not None, "the only one in use is chosen"


def test_the_next_form_of_the_same_session_follows(sitting: Sitting) -> None:
    form = sitting.open()
    sitting.type("000000000")
    form.another.click()
    assert form.save.text() == "Save"
    form.instrument.choose_text("gad7")
    form._on_instrument()
    form.focus_first()
    sitting.type("0000000")
    assert [one.instrument_id for one in sitting.forms] == ["phq9", "gad7"]
