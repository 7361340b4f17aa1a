"""A progress note: written once, signed once, afterwards only added to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import LONGEST_FIELD, ClientId
from vitalshift_desktop.domain.fingerprints import fingerprint_of
from vitalshift_desktop.domain.note_templates import Heading, NoteTemplate
from vitalshift_desktop.domain.problems import NoteAlreadySigned, NoteIsEmpty, NoteNotSigned, TextTooLong
from vitalshift_desktop.domain.sessions import SessionId

NoteId = NewType("NoteId", int)
LONGEST_SECTION = 6_000_000
_SECOND = "2:"


@dataclass(frozen=True, slots=True)
class Section:
    """The text under one heading; `key` names the heading, and its words are the note's own.

    A note of an earlier version has no words of its own: its few keys say them. `alike` is how much of the text stood
    under this heading the time before, in percent, counted when the note was signed; None where nothing stood there.
    """

    key: str
    text: str = ""
    heading: str = ""
    alike: int | None = None


class AdditionKind(StrEnum):
    """What is added to a signed note."""

    LATE_ENTRY = "late_entry"
    """What belonged into the note when it was signed."""
    ADDENDUM = "addendum"
    """What came to be known or happened since."""
    AMENDMENT = "amendment"
    """What corrects the signed text."""


@dataclass(frozen=True, slots=True)
class Addendum:
    """Something added to a signed note, with its own dates and reason."""

    text: str
    reason: str
    written_at: datetime
    service_day: date
    signer: str
    kind: AdditionKind = AdditionKind.ADDENDUM


@dataclass(frozen=True, slots=True)
class Note:
    """One progress note. `version` counts saves; `fingerprint` is of the signed text.

    `template` is the key of the template it was begun from; `attachments` are the fingerprints of files on the note.
    """

    id: NoteId
    session_id: SessionId
    client_id: ClientId
    template: str
    sections: tuple[Section, ...]
    created_at: datetime
    changed_at: datetime
    version: int = 1
    signed_at: datetime | None = None
    signer: str = ""
    fingerprint: str = ""
    addenda: tuple[Addendum, ...] = ()
    goals_touched: frozenset[int] = frozenset()
    attachments: tuple[str, ...] = ()

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

    def has_section(self, key: str) -> bool:
        """Whether the note has this heading, with or without text."""
        return any(section.key == key for section in self.sections)

    def written(self, sections: tuple[Section, ...], at: datetime) -> "Note":
        """The same note with new text under its headings; raises NoteAlreadySigned or TextTooLong."""
        if self.is_signed:
            raise NoteAlreadySigned
        if any(len(section.text) > LONGEST_SECTION for section in sections):
            raise TextTooLong
        known = {section.key: section.heading for section in self.sections}
        headed = tuple(replace(one, heading=one.heading or known.get(one.key, "")) for one in sections)
        return replace(self, sections=headed, changed_at=at, version=self.version + 1)

    def reshaped(self, template: NoteTemplate, at: datetime, *, before: NoteTemplate | None = None) -> "Note":
        """The same text under another template's headings; raises NoteAlreadySigned.

        Text whose heading is gone joins the first one. Parts that were added to the template it had before stay.
        """
        if self.is_signed:
            raise NoteAlreadySigned
        wanted = [heading.key for heading in template.headings]
        kept = {one.key: one for one in self.sections if one.key in wanted}
        added = [one for one in self.sections if before is not None and before.heading(one.key) is None]
        stay = [one for one in added if one.key not in wanted]
        lost = [one.text for one in self.sections if one.key not in wanted and one not in stay and one.text.strip()]
        first = "\n\n".join([text for text in [_text_of(kept, wanted[0])] if text.strip()] + lost)
        sections = [
            Section(heading.key, first if place == 0 else _text_of(kept, heading.key), heading.words)
            for place, heading in enumerate(template.headings)
        ]
        return replace(
            self, template=template.key, sections=(*sections, *stay), changed_at=at, version=self.version + 1
        )

    def with_part(self, template: NoteTemplate, at: datetime) -> "Note":
        """The same note with another template's headings below its own; those it has already stay where they are.

        Raises NoteAlreadySigned.
        """
        if self.is_signed:
            raise NoteAlreadySigned
        more = (heading for heading in template.headings if not self.has_section(heading.key))
        return replace(self, sections=(*self.sections, *empty_sections(more)), changed_at=at, version=self.version + 1)

    def put_back(self, earlier: "Note", at: datetime) -> "Note":
        """Template and sections as they were before; raises NoteAlreadySigned."""
        if self.is_signed:
            raise NoteAlreadySigned
        return replace(
            self, template=earlier.template, sections=earlier.sections, changed_at=at, version=self.version + 1
        )

    def without_empty(self, keys: Collection[str], at: datetime) -> "Note":
        """The same note without those of these headings under which nothing stands; raises NoteAlreadySigned."""
        if self.is_signed:
            raise NoteAlreadySigned
        kept = tuple(one for one in self.sections if one.key not in keys or one.text.strip())
        return replace(self, sections=kept, changed_at=at, version=self.version + 1)

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

    def compared(self, alike: Mapping[str, int]) -> "Note":
        """The same note, saying for these headings how much stood there the time before, in percent."""
        return replace(self, sections=tuple(replace(one, alike=alike.get(one.key)) for one in self.sections))

    def added(self, addendum: Addendum) -> "Note":
        """The signed note with one addendum more; raises NoteNotSigned, NoteIsEmpty or TextTooLong."""
        if not self.is_signed:
            raise NoteNotSigned
        if not addendum.text.strip():
            raise NoteIsEmpty
        if len(addendum.text) > LONGEST_SECTION or len(addendum.reason) > LONGEST_FIELD:
            raise TextTooLong
        return replace(self, addenda=(*self.addenda, addendum))

    @property
    def is_unaltered(self) -> bool:
        """True for an unsigned note, or when the text still has the fingerprint made at signing."""
        if not self.is_signed:
            return True
        if self.fingerprint.startswith(_SECOND):
            return self.fingerprint == fingerprint(self)
        return self._holds_nothing_newer and self.fingerprint == first_fingerprint(self)

    @property
    def _holds_nothing_newer(self) -> bool:
        """Whether there is nothing that the first fingerprint did not cover, since it could be put in unseen."""
        return not self.attachments and all(one.heading == "" and one.alike is None for one in self.sections)


def empty_sections(headings: Iterable[Heading]) -> tuple[Section, ...]:
    """These headings, nothing under them."""
    return tuple(Section(heading.key, heading=heading.words) for heading in headings)


def fingerprint(note: Note) -> str:
    """ "2:" and SHA-256, 64 hex digits, over what signing seals: session, client, template, headings, text, likeness,
    goals, files, signer and time.
    """
    sections = [[one.key, one.heading, one.text, one.alike] for one in note.sections]
    return _SECOND + fingerprint_of(_sealed(note) | {"sections": sections, "attachments": sorted(note.attachments)})


def first_fingerprint(note: Note) -> str:
    """The fingerprint that versions 0.1 and 0.2 made: 64 hex digits, without headings and files."""
    return fingerprint_of(_sealed(note) | {"sections": [[section.key, section.text] for section in note.sections]})


def addendum_fingerprint(addendum: Addendum) -> str:
    """SHA-256, 64 hex digits, over all of an addendum; the audit trail keeps it."""
    return fingerprint_of(
        {
            "kind": addendum.kind.value,
            "text": addendum.text,
            "reason": addendum.reason,
            "written_at": addendum.written_at.isoformat(),
            "service_day": addendum.service_day.isoformat(),
            "signer": addendum.signer,
        }
    )


def _sealed(note: Note) -> dict[str, object]:
    return {
        "session": note.session_id,
        "client": note.client_id,
        "template": note.template,
        "goals": sorted(note.goals_touched),
        "signer": note.signer,
        "signed_at": note.signed_at.isoformat() if note.signed_at else "",
    }


def _text_of(sections: Mapping[str, Section], key: str) -> str:
    return sections[key].text if key in sections else ""
