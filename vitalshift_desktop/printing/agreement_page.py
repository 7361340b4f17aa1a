"""An agreement as pages: to be signed, or a copy of what was agreed, in the size of the client's copies."""

from collections.abc import Sequence
from typing import Final

from vitalshift_desktop.domain.agreed_snapshots import digits_of
from vitalshift_desktop.domain.agreeing import DRAWING_HEIGHT, DRAWING_WIDTH, AgreedHow, Party, PartyKind, Stroke
from vitalshift_desktop.domain.agreement_page import Agreed, AgreementPage, PageClause
from vitalshift_desktop.domain.agreements import WordsOf
from vitalshift_desktop.printing.paper import foot, letterhead, look, role, signer
from vitalshift_desktop.printing.paper_words import day_words, text_lines
from vitalshift_desktop.printing.typesetting import Json, PaperDocument
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

TEMPLATE: Final = "agreement.typ"
_INK: Final = "#24211C"
_PEN: Final = 4
_SHOWN_OF_FINGERPRINT: Final = 16


def document(page: AgreementPage) -> PaperDocument:
    """The pages, ready to be set."""
    title = _("What we agree on") if page.agreed is None else _("What we agreed on")
    agreed = page.agreed
    parties = agreed.how.parties if agreed is not None else ()
    data: dict[str, Json] = {
        "look": look(page.paper, title, page.prepared_on, page.language, large_print=page.large_print),
        "title": title,
        "letterhead": letterhead(page.letterhead, is_sample=page.is_sample),
        "foot": foot(page.serial),
        "facts": _facts(page),
        "opening": [_opening(page)],
        "clauses": [_clause(one) for one in page.clauses],
        "closing": _closing(page),
        "agreed_title": _("How it was agreed"),
        "agreed": [] if agreed is None else _agreed_lines(agreed),
        "drawings": [_drawing(place, one) for place, one in enumerate(parties)],
        "signatures": _signatures(page) if agreed is None else [],
        "note": "" if agreed is None else _fingerprint(agreed),
    }
    drawn = {_file(place): drawing_svg(one.strokes) for place, one in enumerate(parties) if one.strokes}
    return PaperDocument.of(TEMPLATE, data, drawn)


def drawing_svg(strokes: Sequence[Stroke]) -> bytes:
    """What somebody drew, as lines; a stroke of one point is a dot."""
    lines = "".join(_line(stroke) for stroke in strokes if stroke)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {DRAWING_WIDTH} {DRAWING_HEIGHT}">'
    return f"{head}{lines}</svg>".encode("ascii")


def _line(stroke: Stroke) -> str:
    points = stroke if len(stroke) > 1 else (stroke[0], (stroke[0][0] + 1, stroke[0][1]))
    places = " ".join(f"{x},{y}" for x, y in points)
    pen = f'fill="none" stroke="{_INK}" stroke-width="{_PEN}" stroke-linecap="round" stroke-linejoin="round"'
    return f'<polyline points="{places}" {pen}/>'


def _facts(page: AgreementPage) -> list[Json]:
    record = [_("record {code}").format(code=page.record_code)] if page.record_code else []
    facts: list[Json] = [
        {"name": _("Client"), "words": ", ".join([page.client, *record])},
        {"name": _("Service"), "words": label(page.service_type)},
    ]
    if page.agreed is not None:
        facts.append({"name": _("Agreed"), "words": day_words(page.agreed.on)})
    else:
        facts.append({"name": _("Prepared"), "words": day_words(page.prepared_on)})
    return facts


def _opening(page: AgreementPage) -> str:
    if page.agreed is not None:
        return _(
            "This is how we agreed to work together. Each of us can ask to change it, and then we talk about it first."
        )
    return _(
        "This is how we want to work together. Please read it in your own time and ask about anything. You can ask to "
        "change words or to leave something out, and you can say no."
    )


def _clause(one: PageClause) -> Json:
    details = []
    if one.version:
        details.append(_("Version {n}").format(n=one.version))
    if one.words_of is not WordsOf.COUNSELOR:
        details.append(label(one.words_of))
    return {"title": label(one.topic), "detail": ", ".join(details), "wording": text_lines(one.wording)}


def _closing(page: AgreementPage) -> list[Json]:
    lines: list[Json] = []
    if page.review_on is not None:
        lines.append(_("We look at this again on {day}, or earlier if you wish.").format(day=day_words(page.review_on)))
    if page.agreed is None:
        lines.append(_("By signing, you say that we talked about this and that you agree. You get a copy to keep."))
    return lines


def _agreed_lines(agreed: Agreed) -> list[Json]:
    how = {
        AgreedHow.ON_PAPER: _("Signed on paper on {day}."),
        AgreedHow.DRAWN: _("Signed on the screen on {day}."),
        AgreedHow.VERBAL: _("Agreed in words on {day}."),
    }[agreed.how.how]
    lines: list[Json] = [how.format(day=day_words(agreed.on))]
    if agreed.how.serial:
        lines.append(_("The page that was signed has the serial {serial}.").format(serial=agreed.how.serial))
    if agreed.how.words:
        lines.append(_("What was said: “{words}”").format(words=agreed.how.words))
    return lines


def _drawing(place: int, party: Party) -> Json:
    shown = _party(party)
    alt = _("What {name} drew").format(name=party.name)
    return {"file": _file(place) if party.strokes else "", "name": shown, "alt": alt}


def _file(place: int) -> str:
    return f"drawn-{place}.svg"


def _party(party: Party) -> str:
    return f"{party.name}, {label(party.kind).lower()}"


def _signatures(page: AgreementPage) -> list[Json]:
    head = page.letterhead
    registered = _("Registration no. {number}").format(number=head.registration_number)
    counselor: Json = {
        "name": signer(head) or role(head).capitalize(),
        "details": [*([registered] if head.registration_number else []), _("Signature and date")],
    }
    return [*(_signature(one) for one in page.signers), counselor]


def _signature(party: Party) -> Json:
    as_what = [] if party.kind is PartyKind.CLIENT else [label(party.kind)]
    return {"name": party.name, "details": [*as_what, _("Signature and date")]}


def _fingerprint(agreed: Agreed) -> str:
    return _("Fingerprint of the record: {digits}").format(digits=digits_of(agreed.fingerprint)[:_SHOWN_OF_FINGERPRINT])
