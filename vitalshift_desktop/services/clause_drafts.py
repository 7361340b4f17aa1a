"""What the counselor can do with clauses that are proposed and still to be talked about."""

from dataclasses import replace

from vitalshift_desktop.domain.agreements import ClauseId, ClauseVersion, DraftClause
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clause_versions import OpenClause, clause_for, open_clauses, proposed
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import NotFound
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault


class ClauseDrafts:
    """The drafts of clauses, at most one of each; nobody goes by them until they are agreed."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def propose(self, client_id: ClientId, draft: DraftClause, *, by: object = None) -> ClauseVersion:
        """Write a draft: of the clause it names, or else of the one on its topic, or of a new one.

        It takes the place of an earlier draft of that clause. Raises TextIsMissing, TextTooLong, or NotFound where the
        clause it names is neither in force nor proposed.
        """
        tidy = draft.checked()
        with self._vault.write() as work:
            work.clients.get(client_id)
            clause = clause_for(tidy, open_clauses(work.agreements.versions(client_id)))
            if clause is None and tidy.clause_id is not None:
                raise NotFound
            version = self._written(work, client_id, tidy, clause)
            work.audit.append(AuditAct.CLAUSE_PROPOSED, f"clause:{version.clause_id}", version=version.number)
        self._publish(client_id, by)
        return version

    def drop(self, client_id: ClientId, clause_id: ClauseId, *, by: object = None) -> ClauseVersion:
        """Take the draft of a clause away and give it back for whoever regrets it; raises NotFound."""
        with self._vault.write() as work:
            version = _draft_of(work, client_id, clause_id)
            work.agreements.remove_draft(version)
            work.audit.append(AuditAct.CLAUSE_PROPOSAL_REMOVED, f"clause:{clause_id}", version=version.number)
        self._publish(client_id, by)
        return version

    def bring_back(self, version: ClauseVersion, *, by: object = None) -> ClauseVersion:
        """Propose again what was dropped; where its clause is gone too, as a new one."""
        with self._vault.read() as work:
            known = any(one.clause_id == version.clause_id for one in work.agreements.versions(version.client_id))
        clause_id = version.clause_id if known else None
        draft = DraftClause(version.topic, version.wording, version.negotiated, version.words_of, version.reason)
        return self.propose(version.client_id, replace(draft, clause_id=clause_id), by=by)

    def _written(
        self, work: UnitOfWork, client_id: ClientId, draft: DraftClause, clause: OpenClause | None
    ) -> ClauseVersion:
        clause_id = clause.clause_id if clause is not None else work.agreements.add_clause(client_id, draft.topic)
        number = clause.next_number if clause is not None else 1
        version = proposed(draft, clause_id, client_id, number, today(self._clock))
        if clause is not None and clause.draft is not None:
            work.agreements.save_draft(version)
        else:
            work.agreements.add_version(version)
        return version

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.AGREEMENTS, client_id, by))


def _draft_of(work: UnitOfWork, client_id: ClientId, clause_id: ClauseId) -> ClauseVersion:
    clauses = {clause.clause_id: clause for clause in open_clauses(work.agreements.versions(client_id))}
    clause = clauses.get(clause_id)
    if clause is None or clause.draft is None:
        raise NotFound
    return clause.draft
