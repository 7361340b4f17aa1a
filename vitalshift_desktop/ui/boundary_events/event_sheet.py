"""One note on an agreement, with everything that was added to it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.boundary_events import AdditionKind, BoundaryEvent, BoundaryEventId
from vitalshift_desktop.services.clock import today
from vitalshift_desktop.ui.boundary_events.event_addition_form import EventAdditionForm
from vitalshift_desktop.ui.boundary_events.note_words import (
    addition_words,
    begun,
    class_words,
    fact_words,
    when_words,
    written_words,
)
from vitalshift_desktop.ui.boundary_events.read_sheet import Block, ReadSheet
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.widgets.buttons import Button, LinkButton
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _


class EventSheet(ReadSheet):
    """Reads it, and adds to it: what it is called, that it was talked about, more words, or that it is set aside."""

    def __init__(self, desk: Desk, event_id: BoundaryEventId, parent: QWidget) -> None:
        super().__init__(desk, _("Note on an agreement"), parent)
        self.setObjectName("event_sheet")
        self._event_id = event_id
        self.class_it = self._act(Button(_("What to call it…")), "class", AdditionKind.CLASS)
        self.talked = self._act(Button(_("Talked about…")), "talked", AdditionKind.TALKED)
        self.add = self._act(Button(_("Add to it…")), "add", AdditionKind.WORDS)
        self.set_aside = self._act(LinkButton(_("Set aside…")), "set_aside", AdditionKind.SET_ASIDE)
        self.contact = LinkButton(_("Open the contact note"))
        self.contact.setObjectName("event_sheet.contact")
        self.contact.clicked.connect(self._on_contact)
        self.content.addWidget(self.contact)
        self.offer(self.class_it, self.talked, self.add, self.set_aside)
        self.look_again()
        self.close_button.setFocus()

    def look_again(self) -> None:
        """Show the note as it is now."""
        event = self._desk.workspace.boundary_events.get(self._event_id)
        clause = _("{topic}, version {n}").format(topic=label(event.topic), n=event.number)
        when = when_words(event, today(self._desk.workspace.clock))
        self.facts.setText(f"{when}. {clause}. {fact_words(event)}. {begun(class_words(event))}.")
        self.show_blocks(tuple(self._written(event)))
        self.contact.setVisible(event.contact_id is not None)
        if event.is_set_aside:
            for button in (self.class_it, self.talked, self.add, self.set_aside):
                button.hide()

    def _written(self, event: BoundaryEvent) -> Iterator[Block]:
        details, clock = event.details, self._desk.workspace.clock
        yield Block(_("What happened"), details.facts, written_words(event.recorded_at, event.signer, clock))
        yield Block(_("The client’s words"), details.client_words)
        kept = _("Kept in the record, and on no page that a client may see.") if details.thinking else ""
        yield Block(_("Your thinking"), details.thinking, kept)
        yield Block(_("Whom you asked about it"), details.consulted)
        talked = full_day(details.discussed_on) if details.discussed_on else ""
        yield Block(_("Talked about with the client"), details.reaction, talked)
        for one in event.additions:
            yield Block(addition_words(one), one.text, written_words(one.recorded_at, one.signer, clock))

    def _act(self, button: Button | LinkButton, name: str, kind: AdditionKind) -> Button | LinkButton:
        button.setObjectName(f"event_sheet.{name}")
        button.clicked.connect(partial(self._on_add, kind))
        return button

    def _on_add(self, kind: AdditionKind, _checked: bool = False) -> None:
        form = EventAdditionForm(self._desk, self._event_id, kind, self)
        form.added.connect(self.look_again)
        form.open_from(self.close_button)

    def _on_contact(self) -> None:
        event = self._desk.workspace.boundary_events.get(self._event_id)
        self.accept()
        self._desk.wishes.entry.emit(event.client_id, "contacts", int(event.contact_id or 0), 0)
