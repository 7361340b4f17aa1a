"""What the counselor can do with forms that are handed over to the client: arm them, and take the answers in."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.domain.client_measures import Moment
from vitalshift_desktop.domain.clients import Client, ClientId
from vitalshift_desktop.domain.handover_packet import LARGEST, packed
from vitalshift_desktop.domain.handovers import (
    FormAnswers,
    HandedForm,
    Handover,
    HandoverId,
    Packet,
    critical_first,
    handed_form,
    may_be_handed,
)
from vitalshift_desktop.domain.measures.administration import Rater
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.minors import is_minor
from vitalshift_desktop.domain.plain_text import check_visible
from vitalshift_desktop.domain.problems import (
    AlreadyRecorded,
    FormsTooLong,
    NoSessionToday,
    NotFound,
    Problem,
    TextIsMissing,
    TextTooLong,
)
from vitalshift_desktop.domain.sessions import Session, SessionId
from vitalshift_desktop.services.clock import Clock, today
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.services.handover_forms import HandedChoice, choices_for
from vitalshift_desktop.services.handover_intake import HandoverNews, News, taken_in
from vitalshift_desktop.services.measure_entry import NewEntry, checked_day
from vitalshift_desktop.services.session_lines import sessions_of_days
from vitalshift_desktop.vault.files.handover_files import WaitingFile, new_tag, remove_taken, waiting_files
from vitalshift_desktop.vault.keys.handover_seal import SEALED_SIZE, fits, new_key_pair
from vitalshift_desktop.vault.unit_of_work import UnitOfWork
from vitalshift_desktop.vault.vault import Vault

_NOT_YET = HandoverId(0)
LONGEST_REASON = 500
STILL_THE_START = timedelta(minutes=15)
"""So long after its beginning a session counts as just begun."""
STILL_THE_END = timedelta(minutes=15)
"""So long after its end a session is still the one at hand."""


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """What can be handed over in a session, and at which moment of it we are; `is_minor` on the session's day."""

    session: Session
    client: Client
    forms: tuple[HandedChoice, ...]
    moment: Moment
    is_minor: bool


@dataclass(frozen=True, slots=True)
class HandoverWish:
    """What is to be handed over: the forms' ids, when, and who answers.

    `late_reason` is needed where a form with a critical item is given at the end. `begins` shows the form at once,
    otherwise a page with "Begin".
    """

    forms: tuple[str, ...]
    moment: Moment = Moment.START
    late_reason: str = ""
    begins: bool = True
    larger_text: bool = False
    rater: Rater = Rater.CLIENT


