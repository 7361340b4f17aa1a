from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.dialogs import FakeDialogs
from tests.ui.consents.consents_on_page import Consented, words
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.consents import Assent, ConsentKind, ConsentState, GivenBy, GivenHow, Giver
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge
from vitalshift_desktop.services.consent_templates import consent_template
from vitalshift_desktop.ui.consents.consent_form import ConsentForm
from vitalshift_desktop.ui.consents.consent_view import ConsentView
from vitalshift_desktop.ui.consents.may_know_form import MayKnowForm
from vitalshift_desktop.ui.consents.withdraw_form import ScanForm, WithdrawForm
from vitalshift_desktop.ui.form_places import form_of
from vitalshift_desktop.ui.help_pages import HelpPages
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.record_label import RecordLabel

THERAPY = consent_template(ConsentKind.THERAPY)


def test_consent_to_therapy_stands_first_and_its_lack_is_said_quietly(consented: Consented) -> None:
    page = consented.page
    assert page.missing.isVisible()
    assert words(page.missing) == "Consent to therapy itself is not recorded yet."
    assert "Therapy itself\nNot recorded\nFees" in words(page.consents)
    consented.given()
    assert not page.missing.isVisible()
    assert "Given by the client on 2 March 2026, on paper" in words(page.consents)


def test_two_parents_are_recorded_from_the_keyboard_with_the_childs_assent(consented: Consented) -> None:
    kim, ines = consented.guardian("Kim A."), consented.guardian("Ines A.")
    consented.press("consents.kinds.therapy.act")
    form = consented.form(ConsentForm)
    assert form.explained.text() == THERAPY.wording
    client, one, other = form.givers.boxes
    assert (client.isChecked(), one.isChecked(), form.assent.isVisible()) == (False, False, False)
    QTest.keyClick(form.save, Qt.Key.Key_Space)
    assert form.givers.error == "Nobody is named who gives it. Tick who gave it."
    QTest.keyClick(one, Qt.Key.Key_Space)
    QTest.keyClick(form.save, Qt.Key.Key_Space)
    assert form.givers.error.startswith("This person consents together with another.")
    QTest.keyClick(other, Qt.Key.Key_Space)
    assert form.assent.isVisible()
    form.assent.choose(Assent.AGREES)
    form.assent.picked.emit(Assent.AGREES)
    form.assent_words.show_text("I want to come")
    QTest.keyClick(form.save, Qt.Key.Key_Space)
    assert consented.page.window().focusWidget() is consented.page.findChild(QWidget, "consents.kinds.therapy.more")
    (given,) = consented.consents.in_force(consented.client.id)
    assert given.details.givers == (
        Giver(GivenBy.GUARDIAN, kim.details.name),
        Giver(GivenBy.GUARDIAN, ines.details.name),
    )
    assert (given.details.assent, given.details.assent_words) == (Assent.AGREES, "I want to come")
    assert "Given by 2 guardians on 2 March 2026, on paper · the client agrees" in words(consented.page.consents)


def test_what_is_wrong_in_a_long_form_comes_into_view(consented: Consented, qtbot: QtBot) -> None:
    for name in ("Kim A.", "Ines A."):
        consented.guardian(name)
    consented.press("consents.kinds.therapy.act")
    form = consented.form(ConsentForm)
    form.resize(form.width(), 420)
    assert form.givers.visibleRegion().isEmpty()
    QTest.keyClick(form.save, Qt.Key.Key_Space)
    assert form.givers.error
    qtbot.waitUntil(lambda: form.givers.visibleRegion().boundingRect() == form.givers.rect())


def test_own_words_are_not_overwritten_by_an_offered_wording_without_asking(
    consented: Consented, dialogs: FakeDialogs
) -> None:
    consented.press("consents.kinds.therapy.act")
    form = consented.form(ConsentForm)
    form.explained.plain.click()
    assert form.explained.text() == THERAPY.plain
    form.explained.child.click()
    assert form.explained.text() == THERAPY.child
    form.explained.show_text("My own words")
    dialogs.next_answer("Keep it")
    form.explained.usual.click()
    assert form.explained.text() == "My own words"
    dialogs.next_answer("Replace it")
    form.explained.usual.click()
    assert form.explained.text() == THERAPY.wording


def test_short_sentences_are_offered_first_where_an_interpreter_is_used(consented: Consented) -> None:
    files = consented.world.workspace.files
    files.save(consented.client.id, consented.client.details, ClientFile(interpreter_language="Dari"))
    consented.page.look_again()
    assert consented.page.interpreter.isVisible()
    consented.press("consents.kinds.therapy.act")
    assert consented.form(ConsentForm).explained.text() == THERAPY.plain


def test_a_consent_is_taken_back_with_words_and_can_be_recorded_anew(consented: Consented) -> None:
    given = consented.given()
    consented.act("consents.kinds.therapy", "Taken back…")
    form = consented.form(WithdrawForm)
    form.save.click()
    assert form.words.error
    form.words.show_text("I would like to stop")
    form.on.show_day(consented.world.today + timedelta(1))
    form.save.click()
    assert form.on.error
    form.on.show_day(consented.world.today)
    form.save.click()
    assert words(consented.page.missing) == "Consent to therapy itself was taken back."
    assert "I would like to stop" in words(consented.page.consents)
    consented.press("consents.kinds.therapy.act")
    consented.form(ConsentForm).save.click()
    page = consented.consents.page(consented.client.id)
    assert page.states[given.id] is ConsentState.WITHDRAWN
    assert not page.lacks(ConsentKind.THERAPY)


