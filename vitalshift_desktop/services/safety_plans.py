"""What the counselor can do with a client's safety plan."""

from dataclasses import dataclass
from datetime import timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.safety_plans import SafetyPlan, SafetyPlanId, SafetyPlanVersion
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = SafetyPlanId(0)
SITTING = timedelta(minutes=10)
"""Saves of one draft that follow each other within this time are one act of writing in the audit trail."""


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A client's plan: the versions, the first one first, and what is being written, if anything is."""

    client: Client
    versions: tuple[SafetyPlanVersion, ...]
    draft: SafetyPlan | None

    @property
    def in_force(self) -> SafetyPlanVersion | None:
        """The version that counts now."""
        return self.versions[-1] if self.versions else None


class SafetyPlans:
    """The safety plans of the practice's clients."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events

    def page(self, client_id: ClientId) -> PlanPage:
        """All versions of one client, and the draft; raises NotFound."""
        with self._vault.read() as work:
            draft = work.safety_plans.draft(client_id)
            versions = work.safety_plans.of_client(client_id)
            return PlanPage(work.clients.get(client_id), versions, draft[0] if draft else None)

    def keep_draft(self, client_id: ClientId, plan: SafetyPlan, *, by: object = None) -> None:
        """Keep what is being written; raises NotFound, TextTooLong or HiddenCharacters.

        Saves that follow each other closely leave one entry in the audit trail.
        """
        now = self._clock.now()
        with self._vault.write() as work:
            work.clients.get(client_id)
            before = work.safety_plans.draft(client_id)
            work.safety_plans.keep_draft(client_id, plan.storable(), now)
            if before is None or now - before[1] >= SITTING:
                work.audit.append(AuditAct.SAFETY_PLAN_WRITTEN, f"client:{client_id}")
        self._publish(client_id, by)

    def drop_draft(self, client_id: ClientId, *, by: object = None) -> SafetyPlan | None:
        """Give up what is being written and hand it back for `keep_draft`; the version in force stays."""
        with self._vault.write() as work:
            draft = work.safety_plans.draft(client_id)
            work.safety_plans.drop_draft(client_id)
            work.audit.append(AuditAct.SAFETY_PLAN_WRITTEN, f"client:{client_id}", undone=True)
        self._publish(client_id, by)
        return draft[0] if draft else None

    def put_in_force(self, client_id: ClientId, plan: SafetyPlan, *, by: object = None) -> SafetyPlanVersion:
        """Make this the next version, in force from today on; what was being written is done with.

        Raises NotFound, TextIsMissing, DateIsImpossible, TextTooLong or HiddenCharacters.
        """
        day = today(self._clock)
        with self._vault.write() as work:
            work.clients.get(client_id)
            last = work.safety_plans.in_force(client_id)
            number = last.number + 1 if last else 1
            version = SafetyPlanVersion(_NOT_YET, client_id, number, plan.checked(day), day, self._clock.now())
            version = work.safety_plans.add(version)
            work.safety_plans.drop_draft(client_id)
            work.audit.append(AuditAct.SAFETY_PLAN_IN_FORCE, f"safety_plan:{version.id}", version=number)
        self._publish(client_id, by)
        return version

    def _publish(self, client_id: ClientId, by: object) -> None:
        self._events.publish(Changed(Subject.SAFETY_PLANS, client_id, by))
