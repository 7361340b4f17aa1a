"""What a vault says about itself, in plain JSON, asked through parts that every release has."""

from typing import Any

from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.notes import Note
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.unit_of_work import UnitOfWork


def facts_of(workspace: Workspace) -> dict[str, Any]:
    """Everything the counselor put into the vault, client by client; nothing that opening it changes."""
    with workspace.vault.read() as work:
        clients = [_of_client(work, line) for line in _clients(work)]
        counselor = work.practice.get().counselor_name
    return {"vault_id": workspace.vault_id, "counselor": counselor, "clients": clients}


def _clients(work: UnitOfWork) -> list[Client]:
    return sorted(work.clients.all(), key=lambda client: client.id)


def _of_client(work: UnitOfWork, client: Client) -> dict[str, Any]:
    details = client.details
    return {
        "name": details.preferred_name,
        "code": details.code,
        "phone": details.phone,
        "born": str(details.born),
        "status": client.status.value,
        "sessions": [
            [one.starts.isoformat(), one.attendance.value, one.modality.value]
            for one in work.sessions.of_client(client.id)
        ],
        "notes": [_of_note(note) for note in work.notes.of_client(client.id)],
        "goals": [
            [goal.details.wording, goal.details.target, goal.status.value] for goal in work.goals.of_client(client.id)
        ],
        "ratings": [
            [one.rating, one.rater.value, str(one.rated_on)] for one in work.goals.ratings_of_client(client.id)
        ],
        "clauses": [[one.topic.value, one.wording, one.state.value] for one in work.agreements.versions(client.id)],
        "agreements": [[str(one.agreed_on), one.fingerprint] for one in work.agreements.of_client(client.id)],
        "measures": [
            [one.instrument_id, one.rater.value, one.state.value, list(one.answers or ())]
            for one in work.measures.of_client(client.id)
        ],
        "reminders": [
            [one.details.title, str(one.details.due_on), one.is_open] for one in work.reminders.of_client(client.id)
        ],
    }


def _of_note(note: Note) -> dict[str, Any]:
    return {
        "template": note.template,
        "sections": [[section.key, section.text] for section in note.sections],
        "goals_touched": sorted(note.goals_touched),
        "signed": note.is_signed,
        "fingerprint": note.fingerprint,
        "unaltered": note.is_unaltered,
        "added": [[one.text, one.reason, str(one.service_day)] for one in note.addenda],
    }
