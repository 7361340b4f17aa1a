"""Tabs without room stand in a menu at the end of the row; the one that is shown always has room."""

from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from vitalshift_desktop.ui.widgets.tab_row import TabRow, with_room

KEYS = ["overview", "sessions", "contacts", "goals", "boundaries", "alliance", "outcomes", "documents"]


@given(st.lists(st.integers(1, 200), min_size=1, max_size=12), st.integers(0, 1500), st.integers(0, 100), st.data())
def test_what_is_shown_fits_and_holds_the_current_tab(
    widths: list[int], room: int, more: int, data: st.DataObject
) -> None:
    current = data.draw(st.integers(0, len(widths) - 1))
    shown = with_room(widths, room, more, current)
    taken = sum(widths[place] for place in shown)
    everything = len(shown) == len(widths)
    assert current in shown
    assert shown == {current} or taken + (0 if everything else more) <= room
    hidden = sorted(set(range(len(widths))) - shown)
    assert all(place in shown or place >= hidden[0] for place in range(len(widths))) if hidden else everything
    if hidden:
        assert taken + widths[hidden[0]] + more > room


def test_a_tab_without_room_is_reached_through_the_menu_at_the_end(qtbot: QtBot) -> None:
    tabs = _narrow(qtbot)
    hidden = [place for place in range(tabs.count()) if not tabs.isTabVisible(place)]
    assert hidden[-1] == len(KEYS) - 1
    assert tabs.more.text() == f"{len(hidden)} more"
    tabs.show_count("documents", 3)
    heard: list[str] = []
    tabs.picked.connect(heard.append)
    menu = tabs.more.menu()
    menu.aboutToShow.emit()
    assert menu.actions()[-1].text() == "Documents, 3"
    menu.actions()[-1].trigger()
    assert (tabs.current_key(), heard) == ("documents", ["documents"])
    assert tabs.isTabVisible(len(KEYS) - 1)
    assert tabs.tabRect(len(KEYS) - 1).right() <= tabs.more.x()


def test_ctrl_tab_goes_through_the_tabs_without_room_too(qtbot: QtBot) -> None:
    tabs = _narrow(qtbot)
    seen = []
    for _key in KEYS:
        seen.append(tabs.current_key())
        tabs.step(1)
    assert seen == KEYS


def test_with_room_for_all_there_is_no_menu(qtbot: QtBot) -> None:
    tabs = _narrow(qtbot)
    tabs.resize(2000, 40)
    assert all(tabs.isTabVisible(place) for place in range(tabs.count()))
    assert not tabs.more.isVisibleTo(tabs)


def _narrow(qtbot: QtBot) -> TabRow:
    tabs = TabRow([(key, key.capitalize()) for key in KEYS])
    qtbot.addWidget(tabs)
    tabs.resize(420, 40)
    tabs.show()
    return tabs
