"""The places whose rules the app knows."""

import json

from vitalshift_desktop.assets import asset_text, assets_in

ELSEWHERE = "other"


def known_jurisdictions() -> tuple[tuple[str, str], ...]:
    """The places whose rules are known, as id and name, by name; elsewhere comes last."""
    found = [json.loads(asset_text("jurisdictions", file.name)) for file in assets_in("jurisdictions", suffix=".json")]
    places = [(one["id"], one["name"]) for one in found]
    return tuple(sorted(places, key=lambda place: (place[0] == ELSEWHERE, place[1])))
