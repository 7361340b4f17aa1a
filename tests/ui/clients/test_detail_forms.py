from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clients.conftest import TODAY, Added, Offered
from tests.ui.clients.details_on_page import act, form_in, words
from vitalshift_desktop.domain.client_files import ClientKind
from vitalshift_desktop.domain.clients import ClientId, ClientStatus, ServiceType
from vitalshift_desktop.domain.medicines import MedicineDetails
from vitalshift_desktop.domain.related_people import PersonDetails, RelatedRole
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.clients.dated_forms import RiskForm, ServiceForm
from vitalshift_desktop.ui.clients.details_tab import DetailsTab
from vitalshift_desktop.ui.clients.medicine_form import MedicineForm
from vitalshift_desktop.ui.clients.members_form import KindForm, MemberForm
from vitalshift_desktop.ui.clients.person_form import PersonForm
from vitalshift_desktop.ui.clients.status_form import StatusForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.form_places import form_of


def test_consent_is_asked_only_of_those_who_can(qtbot: QtBot, desk: Desk, opened: ClientId) -> None:
    form = PersonForm(desk, opened)
    qtbot.addWidget(form)
    form.open()
    assert not form.consent.isVisible()
    form.role.choose(RelatedRole.SUBSTITUTE)
    form.role.picked.emit(RelatedRole.SUBSTITUTE)
    assert form.consent.isVisible()


def test_a_last_day_before_the_first_is_said_at_the_last_day(
    tab: DetailsTab, opened: ClientId, workspace: Workspace
) -> None:
    tab.medicines.action.click()
    form = form_in(tab)
    assert isinstance(form, MedicineForm)
    form.name.edit.setText("Iron")
    form.since.show_day(TODAY)
    form.until.show_day(TODAY - timedelta(days=1))
    form.save.click()
    assert form.until.error == "The last day lies before the first. Look at both days again."
    form.until.show_day(None)
    form.told_on.show_day(TODAY + timedelta(days=1))
    form.save.click()
    assert form.told_on.error
    assert workspace.medicines.of_client(opened) == ()


def test_a_medicine_ends_and_is_removed_with_a_way_back(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, offered: Offered
) -> None:
    told = workspace.medicines.add(opened, MedicineDetails("Iron", TODAY))
    act(tab, f"medicines.{told.id}", "Ends today")
    assert workspace.medicines.get(told.id).details.until == TODAY
    act(tab, f"medicines.{told.id}", "Remove")
    offered[-1][1]()
    assert workspace.medicines.of_client(opened) == (workspace.medicines.get(told.id),)


def test_another_kind_of_service_wants_the_note_of_the_talk(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, offered: Offered
) -> None:
    tab.service.action.click()
    form = form_in(tab)
    assert isinstance(form, ServiceForm)
    form.service.choose(ServiceType.COACHING)
    form.save.click()
    assert form.note.error
    form.note.show_text("This is coaching from now on; both agree.")
    form.save.click()
    assert workspace.clients.get(opened).details.service_type is ServiceType.COACHING
    assert "Counseling to Coaching" in words(tab.service)
    offered[0][1]()
    assert workspace.clients.get(opened).details.service_type is ServiceType.COUNSELING


def test_a_risk_word_is_set_with_its_note_and_taken_back(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, offered: Offered
) -> None:
    tab.risk.action.click()
    form = form_in(tab)
    assert isinstance(form, RiskForm)
    form.word.edit.setText("x" * 41)
    form.note.show_text("Said so.")
    form.save.click()
    assert form.word.error
    form.word.edit.setText("raised")
    form.on.show_day(TODAY + timedelta(days=1))
    form.save.click()
    assert form.on.error
    form.on.show_day(TODAY)
    form.save.click()
    assert "raised" in words(tab.risk)
    offered[0][1]()
    assert workspace.files.whole(opened).risk_words == ()


