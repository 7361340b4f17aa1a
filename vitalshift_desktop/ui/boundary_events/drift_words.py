"""What the drift watch says: counts with what they were counted among, never a verdict."""

from vitalshift_desktop.domain.contacts import StartedBy
from vitalshift_desktop.domain.drift import ClientDrift, Drift, OutOfHours, Overrun, WaivedFee
from vitalshift_desktop.ui.money_words import money_words, sums_words
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _, ngettext


def overruns_words(drift: Drift) -> str:
    """How many sessions lasted longer, of how many, and by how many minutes together."""
    if not drift.overruns:
        return ngettext("None of {n} session held.", "None of {n} sessions held.", drift.held).format(n=drift.held)
    words = ngettext(
        "{over} of {n} session held, {minutes} minutes together.",
        "{over} of {n} sessions held, {minutes} minutes together.",
        drift.held,
    )
    return words.format(over=len(drift.overruns), n=drift.held, minutes=drift.minutes_over)


def contacts_words(drift: Drift) -> str:
    """How many calls and messages were out of hours, of how many, and how many had no hours to be compared with."""
    none = _("None with agreed hours.")
    words = ngettext(
        "{out} of {n} call or message with agreed hours.",
        "{out} of {n} calls and messages with agreed hours.",
        drift.contacts,
    ).format(out=len(drift.out_of_hours), n=drift.contacts)
    words = words if drift.contacts else none
    if not drift.without_hours:
        return words
    without = ngettext(
        "{n} more has no hours to be compared with.", "{n} more have no hours to be compared with.", drift.without_hours
    )
    return f"{words} {without.format(n=drift.without_hours)}"


def waived_words(drift: Drift) -> str:
    """How many fees were waived, and what they come to."""
    if not drift.waived:
        return _("None.")
    sums: dict[str, int] = {}
    for one in drift.waived:
        sums[one.currency] = sums.get(one.currency, 0) + one.amount
    n = len(drift.waived)
    return ngettext("{n} fee, {sum}.", "{n} fees, {sum}.", n).format(n=n, sum=sums_words(sums))


def overrun_words(overrun: Overrun) -> str:
    """Such as "58 minutes, agreed 50: 8 longer"."""
    return _("{lasted} minutes, agreed {agreed}: {over} longer").format(
        lasted=overrun.lasted, agreed=overrun.agreed, over=overrun.over
    )


def contact_words(contact: OutOfHours) -> str:
    """Such as "Message, started by the client"."""
    by = _("started by you") if contact.started_by is StartedBy.COUNSELOR else in_sentence(contact.started_by)
    return _("{kind}, {started}").format(kind=label(contact.kind), started=by)


def fee_words(fee: WaivedFee) -> str:
    """The amount that was waived."""
    return money_words(fee.amount, fee.currency)


def client_words(counts: ClientDrift) -> str:
    """The counts of one client in one line; what there is none of is left out."""
    parts = []
    if counts.overruns:
        n = counts.overruns
        words = ngettext("{n} session longer, {minutes} min", "{n} sessions longer, {minutes} min", n)
        parts.append(words.format(n=n, minutes=counts.minutes_over))
    if counts.out_of_hours:
        n = counts.out_of_hours
        parts.append(ngettext("{n} contact out of hours", "{n} contacts out of hours", n).format(n=n))
    if counts.waived:
        parts.append(ngettext("{n} fee waived", "{n} fees waived", counts.waived).format(n=counts.waived))
    return ", ".join(parts)
