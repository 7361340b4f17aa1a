"""What somebody who looks over the counselor's shoulder, or a screen reader in the room, could make out."""

import re
from calendar import day_name, month_name
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from tests.journeys.hands import windows
from vitalshift_desktop.assets import asset_text, assets_in
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.related_people import RelatedPerson
from vitalshift_desktop.domain.safety_plans import PlanPart
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.widgets.prose_editor import ProseEditor
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SHORTEST = 6
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_MOST_ROWS = 60
_OF_THE_APP = ("signer", "fingerprint")  # who signed is the counselor; hex digits look like words here and there


def to_be_seen() -> str:
    """Every word in sight, and every word a tip or a screen reader would tell of what is in sight."""
    return "\n".join(words for window in windows() for words in _words_of(window) if words)


def _words_of(window: QWidget) -> Iterator[str]:
    for part in (window, *window.findChildren(QWidget)):
        if not part.isVisible():
            continue
        yield part.windowTitle()
        yield part.toolTip()
        yield part.accessibleName()
        yield part.accessibleDescription()
        if isinstance(part, QLineEdit):
            yield part.displayText()
        elif isinstance(part, (QLabel, QAbstractButton)):
            yield part.text()  # of a covered RecordLabel it is "Hidden"
        elif isinstance(part, ProseEditor):
            yield "" if part.is_covered else part.text()
        elif isinstance(part, (QPlainTextEdit, QTextEdit)):
            yield part.toPlainText()
        elif isinstance(part, QAbstractItemView) and part.model() is not None:
            yield from _cells_of(part.model())


def _cells_of(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), _MOST_ROWS)):
        for column in range(columns):
            for role in _ROLES:
                value = model.index(row, column).data(role)
                yield value if isinstance(value, str) else ""


def names_in(workspace: Workspace) -> set[str]:
    """The words of the names of all clients, but for those the app itself uses."""
    names = " ".join(line.client.name for line in workspace.clients.lines())
    return {word for word in re.findall(r"[^\W\d_]{4,}", names) if word.lower() not in _own_words()}


def words_of_records(workspace: Workspace) -> set[str]:
    """Long words of notes, contacts and goals that the app itself has no use for."""
    with workspace.vault.read() as work:
        ids = [client.id for client in work.clients.all()]
        texts = [section.text for one in ids for note in work.notes.of_client(one) for section in note.sections]
        texts += [goal.details.wording for one in ids for goal in work.goals.of_client(one)]
        contacts = [*work.contacts.inbox(), *(contact for one in ids for contact in work.contacts.of_client(one))]
        texts += [f"{contact.details.text} {contact.details.third_party_words}" for contact in contacts]
        texts += [note.text for one in ids for note in work.process_notes.of_client(one)]
        texts += [f"{person.details.name} {person.details.may_share}" for person in _related(work, ids)]
        texts += [medicine.details.name for one in ids for medicine in work.medicines.of_client(one)]
        consents = [one.details for client_id in ids for one in work.consents.of_client(client_id)]
        texts += [f"{one.recipient} {one.scope} {one.purpose} {one.words} {one.assent_words}" for one in consents]
        texts += [one.details.words for client_id in ids for one in work.consents.may_know(client_id)]
        texts += [words for client_id in ids for words in _agreed_with(work, client_id)]
        plans = [version.plan for one in ids for version in work.safety_plans.of_client(one)]
        texts += [plan.text(part) for plan in plans for part in PlanPart]
    return {word.lower() for text in texts for word in _WORD.findall(text)} - _own_words()


def _agreed_with(work: UnitOfWork, client_id: ClientId) -> Iterator[str]:
    """What was agreed with one client and noted about it, versions of before too."""
    agreements, replies = work.agreements.of_client(client_id), work.outreach.replies_of([client_id])
    sheets, events = work.worksheets.of_client(client_id), work.boundary_events.of_client(client_id)
    commitments = work.commitments.of_client(client_id)
    parts: tuple[DataclassInstance, ...] = (
        *work.agreements.versions(client_id),
        *agreements,
        *(party for made in agreements for party in made.parties),
        *(one.details for one in work.goal_versions.of_client(client_id)),
        *work.goal_versions.of_client(client_id),
        *(one.details for one in work.tasks.of_client(client_id)),
        *(one.details for one in events),
        *(addition for one in events for addition in one.additions),
        *(addition for one in sheets for addition in one.additions),
        *(one.before for one in sheets),
        *sheets,
        *(one.details for one in work.consultations.of_client(client_id)),
        *commitments,
        *(one.terms for one in commitments),
        *(one for few in work.commitments.breaks_of([client_id]).values() for one in few),
        *(one for few in work.clause_reviews.of_clients([client_id]).values() for one in few),
        *replies,
        *(one.details for one in work.reminders.of_client(client_id)),
    )
    for part in parts:
        values = (getattr(part, field.name) for field in fields(part) if field.name not in _OF_THE_APP)
        yield " ".join(value for value in values if type(value) is str)


@cache
def _own_words() -> frozenset[str]:
    """The words of the catalogue, and of what the app brings along to be put to clients."""
    folders = ("instruments", "agreement_templates", "consent_templates", "note_templates", "jurisdictions")
    files = [asset_text(folder, file.name) for folder in folders for file in assets_in(folder, suffix=".json")]
    shipped = " ".join([asset_text("translations", "vitalshift.pot"), *files, *month_name, *day_name])
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]{4,}", shipped))


def _related(work: UnitOfWork, ids: list[ClientId]) -> Iterator[RelatedPerson]:
    for client_id in ids:
        yield from work.related_people.of_client(client_id)


def seen_of(words: set[str]) -> list[str]:
    """Which of these words are to be seen."""
    shown = set(re.findall(r"[^\W\d_]+", to_be_seen().lower()))
    return sorted(word for word in words if word.lower() in shown)
