"""What was signed or agreed, looked at one by one, whether it is still what fingerprint and audit trail say."""

from collections.abc import Callable
from dataclasses import dataclass

from vitalshift_desktop.domain.agreed_snapshots import is_unaltered
from vitalshift_desktop.domain.contacts import addition_fingerprint
from vitalshift_desktop.domain.kept_fingerprints import consent_parts, event_parts, is_as_kept
from vitalshift_desktop.domain.notes import addendum_fingerprint
from vitalshift_desktop.domain.problems import VaultIsDamaged
from vitalshift_desktop.domain.vault_check import Finding, FindingKind
from vitalshift_desktop.vault.records.signed_notes import added_otherwise
from vitalshift_desktop.vault.transactions import Transactions
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_AT_A_TIME = 200
GoOn = Callable[[], None]
"""Raises when the check was stopped."""


@dataclass(frozen=True, slots=True)
class SeenSealed:
    """How many notes are signed, contacts among them, and how many agreements were made; and what is wrong."""

    notes: int
    agreements: int
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Tally:
    """How many were looked at, and the numbers of those that are not as they were."""

    count: int
    altered: set[int]


def seen_of_sealed(transactions: Transactions, go_on: GoOn) -> SeenSealed:
    """Look at every signed note and contact, every agreement, every note on one, and every consent."""
    notes, of_notes = _looked(transactions, go_on, _notes, FindingKind.NOTE_ALTERED)
    contacts, of_contacts = _looked(transactions, go_on, _contacts, FindingKind.CONTACT_ALTERED)
    agreements, of_agreements = _looked(transactions, go_on, _agreements, FindingKind.AGREEMENT_ALTERED)
    _events_seen, of_events = _looked(transactions, go_on, _events, FindingKind.EVENT_ALTERED)
    _consents_seen, of_consents = _looked(transactions, go_on, _consents, FindingKind.CONSENT_ALTERED)
    findings = (*of_notes, *of_contacts, *of_agreements, *of_events, *of_consents)
    return SeenSealed(notes + contacts, agreements, findings)


def _looked(
    transactions: Transactions, go_on: GoOn, look: Callable[[UnitOfWork, GoOn, _Tally], None], kind: FindingKind
) -> tuple[int, list[Finding]]:
    tally = _Tally(0, set())
    try:
        with transactions.read() as work:
            look(work, go_on, tally)
    except VaultIsDamaged:
        return tally.count, [Finding(kind, "")]
    return tally.count, [Finding(kind, str(one)) for one in sorted(tally.altered)]


def _notes(work: UnitOfWork, go_on: GoOn, tally: _Tally) -> None:
    """Those whose text, fingerprint or additions are not those that were signed."""
    last, kept = 0, work.notes.kept_additions()
    while notes := work.notes.signed_after(last, _AT_A_TIME):
        go_on()
        tally.altered |= {note.id for note in notes if not note.is_unaltered}
        added = {note.id: [addendum_fingerprint(one) for one in note.addenda] for note in notes}
        tally.altered |= {note for note, found in added.items() if added_otherwise(kept, note, found)}
        tally.count, last = tally.count + len(notes), notes[-1].id
    tally.altered |= work.notes.signed_otherwise()


def _contacts(work: UnitOfWork, go_on: GoOn, tally: _Tally) -> None:
    """The same for contact notes."""
    last, kept = 0, work.contacts.kept_additions()
    while contacts := work.contacts.signed_after(last, _AT_A_TIME):
        go_on()
        tally.altered |= {contact.id for contact in contacts if not contact.is_unaltered}
        added = {one.id: [addition_fingerprint(part) for part in one.additions] for one in contacts}
        tally.altered |= {one for one, found in added.items() if added_otherwise(kept, one, found)}
        tally.count, last = tally.count + len(contacts), contacts[-1].id
    tally.altered |= work.contacts.signed_otherwise()


def _agreements(work: UnitOfWork, go_on: GoOn, tally: _Tally) -> None:
    """Those that are not what was agreed: a wording, a day, who agreed, what was said or drawn."""
    last = 0
    while agreements := work.agreements.after(last, _AT_A_TIME):
        go_on()
        tally.altered |= {one.id for one in agreements if not is_unaltered(one)}
        tally.count, last = tally.count + len(agreements), agreements[-1].id
    tally.altered |= work.agreements.agreed_otherwise()


def _events(work: UnitOfWork, go_on: GoOn, tally: _Tally) -> None:
    """Notes on agreements that are not as they were written, or not there; what was added, a class among it, too."""
    last, kept = 0, work.boundary_events.kept_fingerprints()
    missing = set(kept)
    while events := work.boundary_events.after(last, _AT_A_TIME):
        go_on()
        missing -= {one.id for one in events}
        tally.altered |= {one.id for one in events if not is_as_kept(kept.get(one.id, {}), event_parts(one))}
        tally.count, last = tally.count + len(events), events[-1].id
    tally.altered |= missing


def _consents(work: UnitOfWork, go_on: GoOn, tally: _Tally) -> None:
    """The same for consents and releases, and for their being taken back."""
    last, kept = 0, work.consents.kept_fingerprints()
    missing = set(kept)
    while consents := work.consents.after(last, _AT_A_TIME):
        go_on()
        missing -= {one.id for one in consents}
        tally.altered |= {one.id for one in consents if not is_as_kept(kept.get(one.id, {}), consent_parts(one))}
        tally.count, last = tally.count + len(consents), consents[-1].id
    tally.altered |= missing
