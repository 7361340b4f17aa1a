"""A new contact note, changes to one, or filing one from the inbox."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.contacts import (
    LONGEST_CONTACT_MINUTES,
    Channel,
    ContactDetails,
    ContactId,
    ContactKind,
    ContactNote,
    Direction,
    StartedBy,
)
from vitalshift_desktop.domain.problems import DateIsImpossible, Problem, TextIsMissing, TextTooLong
from vitalshift_desktop.domain.sessions import at_local
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.ui.contacts.client_choices import client_choices
from vitalshift_desktop.ui.dates_in_words import day_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.may_know_words import may_know_words
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.date_field import DateField
from vitalshift_desktop.ui.widgets.field import Field
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.prose_field import ProseField
from vitalshift_desktop.ui.widgets.roomy_dialog import RoomyDialog
from vitalshift_desktop.ui.widgets.time_field import TimeField
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

_Named = TypeVar("_Named", bound=QWidget)
_FIELDS = (
    "client", "kind", "channel", "day", "time", "minutes", "direction", "started_by", "text", "third_party",
    "third_party_words", "sign",
)  # fmt: skip


class ContactNoteForm(RoomyDialog):
    """What happened, how, when, who started it, and in which words."""

    saved = Signal(object)

    def __init__(
        self, desk: Desk, parent: QWidget, client_id: ClientId | None = None, contact_id: ContactId | None = None
    ) -> None:
        self._desk = desk
        self._contact = desk.workspace.contacts.get(contact_id) if contact_id is not None else None
        super().__init__(self._title(), width=640, height=680, parent=parent)
        self.setObjectName("contact_note_form")
        self._build()
        self._lay_out()
        self._show(client_id)
        place = f"contact_note_form:{client_id or 0}:{contact_id or 0}"
        self.keep(place, *(f"contact_note.{name}" for name in _FIELDS))
        self.text.edit.setFocus()

    @property
    def _is_filing(self) -> bool:
        return self._contact is not None and not self._contact.is_filed

    def _title(self) -> str:
        if self._contact is None:
            return _("New contact note")
        return _("File as a contact note") if self._is_filing else _("Change contact note")

    def _build(self) -> None:
        self.client = self._named("client", ChoiceField(_("Client"), client_choices(self._desk)))
        self.kind = self._named("kind", ChoiceField(_("What"), [(one, label(one)) for one in ContactKind]))
        self.channel = self._named("channel", ChoiceField(_("How"), [(one, label(one)) for one in Channel]))
        self.day = self._named("day", DateField(_("Day"), day=self._today(), today=self._today))
        self.time = self._named("time", TimeField(_("Time")))
        self.minutes = self._named("minutes", Field(_("Minutes, if you know")))
        self.direction = self._named("direction", ChoiceField(_("Direction"), [(one, label(one)) for one in Direction]))
        self.started_by = self._named(
            "started_by", ChoiceField(_("Who started it"), [(one, label(one)) for one in StartedBy])
        )
        self.text = self._named("text", ProseField(_("What happened")))
        hint = _("kept apart, so that it can be left out where the rest is handed out")
        self.third_party = self._named("third_party", Field(_("Another person who was part of it")))
        self.may_know = TextLabel(tone="2", size="m")
        self.may_know.setObjectName("contact_note.may_know")
        self.third_party.edited.connect(self._show_may_know)
        self.client.picked.connect(self._show_may_know)
        self.third_party_words = self._named("third_party_words", ProseField(_("What that person said"), hint=hint))
        self.sign = CheckBox(_("Sign it now; afterwards it can only be added to"))
        self.sign.setObjectName("contact_note.sign")
        self.sign.setVisible(self._contact is None or self._is_filing)
        self.kind.picked.connect(self._on_kind)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.client, 0, 0, 1, 3)
        places = (self.kind, self.channel, self.direction, self.day, self.time, self.minutes, self.started_by)
        for place, field in enumerate(places):
            grid.addWidget(field, 1 + place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.third_party, 3, 1, 1, 2)
        self.content.addLayout(grid)
        for part in (self.may_know, self.text, self.third_party_words, self.sign):
            self.content.addWidget(part)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = Button(_("File") if self._is_filing else _("Save"), variant="primary")
        self.save.setObjectName("contact_note.save")
        self.save.clicked.connect(self._on_save)
        self.add_button(cancel)
        self.add_button(self.save, safe=True)

    def _named(self, name: str, field: _Named) -> _Named:
        field.setObjectName(f"contact_note.{name}")
        return field

    def _show(self, client_id: ClientId | None) -> None:
        contact, clock = self._contact, self._desk.workspace.clock
        now = clock.now()
        details = contact.details if contact else ContactDetails(now, clock.zone(), "", ContactKind.CALL, Channel.PHONE)
        at = details.local_at if contact else local(clock, now)
        chosen = client_id if client_id is not None else contact.client_id if contact else None
        if chosen is not None:
            self.client.choose_text(str(chosen))
        self.client.setVisible(client_id is None or self._is_filing)
        for field, value in (
            (self.kind, details.kind),
            (self.channel, details.channel),
            (self.direction, details.direction),
            (self.started_by, details.started_by),
        ):
            field.choose(value)
        self.day.show_day(at.date())
        self.time.show_time(at.time().replace(second=0, microsecond=0))
        self.minutes.show_text("" if details.minutes is None else str(details.minutes))
        self.text.show_text(details.text)
        self.third_party.show_text(details.third_party)
        self.third_party_words.show_text(details.third_party_words)
        self._show_may_know()

    def _show_may_know(self, _what: object = None) -> None:
        """What was agreed that the other person may know about the client."""
        client_id, name = self.client.value, self.third_party.text()
        words = may_know_words(self._desk, ClientId(int(str(client_id))), name) if client_id is not None else ""
        self.may_know.setText(words)
        self.may_know.setVisible(bool(words))

    def _on_kind(self, kind: object) -> None:
        """The usual way of such a contact, which may be changed."""
        usual = {
            ContactKind.CALL: Channel.PHONE,
            ContactKind.MESSAGE: Channel.MESSAGE,
            ContactKind.CHANCE_MEETING: Channel.IN_PERSON,
            ContactKind.GIFT_OFFERED: Channel.IN_PERSON,
        }
        if isinstance(kind, ContactKind) and kind in usual:
            self.channel.choose(usual[kind])

    def prose_facts(self) -> Mapping[str, str]:
        """What snippets may fill in."""
        day = self.day.day()
        return {"date": day_words(day)} if day is not None else {}

    # ------------------------------------------------------------ saving

    def _on_save(self) -> None:
        client_id = self.client.value
        if client_id is None:
            self.client.show_error(_("Choose whom it was with."))
        is_counted = self._minutes_are_valid()
        if client_id is None or not is_counted or not (self.day.is_valid() and self.time.is_valid()):
            return
        try:
            contact = self._store(ClientId(int(str(client_id))), self._details())
        except TextIsMissing:
            self.text.show_error(_("Write in a few words what happened."))
        except DateIsImpossible as problem:
            advice = sentence(problem)
            is_ahead = self._details().at > self._desk.workspace.clock.now()
            ahead = _("This lies ahead. A contact note is about what has happened.")
            self.day.show_error(ahead if is_ahead else f"{advice.what} {advice.next_step}")
        except TextTooLong as problem:
            advice = sentence(problem)
            self.third_party.show_error(f"{advice.what} {advice.next_step}")
        except Problem as problem:
            advice = sentence(problem)
            self.text.show_error(f"{advice.what} {advice.next_step}")
        else:
            self.saved.emit(contact)
            self.accept()

    def _minutes_are_valid(self) -> bool:
        words = self.minutes.text()
        if not words or (words.isdecimal() and int(words) <= LONGEST_CONTACT_MINUTES):
            return True
        self.minutes.show_error(_("Use a number of minutes, at most {n}.").format(n=LONGEST_CONTACT_MINUTES))
        return False

    def _details(self) -> ContactDetails:
        values = [self.kind.value, self.channel.value, self.direction.value, self.started_by.value]
        return ContactDetails(
            at=self._at(),
            zone=self._zone(),
            text=self.text.text(),
            kind=ContactKind(str(values[0])),
            channel=Channel(str(values[1])),
            direction=Direction(str(values[2])),
            started_by=StartedBy(str(values[3])),
            minutes=int(self.minutes.text()) if self.minutes.text() else None,
            third_party=self.third_party.text(),
            third_party_words=self.third_party_words.text(),
        )

    def _zone(self) -> str:
        return self._contact.details.zone if self._contact else self._desk.workspace.clock.zone()

    def _at(self) -> datetime:
        day, at = self.day.day(), self.time.at()
        if day is None or at is None:
            raise ValueError("the fields were checked before")
        now = self._contact.details.local_at if self._contact else local(self._desk.workspace.clock, self._now())
        if (day, at) == (now.date(), now.time().replace(second=0, microsecond=0)):
            return now  # to the second, where nobody chose another minute
        return at_local(day, at, self._zone())

    def _store(self, client_id: ClientId, details: ContactDetails) -> ContactNote:
        workspace, before = self._desk.workspace, self._contact
        sign = self.sign.isChecked()
        if before is None:
            return workspace.contacts.add(client_id, details, sign=sign)
        if self._is_filing:
            return workspace.inbox.file(before.id, client_id, details, base_version=before.version, sign=sign)
        return workspace.contacts.change(before.id, details, base_version=before.version)

    def _now(self) -> datetime:
        return self._desk.workspace.clock.now()

    def _today(self) -> date:
        return today(self._desk.workspace.clock)
