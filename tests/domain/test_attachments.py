from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitalshift_desktop.domain.attachments import (
    LARGEST_BYTES,
    LONGEST_NAME,
    Attachment,
    AttachmentId,
    AttachmentKind,
    check_size,
    demand_whole,
    kind_of,
    sha256_of,
    tidy_name,
)
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.problems import (
    AttachmentIsDamaged,
    AttachmentIsEmpty,
    AttachmentNotReadable,
    AttachmentTooLarge,
)

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", AttachmentKind.PDF),
        (b"\xef\xbb\xbf\n%PDF-2.0\n", AttachmentKind.PDF),
        (PNG, AttachmentKind.PICTURE),
        (b"\xff\xd8\xff\xe0" + bytes(20), AttachmentKind.PICTURE),
        (b"GIF89a" + bytes(20), AttachmentKind.PICTURE),
        (b"II*\x00" + bytes(20), AttachmentKind.PICTURE),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", AttachmentKind.PICTURE),
        (b"BM\x46\x00\x00\x00\x00\x00\x00\x00\x36", AttachmentKind.PICTURE),
        (b"BMI was not asked about.\n", AttachmentKind.TEXT),
        ("Grüße\r\n\tvon Sunniva\n".encode(), AttachmentKind.TEXT),
    ],
)
def test_the_first_bytes_tell_what_a_file_is_whatever_its_name_says(data: bytes, kind: AttachmentKind) -> None:
    assert kind_of(data) is kind


@pytest.mark.parametrize("data", [b"PK\x03\x04" + bytes(50), b"\x00\x01\x02", b"MZ\x90\x00", b"Caf\xe9"])
def test_what_the_app_could_not_show_is_refused(data: bytes) -> None:
    with pytest.raises(AttachmentNotReadable):
        kind_of(data)


def test_an_empty_file_and_one_too_large_are_told_apart() -> None:
    with pytest.raises(AttachmentIsEmpty):
        kind_of(b"")
    check_size(LARGEST_BYTES)
    with pytest.raises(AttachmentTooLarge) as told:
        check_size(300_000_000)
    assert (told.value.size, told.value.largest) == (300_000_000, LARGEST_BYTES)


@given(st.binary(min_size=1, max_size=200), st.data())
def test_a_content_with_one_byte_changed_cut_or_added_is_never_taken_for_whole(
    data: bytes, draw: st.DataObject
) -> None:
    at = datetime(2026, 3, 5, 12, tzinfo=UTC)
    known = Attachment(
        AttachmentId(1),
        ClientId(1),
        None,
        "Scan",
        AttachmentKind.TEXT,
        len(data),
        sha256_of(data),
        date(2026, 3, 5),
        at,
    )
    assert demand_whole(known, data) == data
    place = draw.draw(st.integers(0, len(data) - 1))
    flipped = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
    for other in (flipped, data[:-1], data + b"\x00"):
        with pytest.raises(AttachmentIsDamaged):
            demand_whole(known, other)


@given(st.text(max_size=400))
def test_a_name_is_one_line_that_shows_every_sign_it_has(name: str) -> None:
    shown = tidy_name(name, fallback="pdf")
    assert 0 < len(shown) <= LONGEST_NAME
    assert not any(sign in shown for sign in "\n\r\t\x00\u202e\u2066\u200b")


def test_a_long_name_keeps_its_ending() -> None:
    assert tidy_name("a" * 300 + ".pdf").endswith(".pdf")
    assert tidy_name("\u202efdp.exe\n") == "fdp.exe"
