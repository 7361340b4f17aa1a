"""A progress note: written once, signed once, afterwards only added to."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import NoteAlreadySigned, NoteIsEmpty, NoteNotSigned, TextTooLong
from vitalshift_desktop.domain.sessions import SessionId

NoteId = NewType("NoteId", int)
LONGEST_SECTION = 6_000_000


class Template(StrEnum):
    """The shape of a note."""

    FREE = "free"
    DAP = "dap"


SECTION_KEYS: Mapping[Template, tuple[str, ...]] = {
    Template.FREE: ("text", "plan"),
    Template.DAP: ("data", "assessment", "plan"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """The text under one heading; `key` names the heading."""

    key: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Addendum:
    """Something added to a signed note, with its own dates and reason."""

    text: str
    reason: str
    written_at: datetime
    service_day: date
    signer: str


@dataclass(frozen=True, slots=True)
class Note:
    """One progress note. `version` counts saves; `fingerprint` is of the signed text."""

    id: NoteId
    session_id: SessionId
    client_id: ClientId
    template: Template
    sections: tuple[Section, ...]
    created_at: datetime
    changed_at: datetime
    version: int = 1
    signed_at: datetime | None = None
    signer: str = ""
    fingerprint: str = ""
    addenda: tuple[Addendum, ...] = ()
    goals_touched: frozenset[int] = frozenset()

    @property
    def is_signed(self) -> bool:
        """True once it was signed."""
        return self.signed_at is not None

    @property
    def has_text(self) -> bool:
        """True when at least one section holds more than spaces."""
        return any(section.text.strip() for section in self.sections)

    def section(self, key: str) -> str:
        """The text under a heading, empty when there is none."""
        return next((section.text for section in self.sections if section.key == key), "")

    def written(self, sections: tuple[Section, ...], at: datetime) -> "Note":
        """The same note with new text; raises NoteAlreadySigned or TextTooLong."""
        if self.is_signed:
            raise NoteAlreadySigned
        if any(len(section.text) > LONGEST_SECTION for section in sections):
            raise TextTooLong
        return replace(self, sections=sections, changed_at=at, version=self.version + 1)

    def reshaped(self, template: Template, at: datetime) -> "Note":
        """The same text under another template's headings; text whose heading is gone joins the first."""
        if self.is_signed:
            raise NoteAlreadySigned
        keys = SECTION_KEYS[template]
        kept = {section.key: section.text for section in self.sections if section.key in keys}
        lost = [section.text for section in self.sections if section.key not in keys and section.text.strip()]
        first = "\n\n".join([text for text in [kept.get(keys[0], "")] if text.strip()] + lost)
        sections = tuple(Section(key, first if key == keys[0] else kept.get(key, "")) for key in keys)
        return replace(self, template=template, sections=sections, changed_at=at, version=self.version + 1)

    def touching(self, goals: frozenset[int], at: datetime) -> "Note":
        """The same note, linked to these goals; the text and its version stay. Raises NoteAlreadySigned."""
        if self.is_signed:
            raise NoteAlreadySigned
        return replace(self, goals_touched=goals, changed_at=at)

    def signed(self, at: datetime, signer: str) -> "Note":
        """The same note, signed, with the fingerprint of its text."""
        if self.is_signed:
            raise NoteAlreadySigned
        if not self.has_text:
            raise NoteIsEmpty
        sealed = replace(self, signed_at=at, signer=signer)
        return replace(sealed, fingerprint=fingerprint(sealed))

    def added(self, addendum: Addendum) -> "Note":
        """The signed note with one addendum more; raises NoteNotSigned or NoteIsEmpty."""
        if not self.is_signed:
            raise NoteNotSigned
        if not addendum.text.strip():
            raise NoteIsEmpty
        return replace(self, addenda=(*self.addenda, addendum))

    @property
    def is_unaltered(self) -> bool:
        """True for an unsigned note, or when the text still has the fingerprint made at signing."""
        return not self.is_signed or fingerprint(self) == self.fingerprint


def empty_sections(template: Template) -> tuple[Section, ...]:
    """The headings of a template, nothing under them."""
    return tuple(Section(key) for key in SECTION_KEYS[template])


def fingerprint(note: Note) -> str:
    """SHA-256, 64 hex digits, over what signing seals: session, template, sections, goals, signer and time."""
    sealed = {
        "session": note.session_id,
        "client": note.client_id,
        "template": note.template.value,
        "sections": [[section.key, section.text] for section in note.sections],
        "goals": sorted(note.goals_touched),
        "signer": note.signer,
        "signed_at": note.signed_at.isoformat() if note.signed_at else "",
    }
    canonical = json.dumps(sealed, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
