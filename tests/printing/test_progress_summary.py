from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from tests.printing.sample_pages import (
    CLIENT_SCORES,
    COUNSELOR_SCORES,
    EVERYTHING,
    LETTERHEAD,
    checkins,
    sheet_sizes,
    sheets,
    summary,
)
from vitalshift_desktop.domain.agreements import Topic
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import (
    PREVIEW_SERIAL,
    AgreementLine,
    AttendanceFigures,
    CheckinCourse,
    GoalLine,
    Letterhead,
    Parts,
    ProgressSummary,
)
from vitalshift_desktop.printing import progress_summary, typesetting


def printed(page: ProgressSummary) -> list[str]:
    return sheets(typesetting.pdf(progress_summary.document(page)).content)


def test_the_clients_copy_says_who_when_and_how_it_went() -> None:
    words = " ".join(printed(summary()))
    for expected in (
        "Ellery Counseling",
        "Rowan Ellery, MA, LPC",
        "12 Harbor Lane, Suite 3",
        "Maren T., record 0147",
        "11 Dec 2025 to 12 Mar 2026",
        "12 Mar 2026, for the client",
        "Counseling",
        "12 sessions attended, 50 minutes each: 11 in person, 1 by video.",
        "Goals, rated by Maren from 0 to 10, 12 ratings each",
        "Take the bus to my sister’s on my own",
        "Contact between sessions",
        "30 Apr 2026",
        "Maren now shops alone",
        "Going with one plan",
        "Review goals on 16 April (both)",
        "Registration no. 4471",
        "Read and discussed, signature and date",
    ):
        assert expected in words


def test_every_sheet_has_the_letterhead_the_serial_and_its_number() -> None:
    pages = printed(replace(summary(), parts=EVERYTHING))
    assert len(pages) == 2
    for number, words in enumerate(pages, start=1):
        assert f"Serial 26-0042, page {number} of 2" in words
        assert "Confidential health information." in words
        assert "Ellery Counseling" in words


def test_a_preview_has_no_serial_and_says_so() -> None:
    page = replace(summary(), serial=PREVIEW_SERIAL)
    words = " ".join(printed(page))
    assert "Preview, not yet printed, page 1 of" in words
    assert "Serial" not in words


def test_the_checkin_chart_is_off_until_it_is_ticked() -> None:
    words = " ".join(printed(summary())).lower()
    assert "check-in" not in words
    assert "working together" not in words


def test_a_ticked_chart_shows_the_clients_own_line_only() -> None:
    page = replace(summary(), parts=Parts(checkin_chart=True))
    words = " ".join(printed(page))
    assert "Working together, session check-in from 0 to 10, 12 ratings" in words
    assert "The session check-in is our own short form, not a validated scale." in words
    for absent in ("Counselor", "usual range", "Usual range", "talked through", "12 ratings by"):
        assert absent not in words


def test_the_counselors_line_the_range_and_the_words_come_when_ticked() -> None:
    words = " ".join(printed(replace(summary(), parts=EVERYTHING)))
    for expected in (
        "12 ratings each",
        "Counselor",
        "Usual range, from 6 ratings by Maren",
        "usual range 5.7 to 8.9",
        "session 7, talked through in 8",
        "12 of 13 planned sessions attended",
        "One canceled with notice.",
        "A day’s notice.",
    ):
        assert expected in words


def test_unequal_numbers_of_ratings_are_told_for_each_side() -> None:
    course = checkins(CLIENT_SCORES, (*COUNSELOR_SCORES[:10], None, None))
    words = " ".join(printed(replace(summary(), parts=EVERYTHING, checkins=course)))
    assert "12 ratings by Maren, 10 by the counselor" in words


def test_the_practices_own_word_for_the_counselor_is_used() -> None:
    head = replace(LETTERHEAD, role_word="psychotherapist")
    words = " ".join(printed(replace(summary(), parts=EVERYTHING, letterhead=head)))
    assert "Psychotherapist" in words
    assert "ounselor" not in words.replace("Counselor’s", "")


def test_goals_with_different_numbers_of_ratings_say_so_one_by_one() -> None:
    goals = (GoalLine("Sleep before midnight", 2, 5, 8, 4), GoalLine("Call a friend", None, None, 6, 0))
    words = " ".join(printed(replace(summary(), goals=goals)))
    assert "4 ratings" in words
    assert "not rated yet" in words


def test_no_page_ever_says_that_process_notes_exist() -> None:
    for parts in (Parts(), EVERYTHING):
        for is_sample in (False, True):
            words = " ".join(printed(replace(summary(), parts=parts, is_sample=is_sample))).lower()
            assert "process" not in words
            assert "private note" not in words


