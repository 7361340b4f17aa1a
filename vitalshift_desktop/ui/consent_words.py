"""What the page of consents says about each of them."""

from collections import Counter
from collections.abc import Iterable

from vitalshift_desktop.domain.consents import Assent, Consent, ConsentKind, ConsentState, GivenBy, Giver
from vitalshift_desktop.services.consents import ConsentPage
from vitalshift_desktop.ui.dates_in_words import full_day
from vitalshift_desktop.vocabulary import in_sentence, label
from vitalshift_desktop.words import _, ngettext


def by_words(givers: Iterable[Giver]) -> str:
    """Such as "the client" or "2 guardians"; names are never said here."""
    counts = Counter(giver.by for giver in givers)
    guardians = ngettext("guardian", "{n} guardians", counts[GivenBy.GUARDIAN]).format(n=counts[GivenBy.GUARDIAN])
    words = {GivenBy.GUARDIAN: guardians}
    told = [words.get(by, in_sentence(by)) for by in GivenBy if counts[by]]
    return _(" and ").join(told)


def given_facts(consent: Consent, state: ConsentState) -> str:
    """Such as "Given by the client on 3 March 2026, on paper · until 3 March 2027"."""
    details = consent.details
    given = _("Given by {who} on {day}, {how}").format(
        who=by_words(details.givers), day=full_day(details.given_on), how=in_sentence(details.how)
    )
    scan = [_("with its scan")] if consent.scan_id is not None else []
    return " · ".join([given, *_assent_facts(consent), *_end_facts(consent, state), *scan])


def giver_names(givers: Iterable[Giver]) -> str:
    """The names of those who gave it, apart from the client."""
    return ", ".join(giver.name for giver in givers if giver.name)


def short_words(consent: Consent) -> str:
    """The record's own words about a consent, in a few lines: who gave it, what it covers, why it was taken back."""
    details = consent.details
    taken_back = consent.withdrawal.words if consent.withdrawal is not None else ""
    return "\n".join(part for part in (giver_names(details.givers), details.scope, details.purpose, taken_back) if part)


def missing_words(page: ConsentPage) -> str:
    """The sentence about consent to therapy itself while none holds; "" otherwise."""
    if not page.lacks(ConsentKind.THERAPY):
        return ""
    found = page.current.get(ConsentKind.THERAPY)
    if found is None:
        return _("Consent to therapy itself is not recorded yet.")
    if page.states[found.id] is ConsentState.WITHDRAWN:
        return _("Consent to therapy itself was taken back.")
    return _("Consent to therapy itself has expired.")


def consent_facts(page: ConsentPage) -> tuple[str, ...]:
    """One line for each consent that counts, such as "Fees: given by the client on 3 March 2026, on paper"."""
    missing = missing_words(page)
    told = [
        f"{label(kind)}: {given_facts(found, page.states[found.id])}"
        for kind in ConsentKind
        if (found := page.current.get(kind)) is not None
    ]
    return (*((missing,) if missing else ()), *told)


def interpreter_words(page: ConsentPage) -> str:
    """What to think of while an interpreter is used; "" otherwise."""
    if not page.interpreter:
        return ""
    return _(
        "An interpreter is used ({language}). Short sentences are offered below, and a session may take longer."
    ).format(language=page.interpreter)


def _assent_facts(consent: Consent) -> list[str]:
    assent = consent.details.assent
    return [in_sentence(assent)] if assent is not Assent.NOT_ASKED else []


def _end_facts(consent: Consent, state: ConsentState) -> list[str]:
    until = consent.details.until
    if consent.withdrawal is not None:
        return [_("taken back on {day}").format(day=full_day(consent.withdrawal.on))]
    if state in (ConsentState.REPLACED, ConsentState.CORRECTED):
        return [label(state).lower()]
    if until is None:
        return []
    if state is ConsentState.EXPIRED:
        return [_("expired on {day}").format(day=full_day(until))]
    return [_("until {day}").format(day=full_day(until))]
