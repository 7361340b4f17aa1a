"""The places whose rules the app knows."""

import json
from datetime import date
from typing import Any

from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.jurisdictions import BelongsElsewhere, OnRequest, ProcessNoteRules

ELSEWHERE = "other"


def known_jurisdictions() -> tuple[tuple[str, str], ...]:
    """The places whose rules are known, as id and name, by name; elsewhere comes last."""
    places = [(one["id"], one["name"]) for one in _profiles()]
    return tuple(sorted(places, key=lambda place: (place[0] == ELSEWHERE, place[1])))


def process_note_rules(jurisdiction: str) -> ProcessNoteRules:
    """What holds for process notes in this place; for a place that is not known, what holds elsewhere."""
    profiles = {one["id"]: one for one in _profiles()}
    profile = profiles.get(jurisdiction, profiles[ELSEWHERE])
    rules = profile["process_notes"]
    return ProcessNoteRules(
        place=profile["name"],
        elsewhere=tuple(BelongsElsewhere(one) for one in rules["belongs_elsewhere"]),
        on_request=OnRequest(rules["on_request"]),
        request=rules["request"],
        check_with=rules["check_with"],
        source=rules["source"],
        day=date.fromisoformat(rules["date"]),
    )


def _profiles() -> list[dict[str, Any]]:
    return [json.loads(asset_text("jurisdictions", file.name)) for file in assets_in("jurisdictions", suffix=".json")]
