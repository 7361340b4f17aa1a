import pytest

from vitalshift_desktop.domain.problems import Problem, TextIsMissing, TextTooLong, TriggerIsTaken, TriggerUnusable
from vitalshift_desktop.domain.snippets import LONGEST_TEXT, Snippet, SnippetId, filled, offered, typed_trigger

PLAN = Snippet(SnippetId(1), "plan", "Plan for next time: ")
PLACE = Snippet(SnippetId(2), "place", "We met at ")


@pytest.mark.parametrize(
    ("before", "typed"),
    [
        (";pl", ";pl"),
        ("Then ;plan", ";plan"),
        ("Then (;plan", ";plan"),
        ("a;plan", ""),
        ("; ", ""),
        (";", ";"),
        (";plan ", ""),
        ("“;plan", ";plan"),
    ],
)
def test_a_trigger_begins_a_word(before: str, typed: str) -> None:
    assert typed_trigger(before) == typed


def test_snippets_are_offered_once_a_letter_of_their_trigger_stands() -> None:
    assert offered([PLAN, PLACE], ";") == ()
    assert offered([PLAN, PLACE], ";PL") == (PLACE, PLAN)
    assert offered([PLAN, PLACE], ";plan") == (PLAN,)
    assert offered([PLAN, PLACE], ";plans") == ()


def test_placeholders_are_filled_where_the_page_knows_them() -> None:
    facts = {"client": "Maren {date}", "date": "2 March"}
    assert filled("{client} on {date}, session {session}, {other}", facts) == (
        "Maren {date} on 2 March, session {session}, {other}"
    )


def test_a_trigger_is_kept_small_and_without_its_semicolon() -> None:
    assert Snippet(SnippetId(0), " ;Plan-B ", "text\n").checked([]) == Snippet(SnippetId(0), "plan-b", "text")
    assert PLAN.checked([PLAN, PLACE]) == PLAN


@pytest.mark.parametrize(
    ("trigger", "text", "problem"),
    [
        ("two words", "text", TriggerUnusable),
        ("", "text", TriggerUnusable),
        ("p" * 25, "text", TriggerUnusable),
        ("plan", "text", TriggerIsTaken),
        ("new", "  ", TextIsMissing),
        ("new", "x" * (LONGEST_TEXT + 1), TextTooLong),
    ],
)
def test_what_cannot_be_a_snippet_is_refused(trigger: str, text: str, problem: type[Problem]) -> None:
    with pytest.raises(problem):
        Snippet(SnippetId(0), trigger, text).checked([PLAN])
