from tests.ui.measures.courses import CLIENT, YOU, course
from vitalshift_desktop.domain.alliance import AllianceCourse, Series
from vitalshift_desktop.ui.measures.chart_facts import chart_facts
from vitalshift_desktop.ui.measures.reading_words import caution_words, reading_words
from vitalshift_desktop.ui.measures.session_words import chart_words, gap_words, session_words, value_words
from vitalshift_desktop.ui.measures.side_words import Around, around_words, early_words, gap_words_together


def test_a_marked_drop_is_told_with_its_number_its_range_and_its_scores() -> None:
    words = reading_words(course(CLIENT, YOU, talked=[8]), "Maren")
    assert words[0].startswith(
        "In session 7 Maren’s score fell to 5.0, under Maren’s own usual range of 5.8 to 8.8, from 6 scores."
    )
    assert words[0].endswith("You rated that session 7.8, so the two of you saw it differently.")
    assert words[1] == (
        "You recorded that it was talked through in session 8. In session 8 Maren’s score was back in range."
    )


def test_a_drop_that_is_still_open_is_told_so_only_when_scores_came_after_it() -> None:
    assert len(reading_words(course(CLIENT[:7]), "Maren")) == 1
    assert reading_words(course((*CLIENT[:7], 5.0)), "Maren")[1] == "Since then no score of Maren’s was back in range."


def test_an_early_fall_names_the_fall_and_what_is_missing() -> None:
    words = reading_words(course((7.5, 7.75, 5.5)), "Maren")
    assert words[0].startswith(
        "In session 3 Maren’s score fell to 5.5, down 2.3 from the session before. "
        "There were 2 scores before it, too few for a usual range."
    )
    assert words[-1] == "The usual range appears after six. There are 3 scores so far."


def test_without_a_mark_the_range_and_its_scores_are_told() -> None:
    words = reading_words(course(CLIENT[:6]), "Maren")
    assert words[0] == "No marked drop in 6 scores. Maren’s own usual range is now 5.8 to 8.8, from 6 scores."
    assert words[1] == "The latest score is 7.5, in session 6."


def test_an_edge_of_the_range_halfway_between_two_tenths_goes_up_as_everywhere() -> None:
    shown = course((8.0, 7.5, 8.0, 7.5, 8.0, 7.5))
    assert shown.reading.usual_range is not None
    assert (shown.reading.usual_range.lower, shown.reading.usual_range.upper) == (6.25, 9.25)
    assert "is now 6.3 to 9.3, from 6 scores" in reading_words(shown, "Maren")[0]


def test_before_six_scores_the_sentence_says_when_the_range_appears() -> None:
    assert reading_words(course((7.0,)), "Maren")[0] == "1 score so far. The usual range appears after six."


def test_the_caution_says_on_how_many_scores_it_rests_and_that_the_form_is_not_validated() -> None:
    words = caution_words(course(CLIENT).reading)
    assert words.startswith("This rests on 11 scores.")
    assert "not a validated scale" in words
    assert words.endswith("It is a reason to ask, not a finding.")
    assert caution_words(course((7.0,)).reading).startswith("This rests on 1 score.")


def test_generated_sentences_never_guess_a_pronoun() -> None:
    for shown in (course(CLIENT, YOU, talked=[8]), course(CLIENT[:3]), course((7.5, 7.75, 5.5))):
        facts = chart_facts(shown)
        told = [*reading_words(shown, "Maren"), caution_words(shown.reading)]
        told += [
            *early_words(shown),
            *gap_words_together(shown, "Maren"),
            *around_words(shown, "Maren", Around(2, "Ingrid")),
        ]
        told += [session_words(column, "Maren", Series.SCORE) for column in facts.columns]
        spoken = " ".join([*told, chart_words(facts, "Maren")]).lower().split()
        assert not {"she", "he", "her", "his", "him", "hers"} & set(spoken)


def test_a_session_is_read_out_with_all_the_chart_shows_of_it() -> None:
    facts = chart_facts(course(CLIENT, YOU, talked=[8]))
    assert session_words(facts.columns[6], "Maren", Series.SCORE).endswith(
        ": Maren 5.0, you 7.8, gap +2.8. Usual range then 5.8 to 8.8. Marked drop. Given: alone."
    )
    assert session_words(facts.columns[7], "Maren", Series.SCORE).endswith(
        "Back in range. Talked through. Given: alone."
    )
    blank = chart_facts(course((7.0, None)))
    assert session_words(blank.columns[1], "Maren", Series.SCORE).endswith(": no check-in.")


def test_the_whole_chart_is_one_sentence() -> None:
    words = chart_words(chart_facts(course(CLIENT, YOU, talked=[8])), "Maren")
    assert words.startswith("Alliance chart of Maren and you, Score, 12 sessions from ")
    assert words.endswith(
        "; Maren between 5.0 and 8.3, latest 8.3; usual range 5.4 to 9.5; marked drop in session 7; "
        "talked through in session 8."
    )
    assert words.count(". ") == 0
    assert "appears after six scores" in chart_words(chart_facts(course((7.0,))), "Maren")
    assert chart_words(chart_facts(AllianceCourse()), "Maren") == "Alliance chart, no check-ins yet."


def test_values_are_told_as_they_were_given() -> None:
    assert value_words(7.0, Series.SCORE) == "7.0"
    assert value_words(7.0, Series.BOND) == "7"
    assert value_words(None, Series.SCORE) == ""
    assert [gap_words(gap, Series.SCORE) for gap in (2.8, -0.3, 0.0, None)] == ["+2.8", "−0.3", "0", ""]
