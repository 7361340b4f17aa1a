from tests.ui.agreements.boundaries_on_page import CONTACT, FEES, Tab
from vitalshift_desktop.domain.agreements import DraftClause, Topic
from vitalshift_desktop.ui.agreements.compare_form import CompareForm

SECOND = DraftClause(Topic.CONTACT, "Messages are for scheduling only, before 18:00.", reason="After late messages")
THIRD = DraftClause(Topic.CONTACT, "Messages are for scheduling and for links.", reason="We meet by video now")


def compared(tab: Tab) -> CompareForm:
    tab.agreed(CONTACT, days_ago=60)
    tab.agreed(SECOND, days_ago=30)
    tab.agreed(THIRD, days_ago=9)
    tab.show()
    tab.press("client.agreements.compare")
    return tab.form(CompareForm)


def test_two_versions_stand_side_by_side_with_what_changed_and_why(tab: Tab) -> None:
    form = compared(tab)
    assert (form.older.value, form.newer.value) == (2, 3)
    assert (form.before.words(), form.after.words()) == (SECOND.wording, THIRD.wording)
    assert form.before.accessibleDescription() == "taken out: only, before 18:00."
    assert form.after.accessibleDescription() == "new: and for links."
    assert form.reason.words() == "We meet by video now"
    form.older.choose(1)
    form.older.picked.emit(1)
    assert form.before.words() == CONTACT.wording
    form.newer.choose(1)
    form.newer.picked.emit(1)
    assert form.same.isVisible()
    assert not form.reason.isVisible()
    form.accept()


def test_the_reason_stands_among_the_versions(tab: Tab) -> None:
    compared(tab).accept()
    words = tab.words()
    assert {"Why: We meet by video now", "After late messages", CONTACT.wording} <= set(words)


def test_what_changed_is_covered_while_initials_only_is_on(tab: Tab) -> None:
    form = compared(tab)
    tab.desk.privacy.set_on(True)
    for words in (form.before, form.after, form.reason):
        assert words.text() == "Hidden"
        assert words.accessibleDescription() == ""
    form.accept()


def test_one_version_alone_has_nothing_to_be_compared_with(tab: Tab) -> None:
    tab.agreed(FEES)
    tab.show()
    assert not tab.page.clauses.detail.compare.isVisible()
