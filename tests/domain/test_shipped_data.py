"""The instruments, starter clauses and jurisdictions that come with the app say what the domain expects."""

import json
from datetime import date

import pytest

from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.alliance import ITEMS
from vitalshift_desktop.domain.measures.instrument import CHECKIN
from vitalshift_desktop.domain.practice import Paper, Practice

_Data = dict[str, object]


def _read(folder: str, name: str) -> _Data:
    data: _Data = json.loads(asset_text(folder, f"{name}.json"))
    return data


def _dicts(data: _Data, key: str) -> list[dict[str, str]]:
    found = data[key]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("folder", ["instruments", "agreement_templates", "jurisdictions", "note_templates"])
def test_every_file_is_named_by_its_id_and_says_version_and_source(folder: str) -> None:
    paths = assets_in(folder, suffix=".json")
    assert paths
    for path in paths:
        data = _read(folder, path.stem)
        assert data["id"] == path.stem
        assert data["name"]
        assert data["version"]
        assert data["source"]


def test_the_checkin_asks_goals_tasks_bond_and_voice_of_both() -> None:
    data = _read("instruments", CHECKIN)
    items = _dicts(data, "items")
    assert [item["key"] for item in items] == [item.value for item in ITEMS]
    assert (data["low"], data["high"], data.get("critical")) == (0, 10, None)
    assert items[0]["client_words"] == "My counselor and I want the same thing from this work."
    assert items[1]["client_words"] == items[1]["counselor_words"] == "What we did makes sense for getting there."
    assert items[2]["counselor_words"] == "My client trusts how I treat them."
    assert items[3]["client_words"] == "I could say what was on my mind, even the awkward parts."


def test_the_checkin_says_that_it_is_not_validated() -> None:
    assert "not a validated scale" in str(_read("instruments", CHECKIN)["notice"])


def test_the_phq9_is_whole_with_its_notice_and_its_critical_item() -> None:
    data = _read("instruments", "phq9")
    items = _dicts(data, "items")
    assert (len(items), data["low"], data["high"]) == (9, 0, 3)
    assert items[8]["client_words"] == "Thoughts that you would be better off dead or of hurting yourself in some way"
    assert data["answer_words"] == ["Not at all", "Several days", "More than half the days", "Nearly every day"]
    assert data["notice"] == "No permission required to reproduce, translate, display or distribute."


def test_every_jurisdiction_is_dated_and_sends_the_counselor_to_ask() -> None:
    for path in assets_in("jurisdictions", suffix=".json"):
        data = _read("jurisdictions", path.stem)
        assert date.fromisoformat(str(data["date"])).isoformat() == data["date"]
        assert "Check with your" in str(data["note"])
        assert Paper(str(data["paper"]))
        years = data["years_after_last_contact"], data["years_after_18th_birthday"]
        assert years == (None, None) or all(isinstance(figure, int) and figure > 0 for figure in years)


def test_the_jurisdiction_a_practice_starts_with_is_there() -> None:
    data = _read("jurisdictions", Practice().jurisdiction)
    assert (data["name"], data["years_after_last_contact"]) == ("Canada, Ontario", 10)
