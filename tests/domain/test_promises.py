import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.promises import Promiser, promises, words_of


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("I send the worksheet.", Promiser.COUNSELOR),
        ("I’ll ask the GP.", Promiser.COUNSELOR),
        ("I'll ask the GP.", Promiser.COUNSELOR),
        ("Me: look up the group.", Promiser.COUNSELOR),
        ("Counsellor: look up the group.", Promiser.COUNSELOR),
        ("Maren tells her sister.", Promiser.CLIENT),
        ("Maren: the shop twice.", Promiser.CLIENT),
        ("Client: the shop twice.", Promiser.CLIENT),
        ("Client keeps the diary.", Promiser.CLIENT),
        ("She tells her sister.", Promiser.NOBODY_NAMED),
        ("Twice more.", Promiser.NOBODY_NAMED),
        ("“I want to stop”, she said.", Promiser.NOBODY_NAMED),
        ("i had a thought", Promiser.NOBODY_NAMED),
        ("Italy comes up again.", Promiser.NOBODY_NAMED),
        ("Marengo comes up again.", Promiser.NOBODY_NAMED),
    ],
)
def test_a_sentence_is_whose_it_says_and_nobodys_else(sentence: str, who: Promiser) -> None:
    assert promises(sentence, "Maren T.") == promises(f"- {sentence}", "Maren T.")
    (promise,) = promises(sentence, "Maren T.")
    assert (promise.who, promise.words) == (who, sentence)


def test_a_plan_falls_into_what_each_does_and_what_is_open() -> None:
    plan = "Twice more. I send the sheet.\n- Maren tells her sister\n\n2) Client: the diary"
    found = promises(plan, "Maren T.")
    assert words_of(found, Promiser.NOBODY_NAMED) == "Twice more."
    assert words_of(found, Promiser.COUNSELOR) == "I send the sheet."
    assert words_of(found, Promiser.CLIENT) == "Maren tells her sister Client: the diary"


@given(st.text(max_size=200), st.text(max_size=12))
def test_no_word_of_a_plan_is_lost_or_added(plan: str, name: str) -> None:
    said = "".join("".join(promise.words.split()) for promise in promises(plan, name))
    left = iter("".join(plan.split()))
    assert all(letter in left for letter in said)
    if not any(mark in plan for mark in "-*•–—·.)"):
        assert said == "".join(plan.split())
