"""One entry of the audit trail in words, for the screen and for paper."""

from collections.abc import Callable

from vitalshift_desktop.domain.audit_view import AuditLine
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.printing.audit_trail import AuditRow
from vitalshift_desktop.printing.paper_words import day_words as day_on_paper
from vitalshift_desktop.printing.paper_words import moment_words
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.ui.dates_in_words import full_day, short_day, time_words
from vitalshift_desktop.vocabulary.audit_words import act_words, lost_client_words, object_words
from vitalshift_desktop.words import _

NameOf = Callable[[Client], str]
Cells = tuple[str, ...]


def headings() -> Cells:
    """The words over the columns."""
    return (_("No."), _("When"), _("What was done"), _("About"))


def cells(line: AuditLine, name_of: NameOf, clock: Clock) -> Cells:
    """The cells of one entry; a client is called what the screen calls clients now."""
    moment = local(clock, line.entry.at)
    date_words = _("{day} {year}").format(day=short_day(moment.date()), year=moment.year)
    when = _("{day}, {time}").format(day=date_words, time=time_words(moment))
    day = full_day(line.day) if line.day else ""
    return (str(line.entry.id), when, act_words(line.entry), _about(line, name_of, day))


def row_on_paper(line: AuditLine, clock: Clock) -> AuditRow:
    """The same for paper; clients by code, or by initials where they have none."""
    when = moment_words(local(clock, line.entry.at))
    day = day_on_paper(line.day) if line.day else ""
    return AuditRow(str(line.entry.id), when, act_words(line.entry), _about(line, code_or_initials, day))


def code_or_initials(client: Client) -> str:
    """What a client is called on paper."""
    return client.code or client.initials


def _about(line: AuditLine, name_of: NameOf, day: str) -> str:
    who = name_of(line.client) if line.client else lost_client_words(line.entry)
    return " · ".join(part for part in (who, object_words(line.entry, day)) if part)
