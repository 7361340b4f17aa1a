from dataclasses import replace
from datetime import date

import pytest

from tests.printing.sample_pages import sheets, smallest_letters
from vitalshift_desktop.domain.agreeing import AgreedHow, HowAgreed, Party, PartyKind
from vitalshift_desktop.domain.agreement_page import Agreed, AgreementPage, PageClause
from vitalshift_desktop.domain.agreements import Topic, WordsOf
from vitalshift_desktop.domain.clients import ServiceType
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.domain.progress import Letterhead
from vitalshift_desktop.printing import typesetting
from vitalshift_desktop.printing.agreement_page import document, drawing_svg
from vitalshift_desktop.services.starter_clauses import shipped_clauses, starter_clauses
from vitalshift_desktop.vocabulary import label

DAY = date(2026, 3, 2)
HEAD = Letterhead("Ellery Counseling", "Rowan Ellery", "MA, LPC", "4821", ("12 Harbor Lane", "Larkmoor"))
NAME = "Þórður Nguyễn-Ōkubo"
CLIENT = Party(PartyKind.CLIENT, NAME)
MOTHER = Party(PartyKind.GUARDIAN, "Олена Шевченко")
STARTER = tuple(PageClause.of_draft(draft) for draft in starter_clauses())
PAGE = AgreementPage(
    NAME, "T-014", STARTER, DAY, (CLIENT, MOTHER), review_on=date(2026, 6, 2), letterhead=HEAD, serial="26-0042"
)
DRAWN = HowAgreed(AgreedHow.DRAWN, (replace(CLIENT, strokes=(((10, 20), (200, 90), (400, 30)), ((5, 5),))),))


def words(page: AgreementPage) -> list[str]:
    """The words of every sheet, spaces evened out."""
    return [" ".join(sheet.split()) for sheet in sheets(typesetting.pdf(document(page)).content)]


@pytest.mark.parametrize("paper", Paper)
def test_a_page_for_signing_has_every_clause_a_line_for_everybody_and_its_serial(paper: Paper) -> None:
    found = words(replace(PAGE, paper=paper, service_type=ServiceType.COACHING))
    whole = " ".join(found)
    for clause in STARTER:
        assert label(clause.topic) in whole
        assert " ".join(clause.wording.split())[:40] in whole
    assert f"{NAME}, record T-014" in whole
    assert "Coaching" in whole
    assert "2 Jun 2026" in whole
    assert whole.count("Signature and date") == 3
    assert "Олена Шевченко Guardian" in whole
    assert "Rowan Ellery, MA, LPC Registration no. 4821" in whole
    assert all(f"Serial 26-0042, page {no} of {len(found)}" in sheet for no, sheet in enumerate(found, 1))


@pytest.mark.parametrize("paper", Paper)
def test_the_starter_is_one_page_to_sign_with_crisis_numbers_and_a_long_address(paper: Paper) -> None:
    numbers = ("Emergency services 112", "Crisis line 116 123", "Night clinic Larkmoor 555 0199")
    clauses = tuple(PageClause.of_draft(draft) for draft in starter_clauses(shipped_clauses(numbers), frozenset()))
    address = ("12 Harbor Lane, Suite 3", "Second floor", "Larkmoor 44710", "Northern Province", "555 0142", "Room 4")
    head = replace(HEAD, address_lines=address)
    page = replace(PAGE, paper=paper, clauses=clauses, signers=(CLIENT,), letterhead=head, is_sample=True)
    content = typesetting.pdf(document(page)).content
    (sheet,) = sheets(content)
    assert sheet.count("Signature and date") == 2
    assert "Serial 26-0042, page 1 of 1" in " ".join(sheet.split())
    assert smallest_letters(content) >= 9.99


def test_all_nineteen_topics_and_a_clause_of_several_pages_find_room() -> None:
    every = tuple(PageClause(topic, "We talk about it when it happens.") for topic in Topic)
    long = replace(every[0], wording="\n".join("This goes on for a while. " * 40 for _ in range(8)))
    found = words(replace(PAGE, clauses=(long, *every[1:]), paper=Paper.LETTER))
    assert len(found) > 3
    assert all(label(topic) in " ".join(found) for topic in Topic)
    assert " ".join(found).split().count("goes") == 320


def test_the_page_is_accessible_and_set_in_twelve_points_with_letters_of_many_scripts() -> None:
    made = typesetting.pdf(document(PAGE))
    assert (made.is_tagged, made.missing_glyphs) == (True, "")
    assert '"size": 12' in document(PAGE).data


def test_a_copy_says_how_it_was_agreed_and_shows_what_was_drawn() -> None:
    agreed = Agreed(DAY, DRAWN, "2:b47a68e7cae45ab67d5c")
    clauses = (replace(STARTER[0], version=2, words_of=WordsOf.BOTH),)
    made = document(replace(PAGE, agreed=agreed, clauses=clauses))
    assert [name for name, _svg in made.drawings] == ["drawn-0.svg"]
    (sheet,) = words(replace(PAGE, agreed=agreed, clauses=clauses))
    assert "Signed on the screen on 2 Mar 2026." in sheet
    assert f"{NAME}, client" in sheet
    assert "Version 2, In words found together" in sheet
    assert "b47a68e7cae45ab6" in sheet
    assert "2:b4" not in sheet
    assert "Signature and date" not in sheet
    assert typesetting.pdf(made).is_tagged


def test_a_copy_of_what_was_spoken_or_signed_on_paper_says_so() -> None:
    spoken = Agreed(DAY, HowAgreed(AgreedHow.VERBAL, (CLIENT,), "That is fine by me."), "2:00")
    signed = Agreed(DAY, HowAgreed(AgreedHow.ON_PAPER, (CLIENT,), serial="26-0007"), "2:00")
    assert (
        "Agreed in words on 2 Mar 2026. What was said: “That is fine by me.”" in words(replace(PAGE, agreed=spoken))[-1]
    )
    assert "The page that was signed has the serial 26-0007." in words(replace(PAGE, agreed=signed))[-1]


def test_a_drawing_is_lines_and_a_tap_is_a_dot() -> None:
    drawn = drawing_svg(DRAWN.parties[0].strokes).decode()
    assert drawn.count("<polyline") == 2
    assert 'points="10,20 200,90 400,30"' in drawn
    assert 'points="5,5 6,5"' in drawn


def test_words_that_look_like_markup_stay_words() -> None:
    odd = PageClause(Topic.GIFTS, '#set text(red) $x$ *bold* `code` <b>bold</b> "quoted" \\ @here')
    assert '#set text(red) $x$ *bold* `code` <b>bold</b> "quoted" \\ @here' in words(replace(PAGE, clauses=(odd,)))[0]