def test_nothing_that_is_unticked_is_printed() -> None:
    nothing = Parts(**dict.fromkeys(Parts.__dataclass_fields__, False))
    pages = printed(replace(summary(), parts=nothing, reason="Panic in shops"))
    assert len(pages) == 1
    for absent in ("Ellery", "Attendance", "Goal", "Agreements", "Where", "Next steps", "signature", "Panic"):
        assert absent not in pages[0]
    assert "Maren T." in pages[0]


def test_an_empty_client_gets_one_whole_page() -> None:
    page = replace(
        summary(), parts=replace(Parts(), checkin_chart=True, missed_sessions=True), attendance=AttendanceFigures(),
        goals=(), checkins=CheckinCourse(), agreements=(), where_things_stand="", what_helped=" \n ", next_steps="",
        letterhead=Letterhead(),
    )  # fmt: skip
    pages = printed(page)
    assert len(pages) == 1
    assert "No sessions in this period." in pages[0]
    assert "No check-ins in this period." in pages[0]
    for absent in ("Goals", "Agreements", "Where things stand", "What helped", "Next steps"):
        assert absent not in pages[0]


def test_a_sample_says_so_on_every_sheet() -> None:
    pages = printed(replace(summary(), parts=EVERYTHING, is_sample=True))
    assert len(pages) > 1
    assert all("Sample. Every person, place and number on this page is invented." in words for words in pages)


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.LETTER, (216, 279))])
def test_the_sheets_have_the_size_of_the_paper(paper: Paper, size: tuple[int, int]) -> None:
    made = typesetting.pdf(progress_summary.document(replace(summary(), paper=paper)))
    assert sheet_sizes(made.content) == [size] * made.sheets


def test_forty_goals_run_over_sheets_and_their_heads_are_repeated() -> None:
    goals = tuple(GoalLine(f"Goal number {number} in a few plain words", 1, 5, 8, number % 7) for number in range(40))
    pages = printed(replace(summary(), goals=goals))
    assert len(pages) >= 4
    words = " ".join(pages)
    assert all(f"Goal number {number} in" in words for number in range(40))
    with_goals = [page for page in pages if "Goal number" in page]
    assert all("Target" in page for page in with_goals)
    assert all(f"page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_a_heading_never_stands_alone_at_the_foot_of_a_sheet() -> None:
    for count in range(4, 24):
        lines = "\n".join(f"Step {number}" for number in range(count))
        pages = printed(replace(summary(), next_steps=lines, where_things_stand="Much better."))
        assert "Next steps Step 0" in next(page.replace("• ", "") for page in pages if "Next steps" in page)


def test_sixty_sessions_fit_on_one_chart() -> None:
    scores = [5 + (number % 9) / 2 for number in range(60)]
    page = replace(summary(), parts=EVERYTHING, checkins=checkins(scores, scores))
    words = " ".join(printed(page))
    assert "60 ratings each" in words
    assert " 5 10 15 20 25 30 35 40 45 50 55 60" in words


def test_a_single_checkin_is_counted_as_one_rating() -> None:
    page = replace(summary(), parts=Parts(checkin_chart=True), checkins=checkins([7.5]))
    assert "session check-in from 0 to 10, 1 rating Maren" in " ".join(printed(page))


def test_a_long_address_never_takes_the_page() -> None:
    head = replace(LETTERHEAD, practice_name="Ellery " * 400, address_lines=tuple(f"Line {n}" for n in range(200)))
    made = typesetting.pdf(progress_summary.document(replace(summary(), letterhead=head)))
    assert made.sheets <= 3
    assert "Attendance" in sheets(made.content)[0]


def test_an_agreement_without_review_is_printed_with_a_dash() -> None:
    line = AgreementLine(Topic.FEES, 3, "Paid monthly.", date(2026, 1, 5))
    assert "Fees 3 5 Jan 2026 –" in " ".join(printed(replace(summary(), agreements=(line,))))


def type_sizes(page: ProgressSummary) -> set[float]:
    document = pypdfium2.PdfDocument(typesetting.pdf(progress_summary.document(page)).content)
    sizes = set()
    for sheet in document:
        for found in sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            sizes.add(round(found.get_matrix().d * found.get_font_size(), 1))
        sheet.close()
    document.close()
    return sizes


def test_the_body_is_set_in_twelve_points_and_nothing_under_ten() -> None:
    sizes = type_sizes(replace(summary(), parts=EVERYTHING))
    assert min(sizes) == 10.0
    assert 12.0 in sizes


def test_large_print_is_set_in_fourteen_points() -> None:
    sizes = type_sizes(replace(summary(), parts=EVERYTHING, large_print=True))
    assert 14.0 in sizes
    assert min(sizes) > 11.5


def test_the_file_itself_names_nobody_outside_its_pages() -> None:
    document = pypdfium2.PdfDocument(typesetting.pdf(progress_summary.document(summary())).content)
    about = document.get_metadata_dict()
    document.close()
    assert about["Title"] == "Progress summary"
    assert "Maren" not in str(about)
    assert "Ellery" not in str(about)
