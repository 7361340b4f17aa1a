import pytest

from tests.domain.examples import FIRST_DAY
from vitalshift_desktop.domain.clients import LONGEST_FIELD
from vitalshift_desktop.domain.problems import TextIsMissing, TextTooLong
from vitalshift_desktop.domain.reminders import ReminderDetails


def test_checking_a_reminder_takes_stray_spaces_away() -> None:
    assert ReminderDetails(" Ask about the letter \n", FIRST_DAY).checked().title == "Ask about the letter"


@pytest.mark.parametrize("title", ["", " \t"])
def test_a_reminder_needs_a_title(title: str) -> None:
    with pytest.raises(TextIsMissing):
        ReminderDetails(title, FIRST_DAY).checked()


def test_a_title_has_a_longest_text() -> None:
    assert ReminderDetails("a" * LONGEST_FIELD, FIRST_DAY).checked().title
    with pytest.raises(TextTooLong):
        ReminderDetails("a" * (LONGEST_FIELD + 1), FIRST_DAY).checked()
