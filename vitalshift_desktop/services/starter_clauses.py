"""The starter clauses: wording to begin an agreement from."""

import json
from functools import cache

from vitalshift_desktop.assets import asset_text
from vitalshift_desktop.domain.agreements import DraftClause, Topic


@cache
def starter_clauses() -> tuple[DraftClause, ...]:
    """The clauses of the starter agreement, in the order of the page."""
    clauses = json.loads(asset_text("agreement_templates", "starter.json"))["clauses"]
    return tuple(DraftClause(Topic(clause["topic"]), clause["wording"]) for clause in clauses)
