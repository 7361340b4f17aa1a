"""Asks for the time of a new session, or for another time of one that is planned."""

from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.clients import ClientId
from vitalshift_desktop.domain.closures import Closure
from vitalshift_desktop.domain.problems import PracticeIsClosed, Problem, SessionsClash
from vitalshift_desktop.domain.sessions import CancelledBy, Modality, Session, SessionId
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.services.clock import local, today
from vitalshift_desktop.ui.dates_in_words import day_words, span_words
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.session_words import clock_span, cut
from vitalshift_desktop.ui.sessions.client_choices import client_choices
from vitalshift_desktop.ui.sessions.time_row import TimeRow
from vitalshift_desktop.ui.widgets.buttons import Button
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.dialog_frame import DialogFrame
from vitalshift_desktop.ui.widgets.field import ErrorSentence
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.vocabulary.commitment_words import mover_words
from vitalshift_desktop.words import _


class SessionForm(DialogFrame):
    """A clash is said at the time; booking in spite of it takes a second button, pressed on purpose."""

    saved = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None,
        *,
        client_id: ClientId | None = None,
        session_id: SessionId | None = None,
        starts: datetime | None = None,
    ) -> None:
        self._desk = desk
        self._sessions = desk.workspace.sessions
        self._moved = self._sessions.get(session_id).session if session_id is not None else None
        self._client_id = self._moved.client_id if self._moved else client_id
        super().__init__(self._title(), parent=parent)
        self.setObjectName("session_form")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._starts = starts
        self._was_edited = starts is not None
        self._said_clash = False
        self._said_closed = False
        self._build()
        self._connect()
        self._show()
        kept = f"session_form:{client_id or 0}:{session_id or 0}"
        self.keep(kept, "plan.client", *self.when.NAMES, "plan.asked_by", "plan.modality")

    def _title(self) -> str:
        if self._client_id is None:
            return _("Plan a session")
        name = self._name_of(self._client_id)
        return (_("Move the session with {name}") if self._moved else _("Plan a session with {name}")).format(name=name)

    def _build(self) -> None:
        choices = client_choices(self._desk) if self._client_id is None else []
        self.client = ChoiceField(_("Client"), choices)
        self.client.setObjectName("plan.client")
        self.client.setVisible(self._client_id is None)
        self.when = TimeRow(self._today)
        self.modality = ChoiceField(_("How you meet"), [(kind, label(kind)) for kind in Modality])
        self.modality.setObjectName("plan.modality")
        who = [(None, _("Not noted")), *((one, mover_words(one)) for one in CancelledBy)]
        self.asked_by = ChoiceField(_("Who asked to move it"), who)
        self.asked_by.setObjectName("plan.asked_by")
        self.asked_by.setVisible(self._moved is not None)
        self.clash = ErrorSentence()
        self.clash.setObjectName("plan.clash")
        self.error = ErrorSentence()
        self.error.setObjectName("plan.error")
        self.interpreter = TextLabel(_("An interpreter is used: the session may take longer."), tone="2", size="m")
        self.interpreter.setObjectName("plan.interpreter")
        self.interpreter.hide()
        for part in (self.client, self.when, self.interpreter, self.clash, self.asked_by, self.modality, self.error):
            self.column.addWidget(part)
        self.cancel = Button(_("Cancel"))
        self.anyway = Button(_("Book anyway"))
        self.anyway.setObjectName("plan.anyway")
        self.anyway.hide()
        self.save = Button(_("Move") if self._moved else _("Plan"), variant="primary")
        self.save.setObjectName("plan.save")
        self.add_button(self.cancel)
        self.add_button(self.anyway)
        self.add_button(self.save, safe=True)

    def _connect(self) -> None:
        self.client.picked.connect(self._on_client)
        self.when.edited.connect(self._on_edited)
        self.cancel.clicked.connect(self.reject)
        self.anyway.clicked.connect(self._on_anyway)
        self.save.clicked.connect(self._on_save)

    def _show(self) -> None:
        session = self._moved or self._last_of(self._client_id)
        if self._moved is not None:
            starts = self._moved.local_start
        elif self._starts is not None:
            starts = self._starts
        elif session is not None:
            starts = local(self._desk.workspace.clock, self._sessions.next_suggestion(session.id).starts)
        else:
            starts = self._next_hour()
        usual = self._desk.workspace.practice.get().session_minutes
        self.when.show_when(starts, session.minutes if session else usual)
        self.modality.choose(session.modality if session else Modality.IN_PERSON)
        self._show_interpreter(self._client_id)
        (self.client if self._client_id is None else self.when.day).setFocus()

    def _on_client(self, client_id: ClientId | None) -> None:
        """Offer the usual time of this client, unless a time was written already."""
        last = self._last_of(client_id)
        if last is not None and not self._was_edited:
            starts = local(self._desk.workspace.clock, self._sessions.next_suggestion(last.id).starts)
            self.when.show_when(starts, last.minutes)
            self.modality.choose(last.modality)
        self._show_interpreter(client_id)
        self._say_clash("")

    def _show_interpreter(self, client_id: ClientId | None) -> None:
        """Say that it may take longer, where the client's file names an interpreter."""
        is_used = client_id is not None and self._desk.workspace.files.get(client_id).uses_interpreter
        self.interpreter.setVisible(is_used)

    def _on_edited(self) -> None:
        self._was_edited = True
        self._said_clash = self._said_closed = False
        self._say_clash("")

    def _on_save(self) -> None:
        self._save(allow_clash=False)

    def _on_anyway(self) -> None:
        self._save(allow_clash=self._said_clash)

    def _save(self, *, allow_clash: bool) -> None:
        self.error.show_sentence("")
        client_id = self._client_id if self._client_id is not None else self.client.value
        if client_id is None:
            self.client.show_error(_("Choose whom the session is with."))
        if not self.when.is_valid() or not isinstance(client_id, int):
            self.adjustSize()
            return
        try:
            session = self._store(ClientId(client_id), allow_clash=allow_clash)
        except SessionsClash as clash:
            self._said_clash = True
            self._show_clash(clash.other)
        except PracticeIsClosed as closed:
            self._said_closed = True
            self._show_closed(closed.closure)
        except Problem as problem:
            advice = sentence(problem)
            self.error.show_sentence(f"{advice.what} {advice.next_step}")
            self.adjustSize()
        else:
            self._offer_undo(session)
            self.saved.emit(session)
            self.accept()

    def _store(self, client_id: ClientId, *, allow_clash: bool) -> Session:
        day, at, minutes = self.when.day.day(), self.when.time.at(), self.when.length()
        modality = self.modality.value
        if day is None or at is None or minutes is None or not isinstance(modality, Modality):
            raise ValueError("the fields were checked before")
        closed = self._said_closed
        if self._moved is None:
            return self._sessions.plan(
                client_id, day, at, minutes, modality, allow_clash=allow_clash, allow_closed=closed
            )
        moved = self._sessions.move(
            self._moved.id, day, at, minutes, allow_clash=allow_clash, allow_closed=closed, asked_by=self._asked_by()
        )
        return self._sessions.set_modality(moved.id, modality) if modality is not moved.modality else moved

    def _asked_by(self) -> CancelledBy | None:
        value = self.asked_by.value
        return value if isinstance(value, CancelledBy) else None

    def _show_clash(self, other: object) -> None:
        if not isinstance(other, Session):
            raise TypeError("a clash names the other session")
        words = _("{name} is booked {day}, {span}.").format(
            name=self._name_of(other.client_id), day=day_words(other.day), span=clock_span(other)
        )
        self._say_clash(words)
        self.when.time.setFocus()

    def _show_closed(self, closure: object) -> None:
        if not isinstance(closure, Closure):
            raise TypeError("a closed day names its closure")
        words = _("The practice is closed from {first} to {last}.").format(
            first=day_words(closure.first_day), last=day_words(closure.last_day)
        )
        self._say_clash(words)
        self.when.day.edit.setFocus()

    def _say_clash(self, words: str) -> None:
        self.clash.show_sentence(words)
        self.when.show_clash(words)
        self.anyway.setVisible(bool(words))
        self.adjustSize()

    def _offer_undo(self, session: Session) -> None:
        words = _("Booked: {name}, {when}.").format(name=self._name_of(session.client_id), when=span_words(session))
        before = self._moved
        if before is None:
            self._desk.wishes.undo_offered.emit(words, partial(self._sessions.remove, session.id))
            return
        self._desk.wishes.undo_offered.emit(words, partial(self._sessions.put_back, before))

    def _last_of(self, client_id: ClientId | None) -> Session | None:
        lines = self._sessions.of_client(client_id) if client_id is not None else ()
        return lines[0].session if lines else None

    def _name_of(self, client_id: ClientId) -> str:
        return cut(self._desk.privacy.name(self._desk.workspace.clients.get(client_id)))

    def _next_hour(self) -> datetime:
        clock = self._desk.workspace.clock
        return local(clock, clock.now()).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)

    def _today(self) -> date:
        return today(self._desk.workspace.clock)
