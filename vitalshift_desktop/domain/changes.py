"""News of what changed, so that pages look again."""

from dataclasses import dataclass
from enum import StrEnum

from vitalshift_desktop.domain.clients import ClientId


class Subject(StrEnum):
    """What a change is about."""

    CLIENTS = "clients"
    SESSIONS = "sessions"
    FEES = "fees"
    CLOSURES = "closures"
    NOTES = "notes"
    CONTACTS = "contacts"
    PROCESS_NOTES = "process_notes"
    GOALS = "goals"
    AGREEMENTS = "agreements"
    CONSENTS = "consents"
    BOUNDARY_EVENTS = "boundary_events"
    SAFETY_PLANS = "safety_plans"
    MEASURES = "measures"
    REMINDERS = "reminders"
    PRACTICE = "practice"
    BACKUPS = "backups"
    DISCLOSURES = "disclosures"
    SECRETS = "secrets"
    CHECKS = "checks"
    ATTACHMENTS = "attachments"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Changed:
    """One saved change; `by` is whoever asked for it, so that an editor need not reload its own text."""

    subject: Subject
    client_id: ClientId | None = None
    by: object = None
