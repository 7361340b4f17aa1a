"""A consent or a release for signing, and who may know what, in the size of the client's copies."""

from typing import Final

from vitalshift_desktop.domain.consent_page import ClientPage, ConsentSheet, MayKnowSheet, Sheet
from vitalshift_desktop.domain.consents import ConsentKind, GivenBy, Giver
from vitalshift_desktop.domain.may_know import KnowAnswer, Knowledge, MayKnowDetails
from vitalshift_desktop.domain.related_people import RelatedPerson
from vitalshift_desktop.printing.paper import foot, letterhead, look, role, signer
from vitalshift_desktop.printing.paper_words import day_words, text_lines
from vitalshift_desktop.printing.typesetting import Json, PaperDocument
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

TEMPLATE: Final = "agreement.typ"


def document(sheet: Sheet) -> PaperDocument:
    """The pages, ready to be set."""
    return _may_know(sheet) if isinstance(sheet, MayKnowSheet) else _consent(sheet)


def _consent(sheet: ConsentSheet) -> PaperDocument:
    details = sheet.details
    is_release = details.kind is ConsentKind.RELEASE
    title = _("What may be told, and to whom") if is_release else _consent_title(details.kind)
    parts = [
        (_("Who may be told"), details.recipient if is_release else ""),
        (_("What was explained"), details.explained),
        (_("What it covers"), details.scope),
        (_("What for"), details.purpose if is_release else ""),
    ]
    until = details.until
    closing = [
        _("It applies until {day}, unless you take it back before.").format(day=day_words(until))
        if until is not None
        else _("It applies until you take it back."),
        _("You can take it back at any time. It is enough to say so. This does not change what was done before."),
        _("By signing, you say that this was explained to you, that you could ask, and that you agree."),
    ]
    signatures = [_line(one.name or sheet.page.client, _as_what(one)) for one in sheet.signers]
    if sheet.asks_assent:
        signatures.append(_line(sheet.page.client, _("I was asked, and I agree")))
    opening = _("Please read it in your own time and ask about anything. You can say no.")
    return _document(sheet.page, title, opening, [part for part in parts if part[1]], closing, signatures)


def _consent_title(kind: ConsentKind) -> str:
    if kind is ConsentKind.THERAPY:
        return _("Consent to therapy")
    return _("Consent: {kind}").format(kind=label(kind))


def _may_know(sheet: MayKnowSheet) -> PaperDocument:
    opening = _("This is what we agreed about what other people may know. Each of us can ask to change it.")
    parts = [
        (
            _("{name}, {role}").format(name=one.details.name, role=label(one.details.role).lower()),
            _answers(sheet.details, one),
        )
        for one in sheet.people
    ]
    details = sheet.details
    agreed = _("Agreed on {day} by {who}.").format(day=day_words(details.agreed_on), who=details.agreed_by)
    first = _("Where it says “Ask the client first”, the counselor asks before anything is told.")
    limits = _("The limits of confidentiality that were explained to you stay as they are.")
    closing = [line for line in (agreed, details.words, first, limits) if line]
    return _document(sheet.page, _("Who may know what"), opening, parts, closing, [])


def _answers(details: MayKnowDetails, person: RelatedPerson) -> str:
    told = []
    for answer in KnowAnswer:
        things = [label(what).lower() for what in Knowledge if details.answer(person.id, what) is answer]
        if things:
            told.append(f"{_answer_words(answer)}: {', '.join(things)}.")
    return "\n".join(told)


def _answer_words(answer: KnowAnswer) -> str:
    return _("Is not told") if answer is KnowAnswer.NOT else label(answer)


def _document(
    page: ClientPage,
    title: str,
    opening: str,
    parts: list[tuple[str, str]],
    closing: list[str],
    signatures: list[Json],
) -> PaperDocument:
    record = [_("record {code}").format(code=page.record_code)] if page.record_code else []
    data: dict[str, Json] = {
        "look": look(page.paper, title, page.prepared_on, page.language),
        "title": title,
        "letterhead": letterhead(page.letterhead, is_sample=page.is_sample),
        "foot": foot(page.serial),
        "facts": [
            {"name": _("Client"), "words": ", ".join([page.client, *record])},
            {"name": _("Service"), "words": label(page.service_type)},
            {"name": _("Prepared"), "words": day_words(page.prepared_on)},
        ],
        "opening": [opening],
        "clauses": [{"title": name, "detail": "", "wording": text_lines(words)} for name, words in parts],
        "closing": [*closing],
        "agreed_title": "",
        "agreed": [],
        "drawings": [],
        "signatures": [*signatures, _counselor(page)] if signatures else [],
        "note": "",
    }
    return PaperDocument.of(TEMPLATE, data, {})


def _counselor(page: ClientPage) -> Json:
    head = page.letterhead
    number = head.registration_number
    registered = [_("Registration no. {number}").format(number=number)] if number else []
    return {"name": signer(head) or role(head).capitalize(), "details": [*registered, _("Signature and date")]}


def _line(name: str, as_what: str) -> Json:
    return {"name": name, "details": [*([as_what] if as_what else []), _("Signature and date")]}


def _as_what(giver: Giver) -> str:
    return "" if giver.by is GivenBy.CLIENT else label(giver.by)
