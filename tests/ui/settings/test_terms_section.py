from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.clause_reviews import ReviewRhythm
from vitalshift_desktop.domain.clients import Phase
from vitalshift_desktop.domain.practice_terms import PracticeTerms
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.settings.terms_section import TermsSection
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.vocabulary.own_names import call_phases


@pytest.fixture
def section(qtbot: QtBot, desk: Desk) -> Iterator[TermsSection]:
    made = TermsSection(desk)
    qtbot.addWidget(made)
    made.fit()
    made.look_again()
    made.show()
    yield made
    call_phases({})


def test_phases_get_names_of_the_practices_own_and_an_empty_field_means_ours(
    section: TermsSection, world: World
) -> None:
    field = section.names[Phase.BEGINNING]
    assert field.edit.placeholderText() == "Beginning"
    QTest.keyClicks(field.edit, "Arriving")
    field.edit.editingFinished.emit()
    assert world.workspace.terms.get() == PracticeTerms({Phase.BEGINNING: "Arriving"})
    call_phases(world.workspace.terms.get().phase_names)
    assert (label(Phase.BEGINNING), label(Phase.WORKING)) == ("Arriving", "Working")
    field.edit.clear()
    section.save_now()
    assert world.workspace.terms.get() == PracticeTerms()


def test_a_name_given_twice_is_told_at_its_field_and_stays_there(section: TermsSection, world: World) -> None:
    world.workspace.terms.change(PracticeTerms({Phase.ENDING: "Leaving"}))
    section.look_again()
    QTest.keyClicks(section.names[Phase.WORKING].edit, "leaving")
    section.save_now()
    assert section.names[Phase.WORKING].error == "Two of these have the same name. Give each a name of its own."
    assert section.names[Phase.WORKING].text() == "leaving"
    assert world.workspace.terms.get().phase_names == {Phase.ENDING: "Leaving"}


def test_crisis_numbers_are_kept_when_the_field_is_left(section: TermsSection, world: World) -> None:
    section.numbers.setFocus()
    QTest.keyClicks(section.numbers, "Night line 555 0199")
    section.names[Phase.BEGINNING].edit.setFocus()
    section.save_now()
    assert world.workspace.terms.get().numbers == ("Night line 555 0199",)


def test_the_sessions_of_reviews_are_kept_and_what_is_no_number_is_told(section: TermsSection, world: World) -> None:
    assert (section.first.text(), section.every.text()) == ("5", "12")
    section.first.edit.setText("three")
    section.save_now()
    assert section.first.error == "Use a whole number from 1 to 99."
    assert world.workspace.terms.get().review == ReviewRhythm(5, 12)
    section.first.edit.setText("3")
    section.every.edit.setText("8")
    section.every.edit.editingFinished.emit()
    assert section.first.error == ""
    assert world.workspace.terms.get().review == ReviewRhythm(3, 8)
