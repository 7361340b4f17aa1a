"""Taking in the answers that were sealed while the vault was locked, inside one unit of work."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from vitalshift_desktop.domain.audit import AuditAct
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.handovers import (
    FileRefusal,
    FormAnswers,
    Handover,
    HandoverId,
    HandoverState,
    demand_on_scale,
    handed_form,
)
from vitalshift_desktop.domain.measures.administration import Administration, Rater
from vitalshift_desktop.domain.measures.not_given import NotGiven, NotGivenReason
from vitalshift_desktop.domain.problems import AnswerOutOfRange, NotFound
from vitalshift_desktop.services.clock import Clock
from vitalshift_desktop.services.instruments import every_instrument, instrument_of
from vitalshift_desktop.services.measure_entry import NewEntry, record_in
from vitalshift_desktop.vault.files.handover_files import WaitingFile, set_aside, shown_name
from vitalshift_desktop.vault.keys.handover_seal import BoundTo, NotSealedForThis, demand_form, opened_seal
from vitalshift_desktop.vault.unit_of_work import UnitOfWork

_ASKED = (Rater.CLIENT, Rater.GUARDIAN)


class News(StrEnum):
    """What is told after the vault was opened."""

    TAKEN_IN = "taken_in"
    DECLINED = "declined"
    NOT_GIVEN = "not_given"
    REFUSED = "refused"
    WAITING = "waiting"
    """The answers could not be taken in now, such as on a full drive or while their file cannot be read; they wait."""


_ACTS = {
    News.TAKEN_IN: AuditAct.HANDOVER_TAKEN_IN,
    News.DECLINED: AuditAct.HANDOVER_DECLINED,
    News.NOT_GIVEN: AuditAct.HANDOVER_NOT_GIVEN,
    News.REFUSED: AuditAct.HANDOVER_REFUSED,
}


@dataclass(frozen=True, slots=True)
class HandoverNews:
    """What became of a hand-over or of a file: whose, the forms by name, and where a refused file lies now.

    `given` and `declined` are names of forms, `recorded` the forms as they stand in the record. With a refused file
    `declined` are the forms that did not arrive with it; none where its hand-over was closed before.
    """

    what: News
    handover: Handover | None = None
    client: Client | None = None
    given: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    recorded: tuple[Administration, ...] = ()
    refusal: FileRefusal | None = None
    file: str = ""

    @property
    def act(self) -> AuditAct:
        """What stands in the audit trail."""
        return _ACTS[self.what]

    @property
    def audit_object(self) -> str:
        """What it was done to: a hand-over of these records."""
        return f"handover:{self.handover.id}" if self.handover else "handovers"

    @property
    def audit_detail(self) -> dict[str, str | int | bool]:
        """Facts without answers."""
        if self.refusal is not None:
            return {"refusal": self.refusal.value}
        return {"forms": len(self.recorded)} if self.recorded else {}

    def kept_aside(self, folder: Path) -> "HandoverNews":
        """The same after its refused file was moved out of the way; one of a newer version waits where it is."""
        is_left = not self.file or (self.refusal is FileRefusal.NEWER and self.handover is not None)
        try:
            return self if is_left else replace(self, file=set_aside(folder, self.file))
        except OSError:  # such as in a folder that cannot be written; it is refused again the next time
            return replace(self, file=shown_name(self.file))


@dataclass(slots=True)
class Intake:
    """What one act took in: the news, the files that are done with, and the hand-overs whose file is gone then."""

    told: list[HandoverNews] = field(default_factory=list)
    done: list[WaitingFile] = field(default_factory=list)
    clearing: list[HandoverId] = field(default_factory=list)

    def enter(self, work: UnitOfWork) -> None:
        """Write what was done into the audit trail: strange files of one kind in one entry, what waits in none."""
        strange = Counter[FileRefusal]()
        for one in self.told:
            if one.handover is None and one.refusal is not None:
                strange[one.refusal] += 1
            elif one.what is not News.WAITING:
                work.audit.append(one.act, one.audit_object, **one.audit_detail)
        for refusal, files in strange.items():
            work.audit.append(AuditAct.HANDOVER_REFUSED, "handovers", refusal=refusal.value, files=files)

    @property
    def to_clear(self) -> tuple[HandoverId, ...]:
        """The hand-overs to note as cleared once their files are gone."""
        return tuple(self.clearing)


class _Refused(Exception):
    """A file is not taken in."""

    def __init__(self, refusal: FileRefusal) -> None:
        super().__init__()
        self.refusal = refusal


def taken_in(
    work: UnitOfWork, files: Iterable[WaitingFile], vault_id: str, clock: Clock, there: Collection[str]
) -> Intake:
    """Record what these files hold and close the hand-overs; the files themselves are not touched.

    A hand-over whose tag is not `there` was not given.
    """
    found = Intake()
    for file in files:
        handover = work.handovers.of_tag(file.tag) if file.tag else None
        if handover is None:
            found.told.append(HandoverNews(News.REFUSED, refusal=_kind_of_stranger(file), file=file.name))
        else:
            _take_one(work, found, handover, file, vault_id, clock)
    for handover in work.handovers.open():
        if handover.tag not in there:
            work.handovers.close(handover.id, HandoverState.NOT_GIVEN, clock.now())
            client = work.clients.get(handover.client_id)
            found.told.append(HandoverNews(News.NOT_GIVEN, handover, client, declined=_names(work, handover.forms)))
    return found


def _take_one(
    work: UnitOfWork, found: Intake, handover: Handover, file: WaitingFile, vault_id: str, clock: Clock
) -> None:
    states = work.handovers.states(handover.id)
    if file.is_unreadable:  # never a reason to give up its key
        if not states:
            found.told.append(HandoverNews(News.WAITING))
        return
    if states:
        _look_at_leftover(work, found, handover, file, states)
        return
    client = work.clients.get(handover.client_id)
    try:
        answers = _opened(work, handover, file, vault_id)
    except _Refused as refused:
        if refused.refusal is not FileRefusal.NEWER:
            work.handovers.close(handover.id, HandoverState.REFUSED, clock.now(), file.digest)
        lost = _names(work, handover.forms)
        found.told.append(HandoverNews(News.REFUSED, handover, client, (), lost, (), refused.refusal, file.name))
        return
    recorded = tuple(_record(work, clock, handover, one) for one in answers if one.has_any)
    given = tuple(one.instrument_id for one in recorded)
    declined = tuple(one.instrument_id for one in answers if not one.has_any)
    for form in declined:
        _note_declined(work, clock, handover, form)
    state = HandoverState.TAKEN_IN if recorded else HandoverState.DECLINED
    work.handovers.close(handover.id, state, clock.now(), file.digest)
    left = tuple(form for form in handover.forms if form not in given)
    found.told.append(
        HandoverNews(News(state.value), handover, client, _names(work, given), _names(work, left), recorded)
    )
    found.done.append(file)
    found.clearing.append(handover.id)


def _look_at_leftover(
    work: UnitOfWork, found: Intake, handover: Handover, file: WaitingFile, states: dict[HandoverState, str]
) -> None:
    """A file of a closed hand-over: what a crash kept us from removing, or one that was put back."""
    closed = next(state for state in states if state is not HandoverState.CLEARED)
    is_ours = closed in (HandoverState.TAKEN_IN, HandoverState.DECLINED) and states[closed] == file.digest
    if is_ours and HandoverState.CLEARED not in states:
        found.done.append(file)
        found.clearing.append(handover.id)
        return
    client = work.clients.get(handover.client_id)
    refusal = FileRefusal.NOT_A_FILE if file.data is None else FileRefusal.TAKEN_BEFORE
    found.told.append(HandoverNews(News.REFUSED, handover, client, refusal=refusal, file=file.name))


def _kind_of_stranger(file: WaitingFile) -> FileRefusal:
    if file.data is None:
        return FileRefusal.NOT_WHOLE if file.is_unreadable else FileRefusal.NOT_A_FILE
    try:
        demand_form(file.data)
    except NotSealedForThis as told:
        return told.refusal
    return FileRefusal.FOREIGN


def _opened(work: UnitOfWork, handover: Handover, file: WaitingFile, vault_id: str) -> tuple[FormAnswers, ...]:
    if file.data is None:
        raise _Refused(FileRefusal.NOT_A_FILE)
    bound = BoundTo(vault_id, handover.tag, handover.forms)
    try:
        answers = opened_seal(work.handovers.private_key(handover.id), bound, file.data)
    except NotSealedForThis as told:
        raise _Refused(told.refusal) from None
    _demand_fitting(work, handover, answers)
    return answers


def _demand_fitting(work: UnitOfWork, handover: Handover, answers: tuple[FormAnswers, ...]) -> None:
    """Raise _Refused unless each form was handed over, stands once, lies on its scale and is new to the session."""
    ids = [one.instrument_id for one in answers]
    if len(set(ids)) != len(ids) or not set(ids) <= set(handover.forms):
        raise _Refused(FileRefusal.OFF_SCALE)
    there = {one.instrument_id for one in work.measures.of_session(handover.session_id) if one.rater is handover.rater}
    for one in answers:
        if one.answers is None:
            continue
        try:
            demand_on_scale(handed_form(instrument_of(work, one.instrument_id)), one.answers)
        except (AnswerOutOfRange, NotFound):
            raise _Refused(FileRefusal.OFF_SCALE) from None
        if one.has_any and one.instrument_id in there:
            raise _Refused(FileRefusal.ALREADY_THERE)


def _record(work: UnitOfWork, clock: Clock, handover: Handover, given: FormAnswers) -> Administration:
    entry = NewEntry(
        handover.client_id,
        given.instrument_id,
        handover.rater,
        given.answers or (),
        session_id=handover.session_id,
        with_gaps=True,
    )
    return record_in(work, clock, entry)


def _note_declined(work: UnitOfWork, clock: Clock, handover: Handover, form: str) -> None:
    """The client was asked and would not: unless something stands there already, the session says so."""
    session_id = handover.session_id
    is_said = any(one.instrument_id == form for one in work.measures_not_given.of_session(session_id))
    is_given = any(one.instrument_id == form for one in work.measures.of_session(session_id) if one.rater in _ASKED)
    if is_said or is_given:
        return
    noted = NotGiven(session_id, handover.client_id, form, NotGivenReason.DECLINED, "", clock.now())
    work.measures_not_given.add(noted)
    work.audit.append(AuditAct.MEASURE_NOT_GIVEN, f"session:{session_id}", reason=noted.reason.value)


def _names(work: UnitOfWork, ids: tuple[str, ...]) -> tuple[str, ...]:
    known = every_instrument(work)
    return tuple(known[one].name if one in known else one for one in ids)
