"""Templates of notes: what one of the counselor's own must be."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.examples import DAP_SHAPE, RISK
from vitalshift_desktop.domain.note_templates import (
    LONGEST_HINT,
    MOST_HEADINGS,
    Heading,
    NoteTemplate,
    checked,
    hint_of,
    own_key,
    own_number,
    with_keys,
)
from vitalshift_desktop.domain.problems import HeadingTwice, TextIsMissing, TextTooLong

MINE = NoteTemplate(own_key(3), " Mine ", (Heading("", " What changed "), Heading("plan", "Plan"), Heading("", "  ")))


def test_an_own_template_is_trimmed_and_each_new_heading_gets_a_key_that_stays() -> None:
    kept = checked(MINE)
    assert kept == NoteTemplate("own:3", "Mine", (Heading("what_changed", "What changed"), Heading("plan", "Plan")))
    renamed = checked(replace(kept, headings=(replace(kept.headings[0], words="What moved"), kept.headings[1])))
    assert renamed.headings[0] == Heading("what_changed", "What moved")


def test_what_cannot_be_kept_is_said() -> None:
    with pytest.raises(TextIsMissing):
        checked(replace(MINE, name=" "))
    with pytest.raises(TextIsMissing):
        checked(replace(MINE, headings=(Heading("", " "),)))
    with pytest.raises(HeadingTwice):
        checked(replace(MINE, headings=(Heading("", "Plan"), Heading("", " plan "))))
    with pytest.raises(TextTooLong):
        checked(replace(MINE, headings=(Heading("", "Plan", "x" * (LONGEST_HINT + 1)),)))
    with pytest.raises(TextTooLong):
        checked(replace(MINE, headings=tuple(Heading("", f"Part {n}") for n in range(MOST_HEADINGS + 1))))


@given(st.lists(st.tuples(st.sampled_from(["", "plan", "mood"]), st.text(max_size=6)), max_size=8))
def test_no_two_headings_get_the_same_key(pairs: list[tuple[str, str]]) -> None:
    known: set[str] = set()
    headings = []
    for key, words in pairs:
        headings.append(Heading("" if key in known else key, words))
        known.add(key)
    keys = [heading.key for heading in with_keys(headings)]
    assert len(set(keys)) == len(keys)
    assert all(keys)


def test_only_own_templates_have_numbers() -> None:
    assert (own_number("own:12"), MINE.is_own, DAP_SHAPE.is_own) == (12, True, False)
    with pytest.raises(ValueError, match="dap"):
        own_number("dap")


def test_a_hint_comes_from_the_notes_template_else_from_any_with_that_heading() -> None:
    own = replace(DAP_SHAPE, headings=(Heading("data", "Data", "my own hint"),))
    assert hint_of("data", own, (DAP_SHAPE, RISK)) == "my own hint"
    assert hint_of("plan", own, (DAP_SHAPE, RISK)) == "what comes next"
    assert (hint_of("data", None, (DAP_SHAPE,)), hint_of("other", own, (RISK,))) == ("seen and said", "")
