"""Fingerprints of notes on agreements and of consents; the audit trail keeps them, so that a change is noticed."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from enum import Enum

from vitalshift_desktop.domain.boundary_events import BoundaryEvent, EventAddition
from vitalshift_desktop.domain.consents import Consent, Withdrawal
from vitalshift_desktop.domain.fingerprints import fingerprint_of

KeptParts = Mapping[int, str | None]
"""The fingerprints of one record by place: 0 is the record itself, 1 and above what was added to it, in order."""


def event_parts(event: BoundaryEvent) -> tuple[str, ...]:
    """The fingerprints of a note on an agreement and of everything that was added to it, a class among it."""
    return (_of_event(event), *(addition_fingerprint(one) for one in event.additions))


def consent_parts(consent: Consent) -> tuple[str, ...]:
    """The fingerprints of a consent and, where it was taken back, of that."""
    return (_of_consent(consent), *([withdrawal_fingerprint(consent.withdrawal)] if consent.withdrawal else []))


def addition_fingerprint(addition: EventAddition) -> str:
    """The fingerprint of all of an addition."""
    return fingerprint_of(_plain_of(asdict(addition)))


def withdrawal_fingerprint(withdrawal: Withdrawal) -> str:
    """The fingerprint of all of a consent taken back."""
    return fingerprint_of(_plain_of(asdict(withdrawal)))


def is_as_kept(kept: KeptParts, found: Sequence[str]) -> bool:
    """Whether no part is another one or missing. A part without an entry cannot be compared, as in older records."""
    if len(found) <= max(kept, default=0):
        return False
    return all(kept.get(place) in (None, one) for place, one in enumerate(found))


def _of_event(event: BoundaryEvent) -> str:
    head = {
        "client": event.client_id,
        "clause": event.clause_id,
        "number": event.number,
        "contact": event.contact_id,
        "worksheet": event.worksheet_id,
        "recorded_at": _plain(event.recorded_at),
        "signer": event.signer,
    }
    return fingerprint_of({**head, "details": _plain_of(asdict(event.details))})


def _of_consent(consent: Consent) -> str:
    head = {
        "client": consent.client_id,
        "corrects": consent.corrects_id,
        "recorded_at": _plain(consent.recorded_at),
    }
    return fingerprint_of({**head, "details": _plain_of(asdict(consent.details))})


def _plain_of(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _plain(value) for name, value in values.items()}


def _plain(value: object) -> object:
    """The value as JSON holds it; an instant in UTC, whatever zone it was made in."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return _plain_of(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
