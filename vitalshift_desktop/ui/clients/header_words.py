"""What stands in the head of a client: the service in one line, and the phases for the thread."""

from collections.abc import Mapping
from datetime import date

from vitalshift_desktop.domain.phases import DotKind, PhaseSpan
from vitalshift_desktop.domain.sessions import Session
from vitalshift_desktop.services.client_header import ClientHeader
from vitalshift_desktop.ui.dates_in_words import day_words, full_day, time_words
from vitalshift_desktop.ui.widgets.phase_thread import Mark, Phase, PhaseState
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _, ngettext

_MARKS = {DotKind.DROP: Mark.DROP, DotKind.RUPTURE: Mark.RUPTURE, DotKind.TALKED: Mark.TALKED_THROUGH}


def service_line(header: ClientHeader, due_no: int | None) -> str:
    """Such as "Counseling, session 12 today at 13:30, in person"; `due_no` is the number of today's session."""
    service = label(header.client.details.service_type)
    if header.due_session is not None and due_no is not None:
        return _("{service}, session {n} today at {time}, {how}").format(
            service=service,
            n=due_no,
            time=time_words(header.due_session.local_start),
            how=in_sentence(header.due_session.modality),
        )
    so_far = _("{service}, {sessions}").format(service=service, sessions=_so_far(header.held, header.first_day))
    if header.episode is not None and header.episode.number > 1:
        so_far = _("{so_far}, episode {n}").format(so_far=so_far, n=header.episode.number)
    if header.episode is not None and header.episode.ended_on is not None:
        so_far = _("{so_far}, ended {day}").format(so_far=so_far, day=full_day(header.episode.ended_on))
        if header.next_session is None:
            return so_far
    return f"{so_far} · {_next(header.next_session)}"


def status_words(header: ClientHeader) -> str:
    """Such as "Active", or "Ended" where the work is over; the line below says since when."""
    is_over = header.episode is not None and not header.episode.is_open
    return _("Ended") if is_over else label(header.client.status)


def phases_of(header: ClientHeader) -> tuple[Phase, ...]:
    """The phases as the thread paints them."""
    current = next(place for place, span in enumerate(header.phases) if span.is_current)
    kinds = {number: in_sentence(kind) for number, kind in header.ruptures}
    return tuple(_phase(span, place, current, kinds) for place, span in enumerate(header.phases))


def next_number(header: ClientHeader) -> int | None:
    """The number that the next planned session will have, for the ring on the thread."""
    dots = (dot for span in header.phases for dot in span.dots if dot.kind is DotKind.NEXT)
    return next((dot.session_no for dot in dots), None)


def _so_far(held: int, first_day: date | None) -> str:
    if first_day is None:
        return _("no session yet")
    sessions = ngettext("{n} session since {day}", "{n} sessions since {day}", held)
    return sessions.format(n=held, day=full_day(first_day))


def _next(session: Session | None) -> str:
    if session is None:
        return _("None planned")
    return _("Next: {day}, {time}, {how}").format(
        day=day_words(session.day), time=time_words(session.local_start), how=in_sentence(session.modality)
    )


def _phase(span: PhaseSpan, place: int, current: int, kinds: Mapping[int, str]) -> Phase:
    held = [dot for dot in span.dots if dot.kind is not DotKind.NEXT]
    state = PhaseState.CURRENT if place == current else PhaseState.PAST if place < current else PhaseState.AHEAD
    marks = tuple((dot.session_no, _MARKS[dot.kind]) for dot in held if dot.kind in _MARKS)
    told = tuple((number, kinds[number]) for number, _mark in marks if number in kinds)
    first = held[0].session_no if held else 0
    return Phase(label(span.phase), first, held[-1].session_no if held else None, state, marks, told)
