"""Writes the sample practice into an empty vault, as if it had been kept until today."""

import json
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from vitalshift_desktop.assets import asset, assets_in
from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import AlreadyRecorded
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.domain.snippets import Snippet, SnippetId
from vitalshift_desktop.services.sample_apart import write_apart
from vitalshift_desktop.services.sample_consents import write_consents
from vitalshift_desktop.services.sample_entry import SampleInvalid
from vitalshift_desktop.services.sample_facts import SampleClient, SamplePractice
from vitalshift_desktop.services.sample_format import read_client, read_practice
from vitalshift_desktop.services.sample_reminders import write_reminder
from vitalshift_desktop.services.sample_writer import SampleDays, write_client
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_FOLDER = "sample_practice"


def write(workspace: Workspace, today: date) -> None:
    """Fill an empty vault with the sample practice as of a day, in one unit of work.

    Raises AlreadyRecorded when there are clients, SampleInvalid when the data does not keep to its format.
    """
    practice, clients = sample_data()
    days = SampleDays(today, workspace.clock.zone())
    with workspace.vault.write() as work:
        if work.clients.codes():
            raise AlreadyRecorded
        work.practice.save(practice.practice)
        for reminder in practice.reminders:
            write_reminder(work, reminder, None, days.on, days.at, days.zone, {})
        for trigger, words in practice.snippets:
            work.writing.add_snippet(Snippet(SnippetId(0), trigger, words).checked(work.writing.snippets()))
        for client in clients:
            write_client(work, days, client, practice.practice.counselor_name)
        write_apart(work, days, _parsed(asset(_FOLDER, "apart.json")), practice.practice.counselor_name)
        write_consents(work, days, _parsed(asset(_FOLDER, "consents.json")))
        _refuse_overlaps(work, days)
        work.audit.append(AuditAct.SAMPLE_WRITTEN, "practice", clients=len(clients))
    workspace.events.publish(Changed(Subject.CLIENTS))


def sample_data() -> tuple[SamplePractice, tuple[SampleClient, ...]]:
    """The sample practice as its files hold it; raises SampleInvalid."""
    practice = read_practice(_parsed(asset(_FOLDER, "practice.json")), "practice.json")
    files = assets_in(_FOLDER, "clients", suffix=".json")
    return practice, tuple(read_client(_parsed(file), file.name) for file in files)


def _parsed(file: Path) -> object:
    try:
        data: object = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SampleInvalid(f"{file.name}: not JSON: {error}") from None
    return data


def _refuse_overlaps(work: UnitOfWork, days: SampleDays) -> None:
    far = timedelta(days=4000)
    middle = datetime.fromisoformat(f"{days.today.isoformat()}T00:00:00+00:00")
    standing = [session for session in work.sessions.between(middle - far, middle + far) if session.stands]
    for before, after in pairwise(standing):
        if before.overlaps(after):
            raise SampleInvalid(_overlap(work, before, after, days))


def _overlap(work: UnitOfWork, before: Session, after: Session, days: SampleDays) -> str:
    first, second = work.clients.get(before.client_id).name, work.clients.get(after.client_id).name
    day = (after.day - days.today).days
    return f"the sessions of {first} and {second} overlap on day {day} at {after.local_start:%H:%M}"
