"""Writing a process note beside its session note."""

from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from tests.services.world import World
from tests.ui.contacts.test_contacts_tab import offered
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.practice import Practice
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.process_notes.hatch_strip import HatchStrip
from vitalshift_desktop.ui.process_notes.process_pane import ProcessPane
from vitalshift_desktop.ui.theme.theme import theme

PROMISES = ("never ask", "nobody can", "cannot be seen", "no one", "protected from", "only you can ever")


def typed(pane: ProcessPane, words: str) -> None:
    QTest.keyClicks(pane.editor.text, words)


def test_a_note_is_begun_with_its_first_words_and_not_before(pane: ProcessPane, world: World, session: Session) -> None:
    pane.save_now()
    assert world.workspace.process_notes.of_session(session.id)[1] is None
    typed(pane, "Slow to ask.")
    pane.save_now()
    note = world.workspace.process_notes.of_session(session.id)[1]
    assert note is not None
    assert note.text == "Slow to ask."
    assert pane.editor.state.text().startswith("Saved")
    typed(pane, " Slower still.")
    pane.save_now()
    assert world.workspace.process_notes.get(note.id).text == "Slow to ask. Slower still."


def test_text_saved_elsewhere_meanwhile_is_kept_with_what_was_typed_here(
    pane: ProcessPane, world: World, client: Client, session: Session
) -> None:
    typed(pane, "Mine.")
    theirs = world.workspace.process_notes.begin(client.id, "Theirs.", session_id=session.id)
    pane.save_now()
    assert world.workspace.process_notes.get(theirs.id).text == "Theirs.\n\nMine."
    assert pane.editor.text.text() == "Theirs.\n\nMine."


def test_a_deleted_note_is_offered_back(pane: ProcessPane, world: World, session: Session, desk: Desk) -> None:
    typed(pane, "Slow to ask.")
    pane.save_now()
    heard = offered(desk)
    pane.editor.delete.click()
    assert world.workspace.process_notes.of_session(session.id)[1] is None
    assert pane.editor.text.text() == ""
    back = heard[0][1]
    assert callable(back)
    back()
    assert pane.editor.text.text() == "Slow to ask."


def test_another_session_never_shows_this_ones_text(
    pane: ProcessPane, world: World, client: Client, session: Session
) -> None:
    typed(pane, "About the first.")
    other = world.held(client, -1)
    pane.show_session(other.id)
    assert pane.editor.text.text() == ""
    pane.save_now()
    assert world.workspace.process_notes.of_session(other.id)[1] is None
    first = world.workspace.process_notes.of_session(session.id)[1]
    assert first is not None
    assert first.text == "About the first."


def test_the_words_are_painted_over_with_initials_only(pane: ProcessPane, desk: Desk) -> None:
    typed(pane, "Slow to ask.")
    desk.privacy.set_on(True)
    assert pane.editor.text.is_covered


def test_it_says_who_may_ask_and_what_belongs_elsewhere_and_promises_nothing(pane: ProcessPane, world: World) -> None:
    words = " ".join(one.text() for one in pane.notice.findChildren(type(pane.notice.elsewhere)))
    assert "A client, a court or a college may still ask for it" in words
    assert not [promise for promise in PROMISES if promise in words.casefold()]
    for thing in ("times", "modality", "test results", "diagnosis", "plan", "symptoms", "progress"):
        assert thing in pane.notice.elsewhere.text()
    assert pane.notice.request.text().startswith("Canada, Ontario:")
    assert "Check with your college." in pane.notice.request.text()
    world.workspace.practice.change(Practice(jurisdiction="us"))
    assert "45 CFR 164.501" in pane.notice.request.text()


def test_it_is_told_from_a_session_note_without_color(pane: ProcessPane) -> None:
    (strip,) = pane.findChildren(HatchStrip)
    picture = strip.grab().toImage()
    ratio = picture.devicePixelRatio()
    assert strip.width() == 14
    greys = {
        QColor(picture.pixel(int(x * ratio), int(100 * ratio) + y)).lightness() for x in range(2, 12) for y in range(8)
    }
    assert max(greys) - min(greys) >= 30
    assert theme().color("privbg") != theme().color("surface")
