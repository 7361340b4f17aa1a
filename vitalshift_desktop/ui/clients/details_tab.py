"""The whole file of a client, one calm section below the other; each is changed by its own small form."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vitalshift_desktop.domain.changes import Subject
from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.services.client_files import WholeFile
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.clients.dated_forms import RiskForm, ServiceForm
from vitalshift_desktop.ui.clients.detail_entries import DetailEntries
from vitalshift_desktop.ui.clients.detail_words import contact_facts, kind_facts, needs_facts, who_facts
from vitalshift_desktop.ui.clients.file_forms import ContactForm, NeedsForm
from vitalshift_desktop.ui.clients.measures_section import MeasuresSection
from vitalshift_desktop.ui.clients.medicine_form import MedicineForm
from vitalshift_desktop.ui.clients.members_form import KindForm, MemberForm
from vitalshift_desktop.ui.clients.person_form import PersonForm
from vitalshift_desktop.ui.clients.status_form import StatusForm
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.page import ClientPage
from vitalshift_desktop.ui.safe_contact import heed_words
from vitalshift_desktop.ui.theme.theme import theme
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.entry_list import DetailSection
from vitalshift_desktop.ui.widgets.flow_column import FlowColumn
from vitalshift_desktop.ui.widgets.labels import MarkLabel
from vitalshift_desktop.ui.widgets.side_by_side import held
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_WIDEST = 760


class DetailsTab(ClientPage):
    """Who, how to reach them, what they need, people, medicines, measures, the work, and whose file it is."""

    concerns: ClassVar[frozenset[Subject]] = frozenset({Subject.CLIENTS, Subject.MEASURES, Subject.SESSIONS})

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("client.details")
        self._desk = desk
        self._whole: WholeFile | None = None
        self._entries = DetailEntries(desk, self, self._open, self._do)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.gap = MarkLabel("warning", "")
        self.gap.setObjectName("details.consent_gap")
        self.heed = MarkLabel("hand", "")
        self.heed.setObjectName("details.heed")
        change, add, nothing = _("Change…"), _("Add…"), _("Nothing is written down yet.")
        self.who = self._section("who", _("Who"), change, nothing)
        self.contact = self._section("contact", _("How to reach them"), change, nothing)
        self.needs = self._section("needs", _("What they need"), change, nothing)
        self.risk = self._section("risk", _("Risk word"), _("Set…"), _("None is set."))
        self.people = self._section("people", _("People around them"), add, _("Nobody yet: guardians, partner, GP …"))
        self.medicines = self._section(
            "medicines", _("Medicines and other care"), add, _("As the client tells it. Nothing yet.")
        )
        self.service = self._section("service", _("Kind of service"), change, nothing)
        self.status = self._section("status", _("Status"), change, nothing)
        self.kind = self._section("kind", _("Whose file this is"), change, _("One person’s."))
        self.members = self._section("members", _("Members"), add, _("Nobody yet. Each session asks who of them came."))
        self.measures = MeasuresSection(self._desk, self._open, self._do)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(24)
        for part in (self.gap, self.heed, *self.sections):
            column.addWidget(part)
        inside.setMaximumWidth(theme().scale(_WIDEST))
        self.flow = FlowColumn()
        self.flow.add_layout(held(inside))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.flow)

    def _section(self, key: str, title: str, action: str, nothing: str) -> DetailSection:
        return DetailSection(f"details.{key}", title, action, nothing, self._desk.privacy)

    @property
    def sections(self) -> tuple[QWidget, ...]:
        """The sections in the order in which they are read."""
        first = (self.who, self.contact, self.needs, self.risk, self.people, self.medicines)
        return (*first, self.measures, self.service, self.status, self.kind, self.members)

    def _connect(self) -> None:
        self.who.acted.connect(self._on_who)
        self.contact.acted.connect(partial(self._fill_in, ContactForm, self.contact))
        self.needs.acted.connect(partial(self._fill_in, NeedsForm, self.needs))
        self.risk.acted.connect(partial(self._fill_in, RiskForm, self.risk))
        self.people.acted.connect(partial(self._fill_in, PersonForm, self.people))
        self.medicines.acted.connect(partial(self._fill_in, MedicineForm, self.medicines))
        self.service.acted.connect(partial(self._fill_in, ServiceForm, self.service))
        self.kind.acted.connect(partial(self._fill_in, KindForm, self.kind))
        self.members.acted.connect(partial(self._fill_in, MemberForm, self.members))
        self.status.acted.connect(self._on_status)
        self.flow.verticalScrollBar().rangeChanged.connect(self._keep_measures_in_view)
        self._desk.privacy.changed.connect(self.look_again_soon)
        theme().changed.connect(self.look_again_soon)

    def look_again(self) -> None:
        """Show the file as it is written now; the focus stays where it was."""
        if self.client_id is None:
            return
        focused = self._focused()
        day = today(self._desk.workspace.clock)
        whole = self._whole = self._desk.workspace.files.whole(self.client_id)
        self._say(self.gap, label(whole.consent_gap) if whole.consent_gap is not None else "")
        self._say(self.heed, heed_words(self._desk, self.client_id))
        self.who.show_parts(who_facts(whole))
        self.contact.show_parts(contact_facts(whole, day))
        self.needs.show_parts(needs_facts(whole, day))
        self.risk.show_parts([], self._entries.risk(whole))
        self.people.show_parts([], self._entries.people(whole, day))
        self.medicines.show_parts([], self._entries.medicines(whole, day))
        self.measures.show_client(self.client_id)
        self.service.show_parts([(_("Now"), label(whole.client.details.service_type))], self._entries.talks(whole))
        self.status.show_parts([], self._entries.statuses(whole))
        names = [self._desk.privacy.name(client) for client in whole.joint]
        self.kind.show_parts(kind_facts(whole, names))
        self.members.setVisible(whole.file.is_joint)
        self.members.show_parts([], self._entries.members(whole))
        self._refocus(focused)

    def show_client(self, client_id: ClientId) -> None:
        """Show this client from the top."""
        if client_id != self.client_id:
            self.flow.verticalScrollBar().setValue(0)
        super().show_client(client_id)

    def show_item(self, item: int, part: int = 0) -> None:
        """Bring a section to the front: the measures, which is all that is asked for from elsewhere."""
        self.measures.list.action.setFocus()
        self._keep_measures_in_view()

    def focus_first(self) -> None:
        """Go to the first thing that can be changed."""
        self.who.action.setFocus()

    def _keep_measures_in_view(self) -> None:
        """Where the way to them has the focus; a section that was shown just now has no place yet."""
        inside = self.measures.parentWidget()
        if inside is not None and self.measures.list.action.hasFocus():
            self.flow.verticalScrollBar().setValue(inside.y() + self.measures.y() - theme().scale(12))

    def _say(self, mark: MarkLabel, words: str) -> None:
        icon, tone = ("warning", "attnmark") if mark is self.gap else ("hand", "text2")
        mark.show_mark(icon, words, tone)
        mark.setVisible(bool(words))

    def _on_who(self) -> None:
        self._desk.wishes.edit_client.emit(self.client_id)

    def _on_status(self) -> None:
        if self._whole is not None:
            self._open(StatusForm(self._desk, self._whole.client, self.window()), self.status.action.objectName())

    def _fill_in(self, form: Callable[[Desk, ClientId, QWidget], DialogFrame], section: DetailSection) -> None:
        if self.client_id is not None:
            self._open(form(self._desk, self.client_id, self.window()), section.action.objectName())

    def _open(self, form: DialogFrame, opener: str) -> None:
        form.open_from(self)
        form.finished.connect(partial(self._refocus, opener))  # last, since the opener was made anew

    def _focused(self) -> str:
        """The name of the part that has the focus now, which goes when the page is shown anew."""
        part = QApplication.focusWidget()
        return part.objectName() if isinstance(part, QWidget) and self.isAncestorOf(part) else ""

    def _refocus(self, name: str, _result: int = 0) -> None:
        part = self.findChild(QWidget, name) if name else None
        if part is not None and self.isVisible():
            part.setFocus()

    def _do(self, act: Callable[[], object], words: str, undo: Callable[[], object]) -> None:
        """Do something with one click, and offer the way back."""
        if self._desk.did(act):
            self._desk.wishes.undo_offered.emit(words, undo)
