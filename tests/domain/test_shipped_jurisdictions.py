"""The jurisdictions that come with the app keep to the schema that is published beside them, and it to the domain."""

import json
from typing import Any

import pytest

from tests.domain.schemas import faults
from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.jurisdictions import BelongsElsewhere, OnRequest
from vitalshift_desktop.domain.practice import Paper

SCHEMA = json.loads(asset_text("schemas", "jurisdiction.json"))
FILES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in assets_in("jurisdictions", suffix=".json")}


def test_every_jurisdiction_keeps_to_the_schema() -> None:
    assert len(FILES) == 5
    assert [fault for name, data in FILES.items() for fault in faults(data, SCHEMA, name)] == []


@pytest.mark.parametrize(
    "change",
    [
        {"paper": "a5"},
        {"years_after_last_contact": 0},
        {"years_after_last_contact": "10"},
        {"date": "28 November"},
        {"process_notes": {**FILES["us"]["process_notes"], "on_request": "refuse"}},
        {"process_notes": {**FILES["us"]["process_notes"], "belongs_elsewhere": ["plan", "plan"]}},
        {"more": 1},
    ],
    ids=str,
)
def test_what_does_not_keep_to_it_is_found(change: dict[str, Any]) -> None:
    assert len(faults({**FILES["us"], **change}, SCHEMA, "us")) == 1


def test_the_schema_knows_the_words_of_the_domain() -> None:
    rules = SCHEMA["properties"]["process_notes"]["properties"]
    assert rules["belongs_elsewhere"]["items"]["enum"] == [one.value for one in BelongsElsewhere]
    assert rules["on_request"]["enum"] == [one.value for one in OnRequest]
    assert set(SCHEMA["properties"]["paper"]["enum"]) == {one.value for one in Paper}
