from collections.abc import Callable
from datetime import timedelta

from PySide6.QtTest import QTest

from tests.ui.agreements.boundaries_on_page import CONTACT, FEES, Tab
from vitalshift_desktop.domain.clients import ServiceType
from vitalshift_desktop.ui.agreements.together_form import TogetherForm
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.widgets.labels import MarkLabel


def said(tab: Tab) -> str:
    mark: MarkLabel = tab.page.clauses.review.mark
    return mark.accessibleName() if mark.isVisible() else ""


def test_the_line_says_after_which_session_all_of_it_is_looked_at(tab: Tab) -> None:
    tab.show()
    assert said(tab) == ""
    tab.agreed(FEES, CONTACT, days_ago=60)
    tab.world.held(tab.client, -50)
    tab.page.look_again()
    assert said(tab) == "All of it is looked at together after session 5; 1 session was held so far."


def test_a_look_together_is_written_down_with_what_came_of_it(tab: Tab) -> None:
    tab.agreed(FEES, CONTACT, days_ago=60)
    for days in range(-50, -45):
        tab.world.held(tab.client, days)
    tab.show()
    assert said(tab) == "Time to look at all of it together: session 5 has been held."
    tab.press("client.agreements.looked")
    form = tab.form(TogetherForm)
    form.day.show_day(tab.world.today + timedelta(days=1))
    form.save.click()
    assert form.day.error == "This date cannot be right. Check the day, month and year."
    form.day.show_day(tab.world.today)
    QTest.keyClicks(form.words.edit, "Fees stay; messages again in May.")
    form.save.click()
    assert said(tab) == "All of it is looked at together after session 17; 5 sessions were held so far."
    assert {"Last on 2 Mar, after session 5", "Fees stay; messages again in May."} <= set(tab.words())
    tab.desk.privacy.set_on(True)
    assert "Fees stay; messages again in May." not in tab.words()


def test_a_look_written_down_by_mistake_is_offered_back(tab: Tab) -> None:
    tab.agreed(FEES, days_ago=60)
    offered: list[tuple[str, Callable[[], object]]] = []
    tab.desk.wishes.undo_offered.connect(lambda words, undo: offered.append((words, undo)))
    tab.show()
    before = said(tab)
    tab.press("client.agreements.looked")
    form = tab.form(TogetherForm)
    form.save.click()
    assert said(tab) != before
    ((words, undo),) = offered
    assert words == "Looked at together: written down."
    undo()
    tab.page.look_again()
    assert said(tab) == before


def test_another_kind_of_service_is_a_reason_to_look(tab: Tab) -> None:
    tab.agreed(FEES, days_ago=60)
    tab.world.workspace.clause_reviews.record(tab.client.id, tab.world.today)
    tab.world.workspace.files.change_service(tab.client.id, ServiceType.COACHING, "Talked about it.")
    tab.show()
    assert said(tab) == "Time to look at all of it together: the kind of service has changed."


def test_a_lock_keeps_what_was_half_written_about_a_look(tab: Tab) -> None:
    tab.agreed(FEES)
    tab.show()
    tab.press("client.agreements.looked")
    form = tab.form(TogetherForm)
    QTest.keyClicks(form.words.edit, "Fees st")
    kept = form.half_filled()
    form.reject()
    assert kept is not None
    again = form_of(tab.desk, kept.place, tab.page.window())
    assert isinstance(again, TogetherForm)
    again.take_back(kept)
    assert again.words.text() == "Fees st"
    again.reject()