def test_a_mistake_is_put_right_and_both_records_can_be_read(consented: Consented) -> None:
    wrong = consented.given(how=GivenHow.SPOKEN)
    consented.act("consents.kinds.therapy", "Put right…")
    form = consented.form(ConsentForm)
    assert (form.explained.text(), form.how.value) == (wrong.details.explained, GivenHow.SPOKEN)
    form.given_on.show_day(consented.world.today - timedelta(2))
    form.save.click()
    consented.page.more.click()
    assert "put right" in words(consented.page.earlier)
    consented.press(f"consents.earlier.{wrong.id}.act")
    view = consented.form(ConsentView)
    assert view.facts.text() == "Put right. Given by the client on 2 March 2026, spoken · put right."
    view.close_it.click()


def test_a_release_says_in_words_what_is_missing_and_stands_with_its_recipient(consented: Consented) -> None:
    consented.press("consents.releases.act")
    form = consented.form(ConsentForm)
    form.save.click()
    assert form.recipient.error
    form.recipient.edit.setText("Dr. Ruiz")
    form.save.click()
    assert form.purpose.error
    form.purpose.show_text("Care of the sleep")
    form.save.click()
    assert form.scope.error
    form.scope.show_text("Dates of sessions")
    form.until.show_day(consented.world.today + timedelta(90))
    form.save.click()
    assert consented.consents.release_to(consented.client.id, "dr. ruiz") is not None
    assert "Dr. Ruiz" in words(consented.page.releases)
    assert "until 31 May 2026" in words(consented.page.releases)


def test_the_scan_of_a_signed_page_is_linked_and_opened(consented: Consented) -> None:
    scan = consented.world.workspace.attachments.add(consented.client.id, "signed.txt", b"signed")
    given = consented.given()
    consented.act("consents.kinds.therapy", "Link the scan…")
    consented.form(ScanForm).save.click()
    assert consented.consents.get(given.id).scan_id == scan.id
    opened: list[object] = []
    consented.desk.wishes.document.connect(opened.append)
    consented.act("consents.kinds.therapy", "Look…")
    consented.form(ConsentView).scan.click()
    assert opened == [scan.id]


def test_who_may_know_what_is_agreed_for_each_parent_and_stands_as_a_table(consented: Consented) -> None:
    kim = consented.guardian("Kim A.")
    consented.page.look_again()
    assert consented.page.may_know.isVisible()
    consented.press("consents.may_know.act")
    form = consented.form(MayKnowForm)
    form.save.click()
    assert form.agreed_by.error
    form.agreed_by.edit.setText("Wren and Kim")
    form.grid.fields[kim.id, Knowledge.FEES].choose(KnowAnswer.MAY_KNOW)
    form.save.click()
    now = consented.world.workspace.may_know.page(consented.client.id).now
    assert now is not None
    assert now.details.answer(kim.id, Knowledge.FEES) is KnowAnswer.MAY_KNOW
    shown = words(consented.page.may_know)
    assert "Kim A." in shown
    assert "Wren and Kim" in shown
    assert "May know" in shown


def test_names_and_words_are_covered_while_names_are_shortened(consented: Consented) -> None:
    consented.guardian("Kim A.")
    consented.given(
        scope="Only the sessions in March", givers=(Giver(GivenBy.CLIENT), Giver(GivenBy.GUARDIAN, "Kim A."))
    )
    consented.desk.privacy.toggle()
    covered = [one for one in consented.page.findChildren(RecordLabel) if one.words()]
    assert covered
    assert all(one.is_covered for one in covered)
    consented.press("consents.kinds.fees.act")
    assert [box.text() for box in consented.form(ConsentForm).givers.boxes] == [
        "The client",
        "Guardian, together with another",
    ]


@pytest.mark.parametrize("kind", [ConsentKind.THERAPY, ConsentKind.RELEASE])
def test_a_lock_keeps_a_half_filled_consent(
    consented: Consented, window: QWidget, qtbot: QtBot, kind: ConsentKind
) -> None:
    person = consented.guardian("Kim A.")
    form = ConsentForm(consented.desk, consented.client.id, kind, window)
    qtbot.addWidget(form)
    form.words.show_text("She asked what happens to the notes")
    form.givers.boxes[1].setChecked(True)
    kept = form.half_filled()
    assert kept is not None
    again = form_of(consented.desk, kept.place, window)
    assert isinstance(again, ConsentForm)
    qtbot.addWidget(again)
    again.take_back(kept)
    assert again.words.text() == "She asked what happens to the notes"
    assert again.givers.givers() == (Giver(GivenBy.GUARDIAN, person.details.name),)
    assert again.assent.isVisibleTo(again)


def test_a_lock_keeps_the_other_forms_about_consents(consented: Consented, window: QWidget, qtbot: QtBot) -> None:
    consented.guardian("Kim A.")
    given = consented.given()
    taken_back = WithdrawForm(consented.desk, given, window)
    qtbot.addWidget(taken_back)
    taken_back.words.show_text("No more")
    know = MayKnowForm(consented.desk, consented.client.id, window)
    qtbot.addWidget(know)
    know.agreed_by.edit.setText("Wren")
    for form in (taken_back, know):
        kept = form.half_filled()
        assert kept is not None
        again = form_of(consented.desk, kept.place, window)
        assert isinstance(again, type(form))
        qtbot.addWidget(again)
        again.take_back(kept)
        assert again.half_filled() == kept


def test_help_says_how_consents_are_kept_and_where_the_rules_are_checked(window: QWidget) -> None:
    HelpPages(window).show_consents()
    (page,) = [one for one in window.findChildren(DialogFrame) if one.isVisible()]
    told = words(page)
    assert "What is recorded stays." in told
    assert "Check them with your college." in told
    page.reject()
