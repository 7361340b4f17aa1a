"""Invented pages for the tests of this room, and ways to read what is on them."""

import io
from collections.abc import Sequence
from datetime import date

import pypdfium2
from PIL import Image, ImageChops

from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.progress import (
    AgreementLine,
    AttendanceFigures,
    CheckinCourse,
    CheckinPoint,
    GoalLine,
    Letterhead,
    Parts,
    Period,
    ProgressSummary,
    UsualRange,
)
from vitalshift_desktop.domain.sessions import Modality

EVERYTHING = Parts(
    reason=True,
    missed_sessions=True,
    checkin_chart=True,
    counselor_ratings=True,
    usual_range=True,
    talked_through=True,
    agreement_wording=True,
)
CLIENT_SCORES = (7.0, 6.5, 7.5, 7.25, 8.0, 7.5, 5.0, 5.75, 7.75, 8.25, 8.0, 8.25)
COUNSELOR_SCORES = (7.5, 7.5, 7.75, 8.0, 8.0, 8.0, 7.75, 6.5, 7.5, 8.0, 8.0, 8.0)
LETTERHEAD = Letterhead(
    practice_name="Ellery Counseling",
    counselor_name="Rowan Ellery",
    title="MA, LPC",
    registration_number="4471",
    address_lines=("12 Harbor Lane, Suite 3", "Larkmoor", "555 0142"),
)


def checkins(client: Sequence[float | None], counselor: Sequence[float | None] = ()) -> CheckinCourse:
    """A course from session 1 on; the usual range stands from the seventh session."""
    raters = [*counselor, *([None] * (len(client) - len(counselor)))]
    return CheckinCourse(
        tuple(
            CheckinPoint(
                session_no=number,
                client=score,
                counselor=own,
                usual_range=UsualRange(5.7, 8.9, 6) if number > 6 else None,
                remark="session 7, talked through in 8" if number == 7 else "",
            )
            for number, (score, own) in enumerate(zip(client, raters, strict=True), start=1)
        )
    )


def summary() -> ProgressSummary:
    """The summary of an invented client after twelve sessions."""
    return ProgressSummary(
        client_name="Maren T.",
        short_name="Maren",
        record_code="0147",
        period=Period(date(2025, 12, 11), date(2026, 3, 12)),
        prepared_on=date(2026, 3, 12),
        letterhead=LETTERHEAD,
        attendance=AttendanceFigures(
            planned=13,
            held_by_modality=((Modality.IN_PERSON, 11), (Modality.VIDEO, 1)),
            canceled_with_notice=1,
            shortest_minutes=50,
            longest_minutes=50,
        ),
        goals=(
            GoalLine("Shop for myself without planning how to get out", 2, 6, 8, 12),
            GoalLine("Take the bus to my sister’s on my own", 1, 4, 7, 12),
            GoalLine("Let my heart race and carry on with what I’m doing", 3, 6, 8, 12),
        ),
        checkins=checkins(CLIENT_SCORES, COUNSELOR_SCORES),
        agreements=(
            AgreementLine(Topic.CONTACT, 2, "Messages are read on working days.", date(2026, 2, 12), date(2026, 4, 30)),
            AgreementLine(Topic.CANCELLATION, 1, "A day’s notice.", date(2025, 12, 11), date(2026, 6, 4)),
            AgreementLine(Topic.ONLINE, 1, "Both of us in a private room.", date(2025, 12, 11)),
        ),
        where_things_stand="Maren now shops alone at quiet hours and stays until the fear has passed its peak.",
        what_helped="Going with one plan and no second one.",
        next_steps="Supermarket twice at busier hours, by 19 March (Maren)\nReview goals on 16 April (both)",
        serial="26-0042",
    )


def sheets(content: bytes) -> list[str]:
    """The words on each sheet of a PDF, with every run of spaces and line ends as one space."""
    document = pypdfium2.PdfDocument(content)
    try:
        texts = []
        for page in document:
            textpage = page.get_textpage()
            texts.append(" ".join(textpage.get_text_bounded().replace("￾", "-").split()))
            textpage.close()
            page.close()
        return texts
    finally:
        document.close()


def smallest_letters(content: bytes) -> float:
    """The size in points of the smallest letter on any sheet."""
    document = pypdfium2.PdfDocument(content)
    try:
        sizes = []
        for page in document:
            textpage = page.get_textpage()
            count = textpage.count_chars()
            sizes += [pypdfium2.raw.FPDFText_GetFontSize(textpage.raw, place) for place in range(count)]
            textpage.close()
            page.close()
        return float(min(size for size in sizes if size > 1))
    finally:
        document.close()


def sheet_sizes(content: bytes) -> list[tuple[int, int]]:
    """Width and height of each sheet in whole millimeters."""
    document = pypdfium2.PdfDocument(content)
    try:
        return [
            (round(width / 72 * 25.4), round(height / 72 * 25.4))
            for width, height in map(document.get_page_size, range(len(document)))
        ]
    finally:
        document.close()


def pictures_of(content: bytes, ppi: int = 72) -> list[Image.Image]:
    """Each sheet of a PDF drawn by another program than the one that set it."""
    document = pypdfium2.PdfDocument(content)
    try:
        made = []
        for page in document:
            made.append(page.render(scale=ppi / 72).to_pil().convert("L").copy())
            page.close()
        return made
    finally:
        document.close()


def opened(picture: bytes) -> Image.Image:
    """A PNG as a gray picture."""
    return Image.open(io.BytesIO(picture)).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two gray pictures are apart on average, from 0 to 255; 255 for different sizes."""
    if one.size != other.size:
        return 255.0
    histogram = ImageChops.difference(one, other).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / (one.width * one.height)


def ink_in(picture: Image.Image, box: tuple[float, float, float, float]) -> float:
    """The part of a box (fractions of the sheet: left, top, right, bottom) that is not white, from 0 to 1."""
    left, top, right, bottom = box
    width, height = picture.size
    cut = picture.crop((round(left * width), round(top * height), round(right * width), round(bottom * height)))
    return 1 - cut.histogram()[255] / (cut.width * cut.height)
