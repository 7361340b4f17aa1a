from datetime import date

from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.clients.conftest import TODAY, Offered
from tests.ui.clients.details_on_page import act, form_in, words
from vitalshift_desktop.domain.client_files import ClientFile
from vitalshift_desktop.domain.clients import ClientDetails, ClientId
from vitalshift_desktop.domain.medicines import MedicineDetails
from vitalshift_desktop.domain.related_people import ConsentPart, PersonDetails, RelatedRole
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.clients.details_tab import DetailsTab
from vitalshift_desktop.ui.clients.file_forms import ContactForm, NeedsForm
from vitalshift_desktop.ui.clients.person_form import PersonForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.record_label import RecordLabel


def test_an_empty_file_says_for_each_section_what_will_be_there(tab: DetailsTab, opened: ClientId) -> None:
    assert "Nothing is written down yet." in words(tab.contact)
    assert "None is set." in words(tab.risk)
    assert "One person’s." in words(tab.kind)
    assert not [part for part in (tab.gap, tab.heed, tab.members) if part.isVisible()]


def test_the_tab_shows_the_whole_file(tab: DetailsTab, workspace: Workspace) -> None:
    noor = workspace.clients.add(ClientDetails("Noor H.", born=date(2011, 5, 4), presenting="Sleep."))
    file = ClientFile(address="14 Birch Lane", no_letters=True, cover_name="Robin", interpreter_language="Farsi")
    workspace.files.save(noor.id, noor.details, file)
    guardian = PersonDetails("Ines Halden", RelatedRole.GUARDIAN, "555 0102", in_emergency=True)
    workspace.related_people.add(noor.id, guardian)
    workspace.medicines.add(noor.id, MedicineDetails("Melatonin", TODAY, "2 mg", "Dr. Pell"))
    workspace.files.set_risk_word(noor.id, "watch", "Mornings feel pointless; asked, no plan.")
    tab.show_client(noor.id)
    tab.show()
    assert "4 May 2011, 14 years old" in words(tab.who)
    assert {"14 Birch Lane", "Ines Halden, 555 0102"} <= set(words(tab.contact))
    assert "Needed for Farsi" in words(tab.needs)
    assert "watch" in words(tab.risk)
    assert "Guardian · call in an emergency" in words(tab.people)
    assert {"Melatonin, 2 mg", "From Dr. Pell"} <= set(words(tab.medicines))
    assert tab.gap.accessibleName() == "Under 18, and nobody is named who consents."
    assert tab.heed.accessibleName() == "No letters to this client. To anybody but this client, you are Robin."


def test_initials_only_covers_every_word_of_the_file(tab: DetailsTab, desk: Desk, workspace: Workspace) -> None:
    noor = workspace.clients.add(ClientDetails("Noor H."))
    workspace.files.save(noor.id, noor.details, ClientFile(cover_name="Robin"))
    workspace.related_people.add(noor.id, PersonDetails("Ines Halden"))
    workspace.medicines.add(noor.id, MedicineDetails("Melatonin", TODAY, prescriber="Dr. Pell"))
    desk.privacy.set_on(True)
    tab.show_client(noor.id)
    tab.show()
    seen = [one.text() for one in tab.findChildren(TextLabel)]
    seen += [one.accessibleName() for one in tab.findChildren(QPushButton)]
    assert not [text for text in seen if any(name in text for name in ("Robin", "Ines", "Melatonin", "Pell", "Noor"))]
    assert {label.is_covered for label in tab.findChildren(RecordLabel)} == {True}


def test_how_to_reach_somebody_is_changed_and_undone(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, offered: Offered
) -> None:
    tab.contact.action.click()
    form = form_in(tab)
    assert isinstance(form, ContactForm)
    form.phone.edit.setText("555 0100")
    form.no_letters.setChecked(True)
    form.save.click()
    assert workspace.files.get(opened).no_letters
    assert "555 0100" in words(tab.contact)
    offered[0][1]()
    assert (workspace.files.get(opened), workspace.clients.get(opened).details.phone) == (ClientFile(), "")


def test_the_focus_goes_back_to_what_opened_the_form(tab: DetailsTab, opened: ClientId) -> None:
    tab.activateWindow()
    tab.needs.action.setFocus()
    tab.needs.action.click()
    form = form_in(tab)
    assert isinstance(form, NeedsForm)
    form.languages.edit.setText("Farsi")
    form.save.click()
    assert QApplication.focusWidget() is tab.needs.action


def test_somebody_is_added_changed_ended_and_removed_with_a_way_back(
    tab: DetailsTab, opened: ClientId, workspace: Workspace, offered: Offered
) -> None:
    tab.people.action.click()
    form = form_in(tab)
    assert isinstance(form, PersonForm)
    form.save.click()
    assert form.name.error
    form.name.edit.setText("Ines Halden")
    form.role.choose(RelatedRole.GUARDIAN)
    form.role.picked.emit(RelatedRole.GUARDIAN)
    form.consent.choose(ConsentPart.ALONE)
    form.save.click()
    (person,) = workspace.related_people.of_client(opened)
    assert person.details.consent is ConsentPart.ALONE
    act(tab, f"people.{person.id}", "Ends today")
    assert workspace.related_people.get(person.id).details.until == TODAY
    offered[-1][1]()
    act(tab, f"people.{person.id}", "Remove")
    assert workspace.related_people.of_client(opened) == ()
    offered[-1][1]()
    assert workspace.related_people.of_client(opened) == (person,)
