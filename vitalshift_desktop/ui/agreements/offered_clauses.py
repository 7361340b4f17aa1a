"""What can be proposed or agreed: the clauses in force, the drafts, the starter, and every other topic."""

from collections.abc import Iterable
from dataclasses import dataclass

from vitalshift_desktop.domain.agreements import ClauseId, ClauseVersion, DraftClause, Topic
from vitalshift_desktop.domain.clause_templates import ClauseTemplate, WordingKind
from vitalshift_desktop.domain.clause_versions import OpenClause, draft_of, open_clauses
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.starter_clauses import starter_topics
from vitalshift_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Offer:
    """Wording to begin from, the version in force it would follow, its draft, other wordings, and whether it is ticked.

    `template` is None only where nothing is known about its topic.
    """

    draft: DraftClause
    standing: ClauseVersion | None = None
    chosen: bool = True
    is_proposed: bool = False
    template: ClauseTemplate | None = None


class ClauseOffers:
    """What can be offered to one client."""

    def __init__(
        self,
        clauses: Iterable[OpenClause],
        templates: Iterable[ClauseTemplate],
        kinds: frozenset[WordingKind] = frozenset(),
    ) -> None:
        self._templates = {template.topic: template for template in templates}
        self._kinds = kinds
        order = list(Topic)
        self._clauses = sorted(clauses, key=lambda clause: order.index(clause.topic))

    @property
    def in_force(self) -> tuple[ClauseVersion, ...]:
        """The versions in force, in the order of topics."""
        return tuple(clause.current for clause in self._clauses if clause.current is not None)

    def shown(self, only: Topic | None = None) -> tuple[Offer, ...]:
        """The clauses in force and proposed, ticked, then the rest of the starter; with `only`, that topic alone.

        The starter is ticked where nothing is in force.
        """
        offers = tuple(self._offer(clause) for clause in self._clauses)
        if only is not None:
            return tuple(offer for offer in offers if offer.draft.topic is only)
        known = {offer.draft.topic for offer in offers}
        new = [self._first(topic, chosen=not self.in_force) for topic in starter_topics() if topic not in known]
        return (*offers, *new)

    def other(self, topic: Topic) -> Offer:
        """A topic that was not offered at first: as it stands or is proposed, or as a template has it."""
        standing = next((clause for clause in self._clauses if clause.topic is topic), None)
        return self._first(topic) if standing is None else self._offer(standing)

    def of_clause(self, clause_id: ClauseId) -> Offer | None:
        """One clause as it is proposed, or else as it stands; None where it is neither."""
        clause = next((clause for clause in self._clauses if clause.clause_id == clause_id), None)
        return None if clause is None else self._offer(clause)

    def next_topic(self) -> Topic:
        """The first topic that is neither in force nor proposed."""
        known = {clause.topic for clause in self._clauses}
        return next((topic for topic in Topic if topic not in known), Topic.LENGTH_AND_PLACE)

    def _offer(self, clause: OpenClause) -> Offer:
        version = clause.draft or clause.current
        if version is None:
            return self._first(clause.topic)
        return Offer(
            draft_of(version),
            clause.current,
            is_proposed=clause.draft is not None,
            template=self._templates.get(clause.topic),
        )

    def _first(self, topic: Topic, *, chosen: bool = True) -> Offer:
        template = self._templates.get(topic)
        draft = DraftClause(topic, "") if template is None else template.draft(self._kinds)
        return Offer(draft, chosen=chosen, template=template)


def offers_for(workspace: Workspace, client_id: ClientId) -> ClauseOffers:
    """What can be offered to this client; raises NotFound."""
    clauses = open_clauses(workspace.agreements.versions(client_id))
    return ClauseOffers(clauses, workspace.clause_templates.every(), workspace.clause_templates.kinds(client_id))
