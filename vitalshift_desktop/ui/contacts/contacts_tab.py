"""One client's contacts between sessions."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import ContactId, ContactNote
from vitalshift_desktop.domain.problems import Problem
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.contacts.addition_form import ContactAdditionForm
from vitalshift_desktop.ui.contacts.contact_detail import ContactDetail
from vitalshift_desktop.ui.contacts.contact_note_form import ContactNoteForm
from vitalshift_desktop.ui.contacts.contact_words import contact_row
from vitalshift_desktop.ui.contacts.reply_form import ReplyForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.widgets.buttons import LinkButton
from vitalshift_desktop.ui.widgets.empty_state import EmptyState
from vitalshift_desktop.ui.widgets.list_and_detail import ListOrNothing
from vitalshift_desktop.ui.widgets.section_heading import SectionHeading
from vitalshift_desktop.ui.widgets.tall_rows import TallRows
from vitalshift_desktop.words import _


class ContactsTab(ClientPage):
    """The contacts at the left, newest first, the chosen one at the right."""

    concerns = frozenset({Subject.CONTACTS, Subject.BOUNDARY_EVENTS, Subject.AGREEMENTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("client.contacts")
        self._desk = desk
        self._contacts = desk.workspace.contacts
        self._found: tuple[ContactNote, ...] = ()
        self._shown: ContactNote | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.add = LinkButton(_("New contact note…"), icon="plus")
        self.add.setObjectName("client.contacts.add")
        heading = SectionHeading(_("Contacts"), action=self.add, line=False)
        self.rows = TallRows(_("Contacts"))
        self.rows.setObjectName("client.contacts.list")
        self.detail = ContactDetail(self._desk.privacy, self._desk.workspace.clock)
        sentence = _("Calls, messages, chance meetings, gifts that were offered: what happened between sessions.")
        self.nothing = EmptyState(_("No contacts yet"), sentence, _("New contact note…"), variant="")
        self.flow = ListOrNothing(heading, self.rows, self.detail, self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.flow)

    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.nothing.acted.connect(self._on_add)
        self.rows.moved.connect(self._on_picked)
        self.rows.opened.connect(self._on_picked)
        self.detail.change_wanted.connect(self._on_change)
        self.detail.remove_wanted.connect(self._on_remove)
        self.detail.sign_wanted.connect(self._on_sign)
        self.detail.addition_wanted.connect(self._on_add_to)
        self.detail.reply_wanted.connect(self._on_reply)
        self.detail.link_wanted.connect(self._on_link)
        self._desk.privacy.changed.connect(self.look_again_soon)

    def show_client(self, client_id: ClientId) -> None:
        """Show this client's contacts, the newest one chosen."""
        if client_id != self.client_id:
            self._shown, self._found = None, ()
        super().show_client(client_id)

    def look_again(self) -> None:
        """Show the contacts as they are; the chosen one stays chosen unless another was just written."""
        if self.client_id is None:
            return
        before = {one.id for one in self._found}
        self._found = self._contacts.of_client(self.client_id)
        new = [one for one in self._found if one.id not in before]
        if before and len(new) == 1:
            self._shown = new[0]
        hidden, day = self._desk.privacy.initials_on, self._today()
        self.rows.show_rows([contact_row(contact, day, hidden=hidden) for contact in self._found])
        self.flow.show_any(bool(self._found))
        chosen = self._shown.id if self._shown else None
        self._show(next((one for one in self._found if one.id == chosen), next(iter(self._found), None)))

    def show_item(self, item: int, part: int = 0) -> None:
        """Show this contact; one that waits in the inbox is shown there."""
        self.look_again()
        wanted = next((one for one in self._found if one.id == item), None)
        if wanted is None:
            self._desk.wishes.page.emit("inbox")
        else:
            self._show(wanted)
            self.rows.setFocus()

    def count(self) -> int | None:
        """How many there are."""
        return None if self.client_id is None else self._contacts.count_of(self.client_id) or None

    def focus_first(self) -> None:
        """Go to the contacts, or to writing the first one."""
        if self._found:
            self.rows.setFocus()
        else:
            self.nothing.button.setFocus()

    def _show(self, contact: ContactNote | None) -> None:
        self._shown = contact
        self.rows.select(contact.id if contact else None)
        if contact is not None:
            workspace = self._desk.workspace
            outreach = workspace.outreaches.of_contact(contact.id)
            linkable = workspace.contact_rules.linkable(contact.id)
            self.detail.show_contact(
                contact,
                outreach=outreach,
                read_only=workspace.read_only is not None,
                can_link=bool(linkable.versions) and not linkable.is_linked,
            )

    def _on_picked(self, contact_id: ContactId) -> None:
        self._show(next((one for one in self._found if one.id == contact_id), None))

    def _on_add(self) -> None:
        self._desk.wishes.new_contact.emit(self.client_id)

    def _on_change(self) -> None:
        if self._shown is not None and self.client_id is not None:
            form = ContactNoteForm(self._desk, self.window(), self.client_id, self._shown.id)
            form.open_from(self.detail.change)

    def _on_sign(self) -> None:
        if self._shown is not None and self._desk.did(partial(self._contacts.sign, self._shown.id)):
            self.rows.setFocus()

    def _on_remove(self) -> None:
        if self._shown is None:
            return
        try:
            removed = self._contacts.remove(self._shown.id)
        except Problem as problem:
            self._desk.wishes.trouble.emit(problem)
            return
        self._desk.wishes.undo_offered.emit(_("The contact note is removed."), partial(self._contacts.restore, removed))
        self.focus_first()

    def _on_link(self) -> None:
        if self._shown is None:
            return
        versions = self._desk.workspace.contact_rules.linkable(self._shown.id).versions
        clause_id = versions[0].clause_id if versions else None
        self._desk.wishes.boundary_event.emit(self.client_id, clause_id, self._shown.id)

    def _on_add_to(self) -> None:
        if self._shown is not None:
            ContactAdditionForm(self._desk, self._shown.id, self.window()).open_from(self.detail.add)

    def _on_reply(self) -> None:
        if self._shown is not None:
            ReplyForm(self._desk, self._shown.id, self.window()).open_from(self.detail.reply.note)

    def _today(self) -> date:
        return today(self._desk.workspace.clock)
