"""Two texts of one note: whatever was typed on either side stands in both together."""

from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.drafts import HalfFilled
from vitalshift_desktop.domain.notes import Section
from vitalshift_desktop.ui.notes.both_texts import both_texts, put_back

SECTIONS = st.dictionaries(st.sampled_from("abcd"), st.text(max_size=6), max_size=4).map(
    lambda texts: tuple(Section(key, text) for key, text in texts.items())
)


@given(theirs=SECTIONS, mine=SECTIONS)
def test_no_text_of_either_side_is_lost_whatever_headings_they_have(
    theirs: tuple[Section, ...], mine: tuple[Section, ...]
) -> None:
    both = {section.key: section.text for section in both_texts(theirs, mine)}
    assert all(section.text in both.get(section.key, "") for section in (*theirs, *mine) if section.text.strip())
    assert [section.key for section in theirs] == list(both)[: len(theirs)]


@given(theirs=SECTIONS, kept=SECTIONS)
def test_what_a_lock_kept_comes_back_also_under_a_heading_that_is_gone(
    theirs: tuple[Section, ...], kept: tuple[Section, ...]
) -> None:
    form = HalfFilled("note:1", {section.key: section.text for section in kept}, {})
    both = {section.key: section.text for section in put_back(theirs, form)}
    assert all(section.text in both.get(section.key, "") for section in (*theirs, *kept) if section.text.strip())
