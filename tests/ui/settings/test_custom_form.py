from operator import attrgetter

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.measures.custom import CustomMeasure, OwnFigure
from vitalshift_desktop.domain.measures.instrument import Critical, Direction, Rule
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.settings.custom_form import CustomForm


@pytest.fixture
def form(desk: Desk, window: QWidget) -> CustomForm:
    made = CustomForm(desk, "", window)
    made.open()
    return made


def fill(form: CustomForm, items: str = "One\nTwo\nThree", low: str = "0", high: str = "4") -> None:
    form.fields.name.edit.setText("Sleep log")
    form.fields.source.edit.setText("Written for the practice")
    form.fields.items.show_text(items)
    form.fields.low.edit.setText(low)
    form.fields.high.edit.setText(high)


def tried(form: CustomForm, answers: str) -> str:
    form.preview.answers.edit.clear()
    QTest.keyClicks(form.preview.answers.edit, answers)
    return form.preview.result.text()


def test_a_measure_of_ones_own_is_kept_as_it_was_written(form: CustomForm, world: World, desk: Desk) -> None:
    opened: list[str] = []
    desk.wishes.instrument.connect(opened.append)
    fill(form)
    form.fields.turned.edit.setText("2; 3")
    form.fields.direction.choose(Direction.HIGHER)
    form.fields.cutoff.edit.setText("6,5")
    form.fields.cutoff_source.edit.setText("Our clinic, 2024")
    form.save.click()
    assert world.workspace.instruments.custom(opened[0]) == CustomMeasure(
        "Sleep log",
        ("One", "Two", "Three"),
        0,
        4,
        Direction.HIGHER,
        "Written for the practice",
        reversed=frozenset({2, 3}),
        cutoff=OwnFigure(6.5, "Our clinic, 2024"),
    )


def test_answers_are_tried_out_while_one_writes(form: CustomForm) -> None:
    assert "nothing between two commas is a blank" in form.preview.result.text()
    assert tried(form, "1") == "Write a whole number."
    fill(form)
    assert tried(form, "1,2") == "2 of 3 answers so far."
    assert tried(form, "1,2,4") == "Score 7, of 0 to 12."
    assert tried(form, "1,,4") == "No score: an answer is missing."
    assert tried(form, ",,") == "No score: nothing was answered."
    assert tried(form, "1,2,9").startswith("This answer is not on the scale.")
    assert tried(form, "1,2,x") == "Answers are whole numbers."
    form.fields.turned.edit.setText("3")
    assert tried(form, "1,2,4") == "Score 3, of 0 to 12."
    form.fields.rule.choose(Rule.MEAN)
    form.fields.rule.picked.emit(Rule.MEAN)
    assert form.preview.result.text() == "Score 1, of 0 to 4."
    form.fields.cutoff.edit.setText("1")
    form.fields.cutoff_source.edit.setText("Here")
    assert form.preview.result.text() == "Score 1, of 0 to 4. Cut-off 1 or more: on the clinical side."


def test_lines_are_measured_in_millimeters_and_scored_in_centimeters(form: CustomForm) -> None:
    """M26: 92, 88, 90 and 87 mm are 35.7."""
    fill(form, "a\nb\nc\nd")
    form.fields.direction.choose(Direction.HIGHER)
    form.fields.cutoff.edit.setText("36")
    form.fields.cutoff_source.edit.setText("The user’s own")
    form.fields.millimetres.click()
    assert (form.fields.low.text(), form.fields.high.text()) == ("0", "100")
    assert not form.fields.low.isEnabled()
    assert tried(form, "92,88,90,87") == "Score 35.7, of 0 to 40. Cut-off 36 or less: on the clinical side."


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("low", "none", "Write a whole number."),
        ("turned", "1, 9", "Write numbers of items, from 1 to 3, with commas between them."),
        ("cutoff", "many", "Write a number, such as 36 or 9.5."),
        ("critical.item", "1" * 5_000, "Write the number of an item, from 1 to 3."),
        ("turned", "1" * 5_000, "Write numbers of items, from 1 to 3, with commas between them."),
        ("critical.item", "9", "Write the number of an item, from 1 to 3."),
        ("critical.topic", "being alone", "Write the number of an item, from 1 to 3."),
        ("change_source", "A page", "A source without its number. Write the number, or empty the source."),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(
    form: CustomForm, world: World, field: str, text: str, told: str
) -> None:
    fill(form)
    before = len(world.workspace.instruments.all())
    attrgetter(field)(form.fields).edit.setText(text)
    form.save.click()
    shown_at = {"change_source": "change", "critical.topic": "critical.item"}.get(field, field)
    assert attrgetter(shown_at)(form.fields).error == told
    assert form.isVisible()
    assert len(world.workspace.instruments.all()) == before


def test_the_item_to_review_is_kept_and_stays_when_the_measure_is_changed(
    form: CustomForm, world: World, desk: Desk, window: QWidget
) -> None:
    fill(form)
    for field, text in zip(form.fields.critical.named(), ("2", "0", "being alone"), strict=True):
        field.edit.setText(text)
    form.save.click()
    assert form.fields.critical.at.error == "Write an answer above the lowest one, from 1 to 4."
    form.fields.critical.at.edit.setText("3")
    form.save.click()
    (own,) = [one.instrument for one in world.workspace.instruments.all() if one.instrument.name == "Sleep log"]
    assert own.critical == Critical(2, 3, "being alone")
    again = CustomForm(desk, own.id, window)
    again.fields.name.edit.setText("Sleep diary")
    again.save.click()
    assert world.workspace.instruments.get(own.id).instrument.critical == own.critical


def test_a_number_without_a_source_is_not_kept(form: CustomForm) -> None:
    fill(form)
    form.fields.change.edit.setText("5")
    form.save.click()
    assert form.fields.change_source.error == ("A number without a source is not kept. Write where it was published.")


@pytest.mark.parametrize(
    ("field", "text", "told_at"),
    [
        ("name", "", "name"),
        ("items", "", "items"),
        ("source", "", "source"),
        ("high", "0", "high"),
        ("answers", "never\nalways", "answers"),
        ("cutoff", "99", "cutoff"),
        ("change", "99", "change"),
    ],
)
def test_what_makes_no_measure_is_refused_at_the_field_it_is_about(
    form: CustomForm, world: World, field: str, text: str, told_at: str
) -> None:
    fill(form)
    before = len(world.workspace.instruments.all())
    typed = getattr(form.fields, field)
    typed.show_text(text)
    if field in ("cutoff", "change"):
        getattr(form.fields, f"{field}_source").show_text("A page")
    form.save.click()
    assert getattr(form.fields, told_at).error
    assert form.isVisible()
    assert len(world.workspace.instruments.all()) == before


@pytest.mark.parametrize("place", ["custom_form:", "custom_form:{0}", "licence_form:wsas"])
def test_a_half_filled_form_is_made_again_with_its_words(
    qtbot: QtBot, desk: Desk, world: World, window: QWidget, place: str
) -> None:
    own = CustomMeasure("Mood line", ("How are you?",), 0, 10, Direction.HIGHER, "Ours")
    where = place.format(world.workspace.instruments.add_custom(own).instrument.id)
    form = form_of(desk, where, window)
    assert form is not None
    field = form.findChild(QWidget, "licence_form.reference" if "licence" in place else "custom_form.items")
    assert field is not None
    QTest.keyClicks(field.focusProxy() or field, "half ")
    kept = form.half_filled()
    assert kept is not None
    assert kept.place == where
    again = form_of(desk, where, window)
    assert again is not None
    again.take_back(kept)
    assert again.half_filled() == kept
