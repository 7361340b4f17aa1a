"""The definitions that the migration gives to the forms of older releases."""

import importlib
import json
import pkgutil

from vitalshift_desktop.domain.measures.instrument import TOTAL, Instrument
from vitalshift_desktop.domain.measures.scoring import score
from vitalshift_desktop.services.instrument_files import read_instrument
from vitalshift_desktop.services.instrument_writing import instrument_text
from vitalshift_desktop.services.instruments import checkin_form, instrument
from vitalshift_desktop.vault.migrations import versions


def frozen(name: str) -> str:
    """The text that the migration writes; it is found by what it holds, whatever number it has."""
    files = [f"{versions.__name__}.{one.name}" for one in pkgutil.iter_modules(versions.__path__)]
    (step,) = [found for found in map(importlib.import_module, files) if hasattr(found, "PHQ9")]
    return json.dumps(getattr(step, name), ensure_ascii=False, separators=(",", ":"))


def read(name: str) -> Instrument:
    return read_instrument(frozen(name), name)


def test_the_check_in_is_still_the_one_of_the_first_release() -> None:
    assert instrument_text(checkin_form()) == frozen("CHECKIN")
    assert score(read("CHECKIN"), (7, 7, 7, 8)).scores["total"].value == 7.3


def test_the_first_phq9_has_its_total_and_its_critical_item_but_no_bands_and_no_cut_offs() -> None:
    first = read("PHQ9")
    (total,) = first.scores
    assert (first.version, first.critical_item) == ("1", 9)
    assert (total.bands, total.cutoffs, total.changes) == (None, (), ())
    assert score(first, (2, 2, 1, 3, 0, 1, 2, 0, 1)).scores["total"].value == 12
    assert instrument_text(first) == frozen("PHQ9")


def test_the_first_phq9_is_compared_with_the_present_one_because_it_scores_alike() -> None:
    now = instrument("phq9")
    assert now.version != read("PHQ9").version
    assert read("PHQ9").key_of(TOTAL) == now.key_of(TOTAL)
    assert now.key_of("other") is None
