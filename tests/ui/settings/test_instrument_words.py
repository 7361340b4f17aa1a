import pytest

from vitalshift_desktop.domain.measures.figures import Source, Standing
from vitalshift_desktop.domain.measures.instrument import Licence
from vitalshift_desktop.services.instruments import instrument, instruments
from vitalshift_desktop.ui.settings.instrument_words import Figure, figures_of, item_numbers
from vitalshift_desktop.vocabulary.figure_words import licence_words, source_words, standing_words


def figures(instrument_id: str, score: str = "total") -> dict[str, Figure]:
    form = instrument(instrument_id)
    found = form.score_named(score)
    assert found is not None
    return {figure.name: figure for figure in figures_of(found, form)}


def test_runs_of_items_are_drawn_together() -> None:
    assert item_numbers(range(1, 10)) == "1 to 9"
    assert item_numbers({1, 2, 8, 12}) == "1, 2, 8, 12"
    assert item_numbers([3, 5, 6, 7]) == "3, 5 to 7"


def test_the_numbers_of_the_phq9_stand_with_their_sources() -> None:
    shown = figures("phq9")
    assert shown["Key"].value == "Sum of items 1 to 9; no total with a blank"
    assert shown["Range"].value == "0 to 27, lower is better"
    assert shown["Bands"].value == (
        "0 to 4 minimal; 5 to 9 mild; 10 to 14 moderate; 15 to 19 moderately severe; 20 to 27 severe"
    )
    assert shown["Reliable change"].value == "6 points or more, at 95 percent"
    assert shown["Reliable change"].source.startswith("Confirmed: ")
    assert shown["Reliability, retest"].source.startswith("Unconfirmed: ")


def test_a_score_that_may_be_prorated_has_bands_without_holes() -> None:
    shown = figures("core10")
    assert shown["Key"].value == "Sum of items 1 to 10; turned round: 2, 3; 1 item may be blank"
    assert "11 to under 15 mild" in shown["Bands"].value


def test_what_nobody_published_is_said() -> None:
    shown = figures("wai_sr_c", "bond")
    assert shown["Key"].value == "Sum of items 3, 5, 7, 9; no score with a blank"
    assert shown["Bands, cut-off, change"].value == "no published value"
    assert {figures("wai_sr_c")[name].value for name in ("Bands", "Cut-off", "Reliable change")} == {
        "no published value"
    }


@pytest.mark.parametrize("instrument_id", sorted(instruments()))
def test_every_figure_of_every_instrument_says_how_well_it_is_confirmed(instrument_id: str) -> None:
    form, words = instrument(instrument_id), tuple(standing_words(one)[1:] for one in Standing)
    for score in form.scores:
        for figure in figures_of(score, form):
            bare = figure.value == "no published value" or figure.name == "Range"
            assert bare == (figure.source == "") or figure.name == "Key"
            assert not figure.source or figure.source[1:].startswith(words)


def test_licences_and_sources_are_plain_sentences() -> None:
    assert licence_words(Licence.SCORING).startswith("Numbers only")
    assert source_words(Source(Standing.OWN, "")) == "VitalShift’s own rule."
    assert source_words(Source(Standing.SECONDARY, "a page")) == "Secondary source: a page"
