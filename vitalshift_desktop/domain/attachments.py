"""Attachments: scans and files that belong to a client, kept inside the vault with the hash of every byte."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.notes import NoteId
from vitalshift_desktop.domain.problems import (
    AttachmentIsDamaged,
    AttachmentIsEmpty,
    AttachmentNotReadable,
    AttachmentTooLarge,
)

AttachmentId = NewType("AttachmentId", int)

LARGEST_BYTES = 50_000_000
"""What one attachment may hold: about 100 pages of a colour scan. Larger ones would make every backup slow."""
LONGEST_NAME = 120
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


class AttachmentKind(StrEnum):
    """What an attachment is, told by its first bytes and never by its name."""

    PDF = "pdf"
    PICTURE = "picture"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attachment without its content; `size` in bytes, `sha256` in hex, `day` is the civil day it is about."""

    id: AttachmentId
    client_id: ClientId
    note_id: NoteId | None
    name: str
    kind: AttachmentKind
    size: int
    sha256: str
    day: date
    added_at: datetime


def kind_of(data: bytes) -> AttachmentKind:
    """What this is. Raises AttachmentIsEmpty, AttachmentTooLarge, or AttachmentNotReadable for any other kind."""
    if not data:
        raise AttachmentIsEmpty
    check_size(len(data))
    if b"%PDF-" in data[:1024]:  # the header may stand behind a few stray bytes, PDF 2.0 (ISO 32000-2), annex I
        return AttachmentKind.PDF
    if _is_picture(data):
        return AttachmentKind.PICTURE
    if is_text(data):
        return AttachmentKind.TEXT
    raise AttachmentNotReadable


def check_size(size: int) -> None:
    """Raise AttachmentTooLarge for more bytes than one attachment may hold."""
    if size > LARGEST_BYTES:
        raise AttachmentTooLarge(size, LARGEST_BYTES)


def is_text(data: bytes) -> bool:
    """True for UTF-8 without control characters other than line ends and tabs."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not any(ord(letter) < 32 and letter not in "\n\r\t\f" for letter in text)


def sha256_of(data: bytes) -> str:
    """SHA-256 of every byte, 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def demand_whole(attachment: Attachment, data: bytes) -> bytes:
    """The content again; raises AttachmentIsDamaged unless it is byte for byte what was added."""
    if len(data) != attachment.size or sha256_of(data) != attachment.sha256:
        raise AttachmentIsDamaged
    return data


def tidy_name(name: str, fallback: str = "") -> str:
    """A name to show: one line without unseen characters, shortened in the middle so that its ending stays."""
    shown = " ".join(_UNSEEN.sub(" ", name).split()) or fallback
    if len(shown) <= LONGEST_NAME:
        return shown
    keep = (LONGEST_NAME - 1) // 2
    return f"{shown[:keep]}…{shown[-keep:]}"


def _is_picture(data: bytes) -> bool:
    """The signatures of PNG, JPEG, GIF, BMP, TIFF and WebP."""
    starts = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
    is_bmp = data[:2] == b"BM" and data[6:10] == bytes(4)  # else a text that begins with these letters
    return data.startswith(starts) or is_bmp or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
