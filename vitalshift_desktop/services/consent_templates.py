"""What is explained before a consent: wording to begin from, for each kind."""

import json
from dataclasses import dataclass
from functools import cache

from vitalshift_desktop.assets import asset_text
from vitalshift_desktop.domain.consents import ConsentKind


@dataclass(frozen=True, slots=True)
class ConsentTemplate:
    """The usual wording, the same in short sentences, words for a child ("" where there are none), and a hint."""

    kind: ConsentKind
    wording: str
    plain: str
    child: str = ""
    scope: str = ""


@cache
def consent_template(kind: ConsentKind) -> ConsentTemplate:
    """The wording that comes with the app for one kind of consent."""
    found = json.loads(asset_text("consent_templates", f"{kind.value}.json"))
    return ConsentTemplate(kind, found["wording"], found["plain"], found.get("child", ""), found.get("scope", ""))
