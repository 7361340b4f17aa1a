from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.wished import Wished
from vitalshift_desktop.domain.client_measures import UseDetails
from vitalshift_desktop.domain.measures.custom import CustomMeasure, OwnFigure
from vitalshift_desktop.domain.measures.instrument import Direction, Licence
from vitalshift_desktop.domain.measures.own_instruments import LicenceDetails
from vitalshift_desktop.domain.problems import InstrumentIdTaken, NotFound
from vitalshift_desktop.services.instruments import instrument, instruments
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.event_bridge import EventBridge
from vitalshift_desktop.ui.settings.custom_form import CustomForm
from vitalshift_desktop.ui.settings.instrument_page import InstrumentPage
from vitalshift_desktop.ui.settings.licence_form import LicenceForm
from vitalshift_desktop.ui.widgets.labels import TextLabel

OWN = CustomMeasure(
    "Sleep log", ("Hours asleep",), 0, 12, Direction.HIGHER, "Ours", cutoff=OwnFigure(6, "Our clinic, 2024")
)


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> InstrumentPage:
    made = InstrumentPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    bridge = EventBridge(desk.workspace.events, made)
    bridge.changed.connect(made.hear)
    made.show()
    return made


def words(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(TextLabel) if one.text()]


def part(page: InstrumentPage, name: str) -> QWidget:
    found = page.findChild(QWidget, f"instrument.{name}")
    assert isinstance(found, QWidget)
    return found


def test_the_page_says_items_key_and_numbers_with_their_sources(page: InstrumentPage) -> None:
    page.show_instrument("gad7")
    shown = words(part(page, "items"))
    assert [f"{n}. {item.client_words}" for n, item in enumerate(instrument("gad7").items, 1)] == shown[2:9]
    assert "Sum of items 1 to 7; no total with a blank" in words(part(page, "score.total"))
    assert {"Cut-off, screening", "10 or more"} <= set(words(part(page, "score.total")))
    assert {"Confirmed", "Secondary source", "Unconfirmed"} <= set(words(part(page, "meanings")))


@pytest.mark.parametrize(
    "instrument_id", sorted(one.id for one in instruments().values() if one.licence is Licence.SCORING)
)
def test_no_wording_of_a_restricted_measure_is_shown(page: InstrumentPage, instrument_id: str) -> None:
    page.show_instrument(instrument_id)
    assert words(part(page, "items"))[1:] == [
        "The wording is not part of VitalShift. You type in the numbers from your own licensed form."
    ]
    assert page.licence.isVisible()
    assert not page.switch.isVisible()


def test_a_license_is_noted_from_the_page_and_stands_on_it(page: InstrumentPage, world: World) -> None:
    page.show_instrument("wai_sr_c")
    page.licence.click()
    (form,) = page.findChildren(LicenceForm)
    form.granted_by.edit.setText("The society")
    form.reference.edit.setText("Letter 12")
    form.save.click()
    assert world.workspace.instruments.get("wai_sr_c").is_usable
    assert "The society, Letter 12" in words(part(page, "use"))
    assert page.switch.text() == "Switch off"


def test_a_measure_is_switched_from_its_page_with_a_way_back(
    page: InstrumentPage, world: World, wished: Wished
) -> None:
    page.show_instrument("phq9")
    page.switch.click()
    assert "Switched off." in words(part(page, "use"))
    assert page.switch.text() == "Switch on"
    wished.undo()
    assert world.workspace.instruments.get("phq9").is_usable
    assert page.switch.text() == "Switch off"


def test_an_own_measure_is_put_away_offered_again_and_changed_as_a_new_version(
    page: InstrumentPage, world: World, wished: Wished
) -> None:
    added = world.workspace.instruments.add_custom(OWN)
    page.show_instrument(added.instrument.id)
    assert {"Sleep log", "6 or less"} <= set(words(page))
    assert "As you noted it: Our clinic, 2024" in words(page)
    page.away.click()
    assert page.away.text() == "Offer again"
    assert not page.change.isVisible()
    wished.undo()
    page.change.click()
    (form,) = page.findChildren(CustomForm)
    form.fields.high.edit.setText("14")
    form.save.click()
    now = world.workspace.instruments.get(added.instrument.id).instrument
    assert now.high == 14
    assert now.version != added.instrument.version
    assert "0 to 14, higher is better" in words(part(page, "score.total"))


def test_a_measure_that_is_not_there_is_not_shown(page: InstrumentPage) -> None:
    with pytest.raises(NotFound):
        page.show_instrument("nothing")


def test_an_earlier_license_stays_on_the_page(page: InstrumentPage, world: World) -> None:
    for who in ("The first owner", "The second owner"):
        world.workspace.instruments.note_licence("wsas", LicenceDetails(who, "1"))
    page.show_instrument("wsas")
    seen = words(part(page, "use"))
    assert seen.index("The second owner, 1") < seen.index("The first owner, 1")


def test_an_own_measure_that_nobody_used_is_removed_with_a_way_back(
    page: InstrumentPage, world: World, wished: Wished, desk: Desk
) -> None:
    went: list[str] = []
    desk.wishes.settings.connect(went.append)
    added = world.workspace.instruments.add_custom(OWN)
    page.show_instrument(added.instrument.id)
    page.remove.click()
    assert went == ["measures"]
    assert added.instrument.id not in {one.instrument.id for one in world.workspace.instruments.all()}
    wished.undo()
    use = world.workspace.client_measures.choose(world.client().id, added.instrument.id, UseDetails())
    page.show_instrument(added.instrument.id)
    assert "On. In use with 1 client." in words(part(page, "use"))
    assert not page.remove.isVisible()
    assert world.workspace.client_measures.instrument_of(use) == added.instrument


def test_a_measure_saved_as_a_file_is_a_beginning_for_another_one(
    page: InstrumentPage, world: World, wished: Wished, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page.show_instrument("gad7")
    dialogs.next_answer(tmp_path / "begin")
    page.save.click()
    assert page.saved.text().startswith("Saved as begin.json.")
    text = (tmp_path / "begin.json").read_text(encoding="utf-8")
    with pytest.raises(InstrumentIdTaken):
        world.workspace.instruments.add_file(text, "begin.json")
    added = world.workspace.instruments.add_file(text.replace('"gad7"', '"my_gad7"'), "begin.json")
    assert replace(added.instrument, id="gad7") == instrument("gad7")
    dialogs.next_answer(tmp_path / "nowhere" / "begin.json")
    page.save.click()
    assert wished.troubles
    assert not page.saved.isVisible()
