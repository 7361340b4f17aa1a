"""The progress summary as pages: what the client takes home."""

from collections.abc import Callable, Sequence

from vitalshift_desktop.domain.progress import AgreementLine, Letterhead, ProgressSummary
from vitalshift_desktop.printing.chart_drawing import legend_marks
from vitalshift_desktop.printing.checkin_part import checkin_part
from vitalshift_desktop.printing.goals_part import goals_part
from vitalshift_desktop.printing.paper import DrawnPart, foot, letterhead, look, role, signer, size
from vitalshift_desktop.printing.paper_words import attendance_words, day_words, text_lines
from vitalshift_desktop.printing.typesetting import Json, PaperDocument
from vitalshift_desktop.vocabulary import label
from vitalshift_desktop.words import _

TEMPLATE = "progress_summary.typ"


def document(summary: ProgressSummary) -> PaperDocument:
    """The pages of a summary, ready to be set."""
    parts = _parts(summary)
    marks = {f"{name}.svg": mark for name, mark in legend_marks().items()}
    drawings = {
        name: drawing.svg for made in (marks, *(part.drawings for part in parts)) for name, drawing in made.items()
    }
    title = _("Progress summary")
    data: dict[str, Json] = {
        "look": look(summary.paper, title, summary.prepared_on, summary.language, large_print=summary.large_print),
        "title": title,
        "letterhead": letterhead(
            summary.letterhead if summary.parts.letterhead else Letterhead(), is_sample=summary.is_sample
        ),
        "foot": foot(summary.serial),
        "facts": _facts(summary),
        "marks": {name.removesuffix(".svg"): size(mark) for name, mark in marks.items()},
        "parts": [part.content for part in parts],
        "signatures": _signatures(summary) if summary.parts.signatures else [],
        "note": _note(summary),
    }
    return PaperDocument.of(TEMPLATE, data, drawings)


def _parts(summary: ProgressSummary) -> list[DrawnPart]:
    """The parts that were asked for, in the order of the page; one with nothing to say is left out."""
    asked = summary.parts
    chosen: tuple[tuple[bool, Callable[[], DrawnPart]], ...] = (
        (asked.reason, lambda: _text(_("Reason for coming"), summary.reason)),
        (asked.attendance, lambda: _attendance(summary)),
        (asked.goals and bool(summary.goals), lambda: goals_part(summary.goals, summary.short_name)),
        (asked.checkin_chart, lambda: checkin_part(summary)),
        (asked.agreements and bool(summary.agreements), lambda: _agreements(summary)),
        (asked.where_things_stand, lambda: _text(_("Where things stand"), summary.where_things_stand)),
        (asked.what_helped, lambda: _text(_("What helped"), summary.what_helped)),
        (asked.next_steps, lambda: _text(_("Next steps"), summary.next_steps, bullets=True)),
    )
    made = [make() for wanted, make in chosen if wanted]
    return [part for part in made if part.content.get("lines") != []]


def _facts(summary: ProgressSummary) -> Json:
    record = _(", record {code}").format(code=summary.record_code) if summary.record_code else ""
    first, last = day_words(summary.period.first), day_words(summary.period.last)
    return [
        _fact(_("Client"), record, strong=summary.client_name),
        _fact(_("Period"), _("{first} to {last}").format(first=first, last=last)),
        _fact(_("Service"), label(summary.service_type)),
        _fact(_("Prepared"), _("{day}, for the client").format(day=day_words(summary.prepared_on))),
    ]


def _fact(name: str, words: str, strong: str = "") -> Json:
    return {"name": name, "parts": [{"words": strong, "strong": True}, {"words": words, "strong": False}]}


def _attendance(summary: ProgressSummary) -> DrawnPart:
    line = attendance_words(summary.attendance, missed=summary.parts.missed_sessions)
    return DrawnPart({"kind": "line", "title": _("Attendance"), "line": line})


def _agreements(summary: ProgressSummary) -> DrawnPart:
    head = {"topic": _("Topic"), "version": _("Version"), "since": _("Agreed"), "review": _("Review")}
    rows = [_agreement_row(line, with_wording=summary.parts.agreement_wording) for line in summary.agreements]
    return DrawnPart({"kind": "agreements", "title": _("Agreements in force"), "head": head, "rows": rows})


def _agreement_row(line: AgreementLine, *, with_wording: bool) -> Json:
    return {
        "topic": label(line.topic),
        "wording": text_lines(line.wording) if with_wording else [],
        "version": str(line.version),
        "since": day_words(line.since),
        "review": day_words(line.review_on) if line.review_on else "–",
    }


def _text(title: str, text: str, *, bullets: bool = False) -> DrawnPart:
    return DrawnPart({"kind": "words", "title": title, "lines": text_lines(text), "bullets": bullets})


def _signatures(summary: ProgressSummary) -> Sequence[Json]:
    head = summary.letterhead
    registered = _("Registration no. {number}").format(number=head.registration_number)
    return [
        {
            "name": signer(head) or role(head).capitalize(),
            "details": [*([registered] if head.registration_number else []), _("Signature and date")],
        },
        {"name": summary.client_name, "details": [_("Read and discussed, signature and date")]},
    ]


def _note(summary: ProgressSummary) -> str:
    """What the numbers are and are not, where there are any."""
    asked = summary.parts
    if not ((asked.goals and summary.goals) or asked.checkin_chart):
        return ""
    if asked.checkin_chart and asked.counselor_ratings and summary.checkins.counselor_ratings:
        whose = _("Ratings are {name}’s own and the {counselor}’s.").format(
            name=summary.short_name, counselor=role(summary.letterhead)
        )
    else:
        whose = _("Ratings are {name}’s own.").format(name=summary.short_name)
    return whose + " " + _("Charts support a conversation; they are not a diagnosis.")
