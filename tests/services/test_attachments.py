from datetime import date, timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.attachments import AttachmentKind
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.problems import (
    AttachmentIsDamaged,
    AttachmentIsThere,
    AttachmentNotReadable,
    DateIsImpossible,
    NoteAlreadySigned,
    NotFound,
    TextIsMissing,
)
from vitalshift_desktop.vault.records.attachments import PART_BYTES

FORM = b"%PDF-1.4 signed by an invented client\n"


def test_a_scan_comes_back_byte_for_byte_and_the_lists_know_it(world: World) -> None:
    client = world.client()
    large = FORM + bytes(range(256)) * (PART_BYTES // 100)
    added = world.workspace.attachments.add(client.id, " Agreement\n2026.pdf ", large)
    assert (added.name, added.kind, added.size, added.day) == (
        "Agreement 2026.pdf",
        AttachmentKind.PDF,
        len(large),
        world.today,
    )
    assert world.workspace.attachments.open(added.id) == large
    assert world.workspace.attachments.of_client(client.id) == (added,)
    assert world.workspace.attachments.count_of(client.id) == 1
    assert world.heard[-1] == Changed(Subject.ATTACHMENTS, client.id)


def test_what_is_not_kept_leaves_nothing_behind(world: World) -> None:
    client = world.client()
    rows = world.rows()
    with pytest.raises(AttachmentNotReadable):
        world.workspace.attachments.add(client.id, "letter.docx", b"PK\x03\x04" + bytes(30))
    assert (world.workspace.attachments.of_client(client.id), world.rows()) == ((), rows)


def test_the_same_file_is_not_kept_twice_for_one_client_but_may_belong_to_another(world: World) -> None:
    one, other = world.client(), world.client("Idris K.")
    world.workspace.attachments.add(one.id, "form.pdf", FORM)
    with pytest.raises(AttachmentIsThere):
        world.workspace.attachments.add(one.id, "form again.pdf", FORM)
    assert world.workspace.attachments.add(other.id, "form.pdf", FORM).client_id == other.id


def test_name_and_day_can_be_changed_to_something_possible_only(world: World) -> None:
    client = world.client()
    added = world.workspace.attachments.add(client.id, "scan0001.pdf", FORM)
    day = world.today - timedelta(days=3)
    world.workspace.attachments.change(added.id, "Consent, signed", day)
    (found,) = world.workspace.attachments.of_client(client.id)
    assert (found.name, found.day) == ("Consent, signed", day)
    with pytest.raises(TextIsMissing):
        world.workspace.attachments.change(added.id, " \u200b ", day)
    for impossible in (world.today + timedelta(days=1), date(26, 3, 5)):
        with pytest.raises(DateIsImpossible):
            world.workspace.attachments.change(added.id, "Consent", impossible)


def test_a_removed_attachment_can_be_put_back_as_it_was(world: World) -> None:
    client = world.client()
    added = world.workspace.attachments.add(client.id, "form.pdf", FORM)
    removed = world.workspace.attachments.remove(added.id)
    assert world.workspace.attachments.of_client(client.id) == ()
    with pytest.raises(NotFound):
        world.workspace.attachments.open(added.id)
    assert "invented" not in repr(removed)
    assert world.workspace.attachments.restore(removed) == added
    assert world.workspace.attachments.open(added.id) == FORM


def test_what_hangs_on_a_note_is_sealed_when_the_note_is_signed(world: World) -> None:
    client = world.client()
    session = world.held(client, -1)
    note = world.written(session)
    attachments = world.workspace.attachments
    hung = attachments.add(client.id, "drawing.pdf", FORM, note_id=note.id)
    assert not attachments.is_sealed(hung)
    world.workspace.notes.sign(note.id)
    assert attachments.is_sealed(hung)
    for act in (
        lambda: attachments.remove(hung.id),
        lambda: attachments.change(hung.id, "Another", world.today),
        lambda: attachments.add(client.id, "late.txt", b"Too late.\n", note_id=note.id),
    ):
        with pytest.raises(NoteAlreadySigned):
            act()
    assert attachments.of_note(note.id) == (hung,)
    assert attachments.open(hung.id) == FORM


def test_an_attachment_never_hangs_on_another_clients_note(world: World) -> None:
    mine, other = world.client(), world.client("Idris K.")
    note = world.written(world.held(other, -1))
    with pytest.raises(NotFound):
        world.workspace.attachments.add(mine.id, "form.pdf", FORM, note_id=note.id)
    assert world.workspace.attachments.of_client(mine.id) == ()


def test_a_content_changed_behind_the_apps_back_is_not_shown(world: World) -> None:
    client = world.client()
    added = world.workspace.attachments.add(client.id, "form.pdf", FORM)
    with world.workspace.vault.write() as work:
        connection = work.meta._session
        connection.execute(text("DROP TRIGGER attachment_part_no_update"))
        connection.execute(text("UPDATE attachment_part SET data = CAST('%PDF-1.4 other' AS BLOB)"))
    with pytest.raises(AttachmentIsDamaged):
        world.workspace.attachments.open(added.id)
