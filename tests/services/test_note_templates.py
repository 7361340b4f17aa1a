"""Templates of notes: what begins with which, parts, the counselor's own, and what is as last time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.services.world import World
from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.closures import Closure, ClosureId
from vitalshift_desktop.domain.lateness import Late
from vitalshift_desktop.domain.note_templates import DAP, FREE, Heading, NoteTemplate
from vitalshift_desktop.domain.notes import AdditionKind, Note, Section
from vitalshift_desktop.domain.problems import NoteAlreadySigned, NotFound, StillInUse
from vitalshift_desktop.domain.sessions import Session

MINE = NoteTemplate("", "Short", (Heading("", "Mood today", "in one word"), Heading("plan", "Plan")))


def filled(note: Note, *texts: str) -> tuple[Section, ...]:
    """The sections of a note with these texts, in their order."""
    return tuple(replace(one, text=words) for one, words in zip(note.sections, texts, strict=True))


def written(world: World, session: Session, *texts: str, template: str = DAP) -> Note:
    notes = world.workspace.notes
    note = notes.start(session.id, template)
    return notes.save_draft(note.id, filled(note, *texts), base_version=note.version)


def test_a_note_follows_the_last_one_but_not_what_is_written_once_or_put_away(world: World) -> None:
    w, client = world.workspace, world.client()
    own = w.note_templates.add(MINE)
    assert w.notes.start(world.held(client, -28).id, own.key).template == own.key == "own:1"
    assert w.notes.start(world.held(client, -21).id, "risk").template == "risk"
    assert w.notes.start(world.held(client, -14).id).template == own.key
    w.note_templates.put_away(own.key)
    assert w.notes.start(world.held(client, -7).id).template == DAP
    w.note_templates.set_usual("soap")
    assert w.notes.start(world.held(world.client("Wren A."), -6).id).template == "soap"
    with pytest.raises(NotFound):
        w.notes.start(world.held(client, -1).id, "own:99")


def test_a_change_of_a_template_never_changes_a_note(world: World) -> None:
    w = world.workspace
    own = w.note_templates.add(MINE)
    note = w.notes.start(world.held(world.client(), 0).id, own.key)
    assert [(one.key, one.heading) for one in note.sections] == [("mood_today", "Mood today"), ("plan", "Plan")]
    renamed = (replace(own.headings[0], words="State"), Heading("", "More"))
    changed = w.note_templates.change(replace(own, name="Longer", headings=renamed))
    assert [heading.key for heading in changed.headings] == ["mood_today", "more"]
    opened = w.notes.get(note.id)
    assert opened.note.sections == note.sections
    assert (opened.template, opened.hints["mood_today"]) == (changed, "in one word")


def test_a_template_in_use_is_put_away_and_only_an_unused_one_can_be_removed(world: World) -> None:
    templates = world.workspace.note_templates
    used, unused = templates.add(MINE), templates.add(replace(MINE, name="Other"))
    world.workspace.notes.start(world.held(world.client(), 0).id, used.key)
    assert (templates.is_used(used.key), templates.is_used(unused.key)) == (True, False)
    with pytest.raises(StillInUse):
        templates.remove(used.key)
    templates.remove(unused.key)
    assert templates.put_away(used.key).put_away
    assert used.key not in [template.key for template in templates.usable()]
    assert [template.key for template in templates.all() if template.is_own] == [used.key]
    templates.put_away(used.key, away=False)
    assert used.key in [template.key for template in templates.usable()]


def test_a_part_is_added_and_taken_back_with_the_text_as_it_was(world: World) -> None:
    notes = world.workspace.notes
    before = written(world, world.held(world.client(), 0), "Seen.", "", "Go on.")
    part = notes.add_part(before.id, "risk", base_version=before.version)
    assert [one.key for one in part.sections][:4] == ["data", "assessment", "plan", "asked"]
    free = notes.change_template(part.id, FREE, base_version=part.version)
    assert [one.key for one in free.sections][:3] == ["text", "plan", "asked"]
    back = notes.put_back(part, base_version=free.version)
    assert (back.template, back.sections) == (DAP, part.sections)
    notes.sign(back.id)
    with pytest.raises(NoteAlreadySigned):
        notes.put_back(before, base_version=back.version)


def test_what_was_written_since_stays_when_a_change_of_headings_is_taken_back(world: World) -> None:
    notes = world.workspace.notes
    before = written(world, world.held(world.client(), 0), "Seen.", "", "Go on.")
    part = notes.add_part(before.id, "risk", base_version=before.version)
    texts = {"data": "Seen and more.", "said": "No plan."}
    changed = tuple(replace(one, text=texts.get(one.key, one.text)) for one in part.sections)
    typed = notes.save_draft(part.id, changed, base_version=part.version)
    back = notes.put_back(before, base_version=part.version)
    assert [(one.key, one.text) for one in back.sections] == [
        ("data", "Seen and more."), ("assessment", ""), ("plan", "Go on."), ("said", "No plan."),
    ]  # fmt: skip
    soap = notes.change_template(before.id, "soap", base_version=back.version)
    told = tuple(replace(one, text="Now.") if one.key == "objective" else one for one in soap.sections)
    notes.save_draft(soap.id, told, base_version=soap.version)
    again = notes.put_back(back, base_version=soap.version)
    assert again.template == DAP
    whole = "\n".join(one.text for one in again.sections)
    assert all(words in whole for words in ("Seen and more.", "Now.", "Go on.", "No plan."))
    assert typed.version < again.version


def test_each_section_knows_what_stood_there_last_by_its_key_or_its_words(world: World) -> None:
    client = world.client()
    first = world.held(client, -21)
    written(world, first, "Long ago.", "", "Old plan.")
    own = world.workspace.note_templates.add(NoteTemplate("", "Own", (Heading("", "DATA"), Heading("plan", "Plan"))))
    written(world, world.held(client, -14), "Bus.", "", template=own.key)
    written(world, world.held(world.client("Wren A."), -7), "Another client.", "", "Theirs.")
    note = world.workspace.notes.start(world.planned(client, 0).id, DAP)
    earlier = world.workspace.notes.get(note.id).earlier
    assert {key: one.text for key, one in earlier.items()} == {"data": "Bus.", "plan": "Old plan."}
    assert earlier["plan"].day == first.day


def test_signing_keeps_how_much_is_as_last_time_and_the_sheet_says_it_before(world: World) -> None:
    client = world.client()
    written(world, world.held(client, -7), "Took the bus alone.", "", "Walk to the shop twice.")
    note = written(world, world.held(client, 0), "Something else today.", "New.", "Walk to the shop three times.")
    sheet = world.workspace.notes.signing_sheet(note.id)
    assert [(one.key, one.alike) for one in sheet.filled] == [("data", 0), ("assessment", None), ("plan", 73)]
    signed = world.workspace.notes.sign(note.id)
    opened = world.workspace.notes.get(note.id)
    assert opened.note == signed
    assert [one.alike for one in signed.sections] == [0, None, 73]
    assert opened.unaltered
    assert opened.earlier == {}


def test_a_note_says_how_late_it_was_signed_by_the_hours_that_were_chosen(world: World) -> None:
    w, session = world.workspace, world.held(world.client(), -2)
    note = world.written(session)
    late = w.notes.signing_sheet(note.id).late
    assert late is not None
    assert (late.over_hours, late.by) == (48, world.clock.now() - session.ends)
    w.notes.sign(note.id)
    assert w.notes.get(note.id).late == late
    (line,) = (one for one in w.sessions.of_client(session.client_id) if one.session.id == session.id)
    assert line.late == late
    yesterday = world.today - timedelta(days=1)
    w.closures.add(Closure(ClosureId(0), yesterday, yesterday))
    assert w.notes.get(note.id).late == Late(24, late.by - timedelta(days=1))
    w.note_templates.set_late_hours((96, 72))
    assert w.note_templates.late_hours() == (72, 96)
    assert w.notes.get(note.id).late is None


def test_what_is_added_says_what_kind_it_is(world: World) -> None:
    notes, signed = world.workspace.notes, world.signed(world.held(world.client(), 0))
    for kind in AdditionKind:
        notes.add_addendum(signed.id, f"{kind.value} text", "remembered", world.today, kind)
    assert [one.kind for one in notes.get(signed.id).note.addenda] == list(AdditionKind)


def test_a_forged_heading_shows(world: World) -> None:
    signed = world.signed(world.held(world.client(), 0))
    with world.workspace.vault.write() as work:
        connection = work.notes._connection
        connection.execute(text("DROP TRIGGER note_text_no_update"))
        connection.execute(text("UPDATE note_text SET heading = 'Said by somebody else' WHERE position = 0"))
    assert not world.workspace.notes.get(signed.id).unaltered


ACTS: dict[str, tuple[Subject, Callable[[World, Note], object]]] = {
    "add a part": (Subject.NOTES, lambda w, n: w.workspace.notes.add_part(n.id, "risk", base_version=n.version)),
    "take it back": (Subject.NOTES, lambda w, n: w.workspace.notes.put_back(n, base_version=n.version)),
    "make a template": (Subject.PRACTICE, lambda w, _n: w.workspace.note_templates.add(MINE)),
    "choose the usual one": (Subject.PRACTICE, lambda w, _n: w.workspace.note_templates.set_usual("soap")),
    "choose the hours": (Subject.PRACTICE, lambda w, _n: w.workspace.note_templates.set_late_hours((12,))),
}


@pytest.mark.parametrize("act", ACTS)
def test_each_act_leaves_one_entry_and_one_piece_of_news(world: World, act: str) -> None:
    note = world.written(world.held(world.client(), 0))
    heard: list[Subject] = []
    world.workspace.events.subscribe(lambda change: heard.append(change.subject))
    rows, (subject, carry_out) = world.rows(), ACTS[act]
    carry_out(world, note)
    assert (heard, world.rows()) == ([subject], rows + 1)


def test_a_file_on_a_note_is_counted_before_signing_and_sealed_with_it(world: World) -> None:
    w, session = world.workspace, world.held(world.client(), 0)
    note = world.written(session)
    file = w.attachments.add(session.client_id, "letter.txt", b"Agreed on paper.", note_id=note.id)
    assert w.notes.signing_sheet(note.id).files == 1
    signed = w.notes.sign(note.id)
    assert signed.attachments == (file.sha256,)
    assert w.notes.get(note.id).unaltered
    with world.workspace.vault.write() as work:
        connection = work.notes._connection
        connection.execute(text("DROP TRIGGER attachment_no_update"))
        connection.execute(text("UPDATE attachment SET note_id = NULL"))
    assert not w.notes.get(note.id).unaltered
