"""The clauses that come with the app: wording for every topic, and the eight of the starter agreement."""

import json
from collections.abc import Collection
from functools import cache
from typing import Any

from vitalshift_desktop.assets import asset_text
from vitalshift_desktop.domain.agreements import DraftClause, Topic
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clause_templates import GAP, ClauseTemplate, WordingKind, kinds_of_work
from vitalshift_desktop.domain.clients import ClientId, ServiceType
from vitalshift_desktop.domain.minors import is_minor
from vitalshift_desktop.domain.online import ONLINE
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_FOLDER = "agreement_templates"


@cache
def shipped_clauses(numbers: tuple[str, ...] = ()) -> tuple[ClauseTemplate, ...]:
    """Wording for every topic; the practice's crisis numbers stand below the clause on emergencies."""
    return tuple(_template(clause, numbers) for clause in _file()["clauses"])


@cache
def _file() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(asset_text(_FOLDER, "clauses.json"))
    return whole


def _below(topic: Topic, numbers: tuple[str, ...]) -> str:
    """What stands below a wording on this topic: the numbers to call, or a gap for them, where it is emergencies."""
    if topic is not Topic.EMERGENCIES:
        return ""
    return "\n" + str(_file()["crisis_line"]).format(numbers=", ".join(numbers) or GAP)


def _template(clause: dict[str, str | dict[str, str]], numbers: tuple[str, ...]) -> ClauseTemplate:
    topic = Topic(str(clause["topic"]))
    variants = clause["variants"]
    words = {WordingKind.STANDARD.value: clause["wording"], WordingKind.PLAIN.value: clause["plain"]}
    if isinstance(variants, dict):
        words.update(variants)
    below = _below(topic, numbers)
    return ClauseTemplate(topic, {WordingKind(kind): f"{wording}{below}" for kind, wording in words.items()})


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
    """Wording to begin from, as it fits one client, and the counselor's own."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def every(self) -> tuple[ClauseTemplate, ...]:
        """Wording for every topic, with the practice's crisis numbers and the counselor's own wordings."""
        with self._vault.read() as work:
            return _templates(work)

    def kinds(self, client_id: ClientId) -> frozenset[WordingKind]:
        """The kinds of work with this client; raises NotFound."""
        with self._vault.read() as work:
            return self._kinds(work, client_id)

    def starters(self, client_id: ClientId) -> tuple[DraftClause, ...]:
        """The starter agreement for this client; raises NotFound."""
        with self._vault.read() as work:
            return starter_clauses(_templates(work), self._kinds(work, client_id))

    def keep_own(self, topic: Topic, wording: str | None, *, by: object = None) -> str | None:
        """Begin this topic with one's own wording from now on, or no longer for None; gives the one before, if any.

        What was proposed or agreed stays as it is. The practice's crisis numbers are not kept with it, since they come
        from the settings. Raises TextIsMissing, TextTooLong, or NotFound where there is nothing to forget.
        """
        tidy = None if wording is None else DraftClause(topic, wording).checked().wording
        with self._vault.write() as work:
            before = work.own_clauses.all().get(topic)
            if tidy is None:
                work.own_clauses.remove(topic)
            else:
                below = _below(topic, work.terms.get().numbers)
                work.own_clauses.save(topic, tidy.removesuffix(below), self._clock.now())
            work.audit.append(AuditAct.CLAUSE_WORDING_KEPT, "practice", topic=topic.value, kept=tidy is not None)
        self._events.publish(Changed(Subject.PRACTICE, by=by))
        return before

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


def _templates(work: UnitOfWork) -> tuple[ClauseTemplate, ...]:
    numbers = work.terms.get().numbers
    own = {topic: f"{wording}{_below(topic, numbers)}" for topic, wording in work.own_clauses.all().items()}
    return tuple(one.with_own(own.get(one.topic)) for one in shipped_clauses(numbers))
