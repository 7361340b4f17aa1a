"""Who needs a look today, and what becomes of it: read at a glance, reviewed, put aside and put back by keyboard."""

import pytest

from tests.journeys.counselor import Counselor
from tests.journeys.hands import (
    await_button,
    await_part,
    click,
    find,
    let_work,
    press,
    type_text,
    until,
    words_on_screen,
)
from tests.journeys.ready import SAMPLE_PASSPHRASE
from tests.journeys.shoulder import names_in, seen_of, to_be_seen
from vitalshift_desktop.domain.flags import FlagKind
from vitalshift_desktop.ui.home.flag_item import FlagItem

CHOSEN = "1 - Several days"


@pytest.fixture
def inside(at_sample: Counselor) -> Counselor:
    """Somebody who unlocked the sample practice."""
    at_sample.door.unlock(SAMPLE_PASSPHRASE)
    await_part("today.next")
    return at_sample


def test_who_needs_a_look_and_why_stands_on_the_day_page_without_an_action(inside: Counselor) -> None:
    """J5: nothing is pressed."""
    let_work()
    seen = words_on_screen()
    for words in (
        "PHQ-9 item 9 (thoughts of being better off dead or of hurting oneself) was answered 1 - Several days",
        "This is one answer on a questionnaire. It is not a risk assessment and not a diagnosis.",
        "Most recent earlier answer: 0.",
        "Check-in 5.3 in session 15 on 10 Mar, own usual range 6.1 to 9.1, from 14 ratings.",
        "4.5 of 10 in session 2 on 5 Mar, in the lowest fifth of",
        "under the 6 you set",
        "Contact between sessions since 2 Mar.",
    ):
        assert words in seen
    page = inside.computer.window.pages.home
    items = sorted((item for item in page.findChildren(FlagItem) if item.isVisible()), key=lambda item: item.y())
    assert [item.flag.kind for item in items] == [kind for kind in FlagKind if kind is not FlagKind.LONG_SILENCE]
    for item in items:
        assert item.follow.text(), "a mark without a next action does not exist"
    for word in ("low risk", "safe", "detected", "diagnosed", "alert"):
        assert word not in " ".join(item.words.text() for item in items).replace("safety protocol", "").lower()


def test_an_answer_is_reviewed_by_keyboard_alone(inside: Counselor) -> None:
    review = await_button("Review…")
    until(lambda: _tabbed_to(review), "the keyboard on the review")
    press("Return")
    until(lambda: await_part("answer_review.note").hasFocus(), "the caret in the note of the review")
    press("Ctrl+Return")
    assert "Write a few words about the review first." in words_on_screen()
    type_text("Read together. No plan, no intent.")
    press("Ctrl+Return")
    until(lambda: find("answer_review") is None, "the review to close")
    until(lambda: find("today.flag.answer_to_review") is None, "the row to go")
    (entry, *_) = inside.computer.workspace.audit.rows(limit=1)
    assert entry.act == "answer.reviewed"
    assert inside.computer.workspace.answers.waiting() == ()


def test_with_initials_only_neither_the_review_nor_the_list_of_what_was_put_aside_tells_anything(
    inside: Counselor,
) -> None:
    workspace = inside.computer.workspace
    names = names_in(workspace)
    for flag in workspace.home.today().flags:
        if flag.kind in (FlagKind.MARKED_DROP, FlagKind.WORSE_SCORE):
            workspace.home.dismiss_flag(flag, "Heartfelt removal")
    press("Ctrl+Shift+I")
    click(await_button("Review…"))
    await_part("answer_review")
    let_work()
    assert (seen_of(names), CHOSEN in to_be_seen()) == ([], False)
    press("Escape")
    click(await_part("today.flags.put_aside"))
    await_part("put_aside")
    let_work()
    assert (seen_of(names), "Heartfelt" in to_be_seen()) == ([], False)
    assert "PHQ-9 16" not in to_be_seen(), "a score is hidden as an answer is"
    press("Escape")


def _tabbed_to(part: object) -> bool:
    press("Tab")
    return bool(getattr(part, "hasFocus", bool)())