def test_a_status_is_dated_back_corrected_and_removed(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, offered: Offered
) -> None:
    tab.status.action.click()
    form = form_in(tab)
    assert isinstance(form, StatusForm)
    form.status.choose(ClientStatus.PAUSED)
    form.on.show_day(TODAY + timedelta(days=1))
    form.save.click()
    assert form.on.error
    form.on.show_day(TODAY - timedelta(days=3))
    form.save.click()
    early = workspace.files.whole(opened).statuses[0]
    assert (early.status, early.on) == (ClientStatus.PAUSED, TODAY - timedelta(days=3))
    act(tab, f"status.{early.id}", "Correct…")
    again = form_in(tab)
    assert isinstance(again, StatusForm)
    again.reason.edit.setText("Away")
    again.save.click()
    assert workspace.files.whole(opened).statuses[0].reason == "Away"
    act(tab, f"status.{early.id}", "Remove")
    assert len(workspace.files.whole(opened).statuses) == 1
    offered[-1][1]()
    assert len(workspace.files.whole(opened).statuses) == 2


def test_the_file_of_a_couple_has_members_of_whom_one_can_have_an_own_file(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, added: Added
) -> None:
    ana = added("Ana")
    tab.kind.action.click()
    kind = form_in(tab)
    assert isinstance(kind, KindForm)
    kind.kind.choose(ClientKind.COUPLE)
    kind.save.click()
    for own, name in ((ana, ""), (None, "Ben"), (ana, "")):
        tab.members.action.click()
        form = form_in(tab)
        assert isinstance(form, MemberForm)
        form.own.choose(own)
        form.name.edit.setText(name)
        form.save.click()
    assert isinstance(form, MemberForm)
    assert form.own.error == "This client belongs to this file already. Choose another file, or write a name."
    form.reject()
    assert [line.name for line in workspace.joint_files.members(opened)] == ["Ana", "Ben"]
    assert {"Ana", "has an own file", "Ben", "no file of their own"} <= set(words(tab.members))
    tab.show_client(ana)
    assert "Maren Tveit" in words(tab.kind)


@pytest.mark.parametrize(
    ("place", "field"),
    [
        ("contact_form:{0}", "contact_form.address"),
        ("needs_form:{0}", "needs_form.access"),
        ("risk_form:{0}", "risk_form.note"),
        ("service_form:{0}", "service_form.note"),
        ("member_form:{0}", "member_form.name"),
        ("person_form:{0}:0", "person_form.may_share"),
        ("person_form:{0}:{1}", "person_form.name"),
        ("medicine_form:{0}:0", "medicine_form.name"),
        ("medicine_form:{0}:{2}", "medicine_form.dose"),
        ("status_form:{0}", "status_form.reason"),
        ("status_form:{0}:1", "status_form.reason"),
    ],
)
def test_a_half_filled_form_is_made_again_with_its_words(
    qtbot: QtBot, desk: Desk, opened: ClientId, workspace: Workspace, place: str, field: str
) -> None:
    person = workspace.related_people.add(opened, PersonDetails("Ines"))
    medicine = workspace.medicines.add(opened, MedicineDetails("Iron", TODAY))
    where = place.format(opened, person.id, medicine.id)
    window = QWidget()
    qtbot.addWidget(window)
    form = form_of(desk, where, window)
    assert form is not None
    part = form.findChild(QWidget, field)
    assert part is not None
    QTest.keyClicks(part.focusProxy() or part, "half ")
    kept = form.half_filled()
    assert kept is not None
    assert kept.place == where
    again = form_of(desk, where, window)
    assert again is not None
    again.take_back(kept)
    assert again.half_filled() == kept


def test_what_cannot_be_saved_is_said_at_its_field_and_stays_there(
    qtbot: QtBot, desk: Desk, opened: ClientId, workspace: Workspace
) -> None:
    form = PersonForm(desk, opened)
    qtbot.addWidget(form)
    form.open()
    form.name.edit.setText("Ines")
    form.phone.edit.setText("5" * 201)
    form.save.click()
    assert form.phone.error.startswith("This text is longer than the field can hold.")
    form.phone.edit.setText("")
    form.email.edit.setText("ines\u202e@example.org")
    form.save.click()
    assert form.email.error.startswith("This text holds characters that cannot be seen")
    assert form.email.text() == "ines\u202e@example.org"
    form.email.edit.setText("")
    form.since.edit.setText("some day")
    form.save.click()
    assert form.since.error
    assert workspace.related_people.of_client(opened) == ()