class Handovers:
    """Forms that clients answer on this computer while the vault is locked."""

    def __init__(self, vault: Vault, clock: Clock, events: Events) -> None:
        self._vault = vault
        self._clock = clock
        self._events = events
        self.news: tuple[HandoverNews, ...] = ()
        """What was taken in, refused or never given, as found when the vault was opened."""

    def sheet(self, session_id: SessionId, rater: Rater = Rater.CLIENT) -> HandoverSheet:
        """What can be handed over in a session to the client, or to a guardian; raises NotFound."""
        with self._vault.read() as work:
            session = work.sessions.get(session_id)
            is_start = self._clock.now() < session.starts + STILL_THE_START
            moment = Moment.START if is_start else Moment.END
            client = work.clients.get(session.client_id)
            minor = is_minor(client.details.born, session.day)
            return HandoverSheet(session, client, choices_for(work, session, rater), moment, minor)

    def session_at_hand(self, client_id: ClientId | None = None) -> SessionId:
        """Today's session, of one client or of all, that goes on, or else begins next, or else was the last.

        One that ended a while ago still goes on until its note is signed. Raises NoSessionToday.
        """
        now, day = self._clock.now(), today(self._clock)
        with self._vault.read() as work:
            sessions = sessions_of_days(work, day, day)
            standing = [one for one in sessions if one.stands and client_id in (None, one.client_id)]
            heads = work.notes.heads([one.id for one in standing])
        if not standing:
            raise NoSessionToday
        signed = {session_id for session_id, head in heads.items() if head.is_signed}
        over = [one for one in standing if one.ends + (timedelta() if one.id in signed else STILL_THE_END) <= now]
        return next((one.id for one in standing if one not in over), standing[-1].id)

    def arm(self, session_id: SessionId, wish: HandoverWish) -> Packet:
        """Write down what is handed over, with a one-time key; gives what the next process is told.

        Raises NotFound for a form that cannot be handed over, AlreadyRecorded for one the session has, TextIsMissing
        where no form was chosen or the reason for a late critical form is missing, FormsTooLong, HiddenCharacters or
        TextTooLong, or DateIsImpossible where the session lies before the client's birth.
        """
        with self._vault.write() as work:
            session = work.sessions.get(session_id)
            checked_day(work, self._clock, NewEntry(session.client_id, "", wish.rater, (), session_id=session_id))
            forms = tuple(handed_form(one) for one in _demanded(work, session, wish))
            private, public = new_key_pair()
            ordered = critical_first(forms)
            armed = work.handovers.arm(self._new(session, wish, tuple(form.id for form in ordered)), private)
            work.audit.append(AuditAct.HANDOVER_ARMED, f"handover:{armed.id}", forms=len(ordered))
            folder, vault_id = str(self._vault.folder), self._vault.vault_id
            packet = Packet(folder, vault_id, armed.tag, public, ordered, wish.begins, wish.larger_text)
            if len(packed(packet)) > LARGEST or not fits(_longest_answers(ordered)):
                raise FormsTooLong
        return packet

    def take_in(self) -> tuple[HandoverNews, ...]:
        """Take in what clients sealed while the vault was locked, once; called when the vault was opened.

        Answers are recorded and their hand-over is closed in one act, then the file goes. Whatever cannot be taken in
        is moved aside and told. In a vault that cannot be written it is only told that answers wait. Nothing is lost if
        the act fails: the files wait for the next time.
        """
        try:
            if self._vault.read_only is None:
                self.news = self._all_taken_in()
            else:
                self.news = self._still_waiting()
        except Exception:  # noqa: BLE001 -- the counselor gets in, whatever a file or its name holds
            self.news = self._what_may_wait()
        return self.news

    def _what_may_wait(self) -> tuple[HandoverNews, ...]:
        with suppress(OSError):
            if waiting_files(self._vault.folder, 0):
                return (HandoverNews(News.WAITING),)
        return ()

    def _all_taken_in(self) -> tuple[HandoverNews, ...]:
        files = waiting_files(self._vault.folder, SEALED_SIZE)
        with self._vault.read() as work:
            awaited = {one.tag for one in work.handovers.open()}
        if not files and not awaited:
            return ()
        try:
            return self._taken_in(files, files)
        except Exception:
            ours = [file for file in files if file.tag in awaited]
            if len(ours) < 2:
                raise
        return tuple(news for file in ours for news in self._taken_in_or_waiting(file, files))

    def _taken_in_or_waiting(self, file: WaitingFile, files: tuple[WaitingFile, ...]) -> tuple[HandoverNews, ...]:
        """One that cannot be taken in now must not hold up the answers of others."""
        try:
            return self._taken_in((file,), files)
        except Exception:  # noqa: BLE001 -- whatever it is, the file waits
            return (HandoverNews(News.WAITING),)

    def _still_waiting(self) -> tuple[HandoverNews, ...]:
        tags = {file.tag for file in waiting_files(self._vault.folder, 0)}
        if not tags:
            return ()
        with self._vault.read() as work:
            waits = any(one.tag in tags for one in work.handovers.open())
        return (HandoverNews(News.WAITING),) if waits else ()

    def _taken_in(self, files: tuple[WaitingFile, ...], there: tuple[WaitingFile, ...]) -> tuple[HandoverNews, ...]:
        """Take in `files` in one act; a hand-over of which nothing is `there` is closed as not given."""
        folder, tags = self._vault.folder, {file.tag for file in there}
        with self._vault.write() as work:
            found = taken_in(work, files, self._vault.vault_id, self._clock, tags)
            found.enter(work)
        with suppress(OSError, Problem):  # the answers are in; what stays behind is known for what it is the next time
            for file in found.done:
                remove_taken(folder, file.name, file.digest, SEALED_SIZE)
            if found.to_clear:
                self._clear(found.to_clear)
        news = tuple(one.kept_aside(folder) for one in found.told)
        for client_id in {one.client.id for one in news if one.client is not None}:
            self._events.publish(Changed(Subject.MEASURES, client_id))
        return news

    def _clear(self, handovers: tuple[HandoverId, ...]) -> None:
        """From now on a file of these is one that was taken in before; the taking in itself is entered already."""
        now = self._clock.now()
        with self._vault.write() as work:
            for one in handovers:
                work.handovers.clear(one, now)

    def _new(self, session: Session, wish: HandoverWish, forms: tuple[str, ...]) -> Handover:
        return Handover(
            id=_NOT_YET,
            client_id=session.client_id,
            session_id=session.id,
            tag=new_tag(),
            rater=wish.rater,
            forms=forms,
            moment=wish.moment,
            late_reason=_late_reason(wish),
            larger_text=wish.larger_text,
            armed_at=self._clock.now(),
        )


def _demanded(work: UnitOfWork, session: Session, wish: HandoverWish) -> tuple[Instrument, ...]:
    offered = {choice.instrument.id: choice for choice in choices_for(work, session, wish.rater)}
    if not wish.forms:
        raise TextIsMissing
    chosen = []
    for form in wish.forms:
        choice = offered.get(form)
        if choice is None or not may_be_handed(choice.instrument):
            raise NotFound
        if choice.is_recorded:
            raise AlreadyRecorded
        chosen.append(choice.instrument)
    is_critical = any(instrument.critical is not None for instrument in chosen)
    if is_critical and wish.moment is Moment.END and not wish.late_reason.strip():
        raise TextIsMissing
    return tuple(chosen)


def _longest_answers(forms: tuple[HandedForm, ...]) -> tuple[FormAnswers, ...]:
    return tuple(
        FormAnswers(form.id, tuple(max(item.low, item.high, key=lambda end: len(str(end))) for item in form.items))
        for form in forms
    )


def _late_reason(wish: HandoverWish) -> str:
    reason = wish.late_reason.strip() if wish.moment is Moment.END else ""
    check_visible(reason)
    if len(reason) > LONGEST_REASON:
        raise TextTooLong
    return reason
