from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.agreements.boundaries_on_page import CONTACT, FEES, Tab
from tests.ui.printing.paper_at_hand import PaperDialogs
from vitalshift_desktop.domain.agreeing import AgreedHow, Party, PartyKind
from vitalshift_desktop.domain.agreement_copies import SigningPage
from vitalshift_desktop.domain.disclosures import Outlet
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedRole
from vitalshift_desktop.ui.agreements.agreement_form import AgreementForm
from vitalshift_desktop.ui.agreements.draw_pad import DrawPad
from vitalshift_desktop.ui.agreements.signed_form import SignedForm
from vitalshift_desktop.ui.agreements.signing_pages import SigningPages

MAREN = Party(PartyKind.CLIENT, "Maren T.")


@pytest.fixture
def dialogs() -> PaperDialogs:
    return PaperDialogs()


def opened(tab: Tab) -> AgreementForm:
    tab.show()
    tab.press("client.agreements.agree_first" if not tab.versions() else "client.agreements.agree")
    return tab.form(AgreementForm)


def sign(pad: DrawPad) -> None:
    """Draw with the mouse."""
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    for x in range(45, 120, 5):
        QTest.mouseMove(pad, QPoint(x, 40 + x % 20))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 50))


def guardians(tab: Tab) -> None:
    for name in ("Aino T.", "Eero T."):
        details = PersonDetails(name, RelatedRole.GUARDIAN, consent=ConsentPart.JOINTLY)
        tab.world.workspace.related_people.add(tab.client.id, details)


def waiting_page(tab: Tab) -> SigningPage:
    return tab.world.workspace.agreeing.print_for_signing(
        tab.client.id, (FEES, CONTACT), None, Outlet.PRINTER, lambda page: (page.serial.encode(), 1)
    )


def test_an_agreement_without_anybody_ticked_is_refused_in_words(tab: Tab) -> None:
    form = opened(tab)
    form.who.checks[0].click()
    form.agree.click()
    assert form.problem.startswith("Nobody is ticked as having agreed")
    assert tab.versions() == ()
    form.who.checks[0].click()
    assert form.problem == ""
    form.agree.click()
    assert len(tab.in_force()) == 8


def test_what_is_drawn_on_the_screen_is_sealed_with_the_agreement(tab: Tab) -> None:
    form = opened(tab)
    form.how.choose(AgreedHow.DRAWN)
    form.agree.click()
    assert form.problem.startswith("Somebody who is ticked has not drawn yet.")
    pad = form.who.pads[0]
    assert pad.isVisible()
    sign(pad)
    assert len(pad.strokes[0]) > 5
    form.agree.click()
    (made,) = tab.world.workspace.agreements.of_client(tab.client.id)
    assert (made.how, made.parties[0].name, len(made.parties[0].strokes)) == (AgreedHow.DRAWN, "Maren T.", 1)
    assert "Agreed 2 Mar 2026, signed on the screen" in tab.words()


def test_a_drawing_can_be_begun_again_and_keeps_its_proportion(tab: Tab) -> None:
    form = opened(tab)
    form.how.choose(AgreedHow.DRAWN)
    form.how.picked.emit(AgreedHow.DRAWN)
    QGuiApplication.processEvents()
    pad = form.who.pads[0]
    sign(pad)
    pad.clear()
    assert sum(map(len, pad.strokes)) == 0
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(-5, -5))
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=pad.rect().center())
    x, y = pad.strokes[-1][0]
    assert 480 < x < 520
    assert 115 < y < 135


def test_what_was_said_is_kept_with_a_spoken_agreement(tab: Tab) -> None:
    form = opened(tab)
    form.how.choose(AgreedHow.VERBAL)
    form.how.picked.emit(AgreedHow.VERBAL)
    assert form.who.words.isVisible()
    form.who.words.show_text("Yes, that is fine by me.")
    form.agree.click()
    (made,) = tab.world.workspace.agreements.of_client(tab.client.id)
    assert (made.words, made.how) == ("Yes, that is fine by me.", AgreedHow.VERBAL)


def test_two_who_consent_together_are_both_asked_for(tab: Tab) -> None:
    guardians(tab)
    form = opened(tab)
    assert [check.text() for check in form.who.checks] == ["Maren T.", "Aino T. (guardian)", "Eero T. (guardian)"]
    assert [check.isChecked() for check in form.who.checks] == [True, False, False]
    form.who.checks[1].click()
    form.agree.click()
    assert form.problem.startswith("This person consents only together with somebody else")
    form.who.checks[2].click()
    form.agree.click()
    (made,) = tab.world.workspace.agreements.of_client(tab.client.id)
    assert [one.name for one in made.parties] == ["Maren T.", "Aino T.", "Eero T."]


def test_names_are_shortened_with_initials_only(tab: Tab) -> None:
    guardians(tab)
    tab.desk.privacy.set_on(True)
    form = opened(tab)
    assert [check.text() for check in form.who.checks] == ["M. T.", "A. T. (guardian)", "E. T. (guardian)"]
    form.reject()


