from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.world import World
from tests.ui.measures.pages import DROP, cell, rated, spoken, visible_words
from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.mark_classes import MarkClass
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.related_people import PersonDetails
from vitalshift_desktop.services.measure_entry import NewEntry
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.measures.alliance_page import AlliancePage
from vitalshift_desktop.ui.measures.class_form import ClassForm

NOTE = "went quiet after the fee talk"


def opened(page: AlliancePage) -> ClassForm:
    QTest.keyClick(page.words.class_mark, Qt.Key.Key_Space)
    return next(form for form in page.window().findChildren(ClassForm) if form.isVisible())


def classed(page: AlliancePage, kind: MarkClass, note: str = "") -> None:
    form = opened(page)
    form.kind.choose(kind)
    QTest.keyClicks(form.note.edit, note)
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def test_only_a_classed_mark_is_called_a_rupture(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    page.chart.step_to(6)
    assert "upture" not in spoken(page)
    assert cell(page, page.table.model.rowCount() - 1, 6) == "drop"
    classed(page, MarkClass.WITHDRAWAL, NOTE)
    assert "You classed it as a rupture: withdrawal." in visible_words(page)
    assert "Rupture, withdrawal." in page.readout.text()
    assert "rupture in session 7" in page.chart.accessibleName()
    assert cell(page, page.table.model.rowCount() - 1, 6) == "rupture"
    assert "That it was a rupture is what you say" in page.words.caution.text()


def test_a_class_can_be_undone_for_a_while(page: AlliancePage, world: World, desk: Desk) -> None:
    page.show_client(rated(world, DROP).id)
    offered: list[Callable[[], object]] = []
    desk.wishes.undo_offered.connect(lambda _words, undo: offered.append(undo))
    classed(page, MarkClass.UNCLEAR)
    assert len(offered) == 1
    offered[0]()
    QApplication.processEvents()
    assert "upture" not in visible_words(page)


def test_a_later_class_shows_the_earlier_one_above_it(page: AlliancePage, world: World) -> None:
    page.show_client(rated(world, DROP).id)
    classed(page, MarkClass.UNCLEAR, NOTE)
    form = opened(page)
    assert "Unclear" in " ".join(label.text() for label in form.findChildren(type(page.words.caution)))
    assert MarkClass.NONE in [kind for kind, _words in form._choices()]
    form.reject()
    classed(page, MarkClass.NONE)
    assert "no rupture after all. It is a marked drop again." in visible_words(page)
    assert "Rupture" not in page.chart.accessibleName()


def test_nothing_is_classed_before_something_is_chosen(page: AlliancePage, world: World) -> None:
    client = rated(world, DROP)
    page.show_client(client.id)
    form = opened(page)
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.isVisible()
    assert world.workspace.alliance.course(client.id).points[6].classes == ()


def test_what_is_half_filled_comes_back_after_a_lock(page: AlliancePage, world: World, desk: Desk) -> None:
    client = rated(world, DROP)
    page.show_client(client.id)
    form = opened(page)
    form.kind.choose(MarkClass.CONFRONTATION)
    QTest.keyClicks(form.note.edit, NOTE)
    kept = form.half_filled()
    assert isinstance(kept, HalfFilled)
    form.reject()
    again = form_of(desk, kept.place, page)
    assert isinstance(again, ClassForm)
    again.take_back(kept)
    assert (again.kind.value, again.note.text()) == (MarkClass.CONFRONTATION, NOTE)
    again.deleteLater()


def test_with_initials_only_the_note_is_hidden(page: AlliancePage, world: World, desk: Desk) -> None:
    page.show_client(rated(world, DROP).id)
    classed(page, MarkClass.UNCLEAR, NOTE)
    assert NOTE in spoken(page)
    desk.privacy.set_on(True)
    QApplication.processEvents()
    assert NOTE not in spoken(page)


def test_a_guardian_s_ratings_can_be_chosen_and_stand_alone(page: AlliancePage, world: World) -> None:
    client = rated(world, DROP)
    parent = world.workspace.related_people.add(client.id, PersonDetails("Ingrid Tveit"))
    session_id = world.workspace.alliance.course(client.id).points[0].session_id
    page.show_client(client.id)
    assert not page.raters.isVisible()
    entry = NewEntry(client.id, CHECKIN, Rater.GUARDIAN, (6, 6, 6, 6), session_id=session_id, person_id=parent.id)
    world.workspace.measures.record(entry)
    QApplication.processEvents()
    assert page.raters.isVisible()
    page.raters.choose(page.raters._values[1])
    page.raters.picked.emit(page.raters.value)
    assert page.words.around.text().startswith("These are the ratings of Ingrid Tveit")
    assert [cell(page, row, 0) for row in range(1, page.table.model.rowCount())] == ["6.0"]
    assert not page.words.talk.isVisible()
    assert "and you" not in page.chart.accessibleName()
