"""The clauses that come with the app: wording for every topic, and the eight of the starter agreement."""

import json
from collections.abc import Collection
from functools import cache

from vitalshift_desktop.assets import asset_text
from vitalshift_desktop.domain.agreements import DraftClause, Topic
from vitalshift_desktop.domain.clause_templates import ClauseTemplate, WordingKind, kinds_of_work
from vitalshift_desktop.domain.clients import ClientId, ServiceType
from vitalshift_desktop.domain.minors import is_minor
from vitalshift_desktop.domain.online import ONLINE
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_FOLDER = "agreement_templates"


@cache
def shipped_clauses(numbers: tuple[str, ...] = ()) -> tuple[ClauseTemplate, ...]:
    """Wording for every topic; the practice's crisis numbers stand below the clause on emergencies."""
    whole = json.loads(asset_text(_FOLDER, "clauses.json"))
    below = "\n" + whole["crisis_line"].format(numbers=", ".join(numbers)) if numbers else ""
    return tuple(_template(clause, below) for clause in whole["clauses"])


def _template(clause: dict[str, str | dict[str, str]], below: str) -> ClauseTemplate:
    topic = Topic(str(clause["topic"]))
    variants = clause["variants"]
    words = {WordingKind.STANDARD.value: clause["wording"], WordingKind.PLAIN.value: clause["plain"]}
    if isinstance(variants, dict):
        words.update(variants)
    added = below if topic is Topic.EMERGENCIES else ""
    return ClauseTemplate(topic, {WordingKind(kind): f"{wording}{added}" for kind, wording in words.items()})


@cache
def starter_topics() -> tuple[Topic, ...]:
    """What the starter agreement is about, in the order of the page."""
    return tuple(Topic(topic) for topic in json.loads(asset_text(_FOLDER, "starter.json"))["topics"])


def starter_clauses(
    templates: tuple[ClauseTemplate, ...] | None = None, kinds: Collection[WordingKind] = ()
) -> tuple[DraftClause, ...]:
    """The clauses of the starter agreement, in the wording that fits these kinds of work."""
    drafts = {template.topic: template.draft(kinds) for template in templates or shipped_clauses()}
    return tuple(drafts[topic] for topic in starter_topics())


class ClauseTemplates:
    """Wording to begin from, as it fits one client."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def every(self) -> tuple[ClauseTemplate, ...]:
        """Wording for every topic, with the practice's crisis numbers."""
        with self._vault.read() as work:
            return shipped_clauses(work.terms.get().numbers)

    def kinds(self, client_id: ClientId) -> frozenset[WordingKind]:
        """The kinds of work with this client; raises NotFound."""
        with self._vault.read() as work:
            return self._kinds(work, client_id)

    def starters(self, client_id: ClientId) -> tuple[DraftClause, ...]:
        """The starter agreement for this client; raises NotFound."""
        with self._vault.read() as work:
            return starter_clauses(shipped_clauses(work.terms.get().numbers), self._kinds(work, client_id))

    def _kinds(self, work: UnitOfWork, client_id: ClientId) -> frozenset[WordingKind]:
        details = work.clients.get(client_id).details
        now = self._clock.now()
        last = work.sessions.last_of((client_id,), now) or work.sessions.next_of((client_id,), now)
        return kinds_of_work(
            is_minor=is_minor(details.born, today(self._clock)),
            with_interpreter=bool(work.files.get(client_id).interpreter_language),
            is_coaching=details.service_type is ServiceType.COACHING,
            is_online=any(session.modality in ONLINE for session in last.values()),
        )