def test_names_and_what_was_drawn_are_hidden_when_somebody_comes_in_meanwhile(tab: Tab) -> None:
    guardians(tab)
    form = opened(tab)
    form.how.choose(AgreedHow.DRAWN)
    form.how.picked.emit(AgreedHow.DRAWN)
    pad = form.who.pads[0]
    seen = pad.grab().toImage()
    sign(pad)
    drawn = pad.grab().toImage()
    assert drawn != seen
    tab.desk.privacy.set_on(True)
    assert pad.grab().toImage() == seen
    assert [check.text() for check in form.who.checks] == ["M. T.", "A. T. (guardian)", "E. T. (guardian)"]
    assert {one.accessibleName() for one in form.who.pads} == {
        "Signature of M. T.", "Signature of A. T. (guardian)", "Signature of E. T. (guardian)"
    }  # fmt: skip
    tab.desk.privacy.set_on(False)
    assert pad.grab().toImage() == drawn
    form.reject()


def test_a_drawing_that_was_begun_is_there_again_after_a_lock_and_with_nobody_else(tab: Tab) -> None:
    form = opened(tab)
    form.how.choose(AgreedHow.DRAWN)
    sign(form.who.pads[0])
    strokes, kept = form.who.pads[0].strokes, form.half_filled()
    assert kept is not None
    form.reject()
    again = opened(tab)
    again.take_back(kept)
    assert (again.who.pads[0].strokes, again.who.pads[0].isVisible()) == (strokes, True)
    again.reject()
    drawing = kept.fields["agreement.pad.0"]
    for forged in (drawing.replace("Maren", "Karen"), f"{drawing} 3", f"{drawing}\n" + "1,1 " * 5000):
        other = opened(tab)
        other.take_back(replace(kept, fields={**kept.fields, "agreement.pad.0": forged}))
        assert other.who.pads[0].strokes == ()
        other.reject()


def test_printing_for_signing_brings_nothing_into_force_and_the_page_waits(
    tab: Tab, dialogs: PaperDialogs, tmp_path: Path
) -> None:
    form = opened(tab)
    dialogs.next_answer(tmp_path / "page.pdf")
    form.editor(CONTACT.topic).editor.show_text("Messages only.")
    form.paper.print.click()
    (page,) = tab.world.workspace.agreeing.waiting(tab.client.id)
    assert len(page.clauses) == 8
    assert "Messages only." in [clause.wording for clause in page.clauses]
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert tab.versions() == ()


def test_a_cancelled_print_leaves_the_form_as_it_is(tab: Tab, dialogs: PaperDialogs) -> None:
    form = opened(tab)
    dialogs.next_answer(None)
    form.paper.print.click()
    assert form.isVisible()
    assert tab.world.workspace.agreeing.waiting(tab.client.id) == ()
    form.reject()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told_and_no_page_waits(
    tab: Tab, dialogs: PaperDialogs, tmp_path: Path
) -> None:
    form = opened(tab)
    dialogs.next_answer(tmp_path / "nowhere" / "page.pdf")
    form.paper.print.click()
    assert form.problem != ""
    assert tab.world.workspace.agreeing.waiting(tab.client.id) == ()
    form.reject()


def test_a_waiting_page_is_signed_and_its_clauses_are_in_force(tab: Tab) -> None:
    page = waiting_page(tab)
    pages = SigningPages(tab.desk)
    tab.page.layout().addWidget(pages)  # type: ignore[union-attr]  # the page has a layout
    pages.show_client(tab.client.id)
    tab.show()
    tab.press(f"signing_pages.signed.{page.serial}")
    form = tab.form(SignedForm)
    form.day.show_day(date(2026, 3, 1))
    form.save.click()
    assert form.day.error == "Use a day from the day it was printed until today."
    form.day.show_day(tab.world.today)
    form.who.checks[0].click()
    form.save.click()
    assert form.problem.startswith("Nobody is ticked")
    form.who.checks[0].click()
    form.save.click()
    assert {clause.wording for clause in tab.in_force()} == {FEES.wording, CONTACT.wording}
    (made,) = tab.world.workspace.agreements.of_client(tab.client.id)
    assert (made.serial, made.parties) == (page.serial, (MAREN,))


def test_a_page_set_aside_is_offered_back(tab: Tab) -> None:
    page = waiting_page(tab)
    pages = SigningPages(tab.desk)
    tab.page.layout().addWidget(pages)  # type: ignore[union-attr]  # the page has a layout
    pages.show_client(tab.client.id)
    tab.show()
    offered: list[object] = []
    tab.desk.wishes.undo_offered.connect(lambda _words, undo: offered.append(undo))
    tab.press(f"signing_pages.aside.{page.serial}")
    assert tab.world.workspace.agreeing.waiting(tab.client.id) == ()
    offered[0]()  # type: ignore[operator]  # the act that was offered
    assert tab.world.workspace.agreeing.waiting(tab.client.id) == (page,)
