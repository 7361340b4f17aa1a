from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.printing.sample_pages import EVERYTHING, LETTERHEAD, difference, opened, sheets, summary
from vitalshift_desktop.assets import assets_in
from vitalshift_desktop.domain.progress import GoalLine
from vitalshift_desktop.printing import progress_summary, typesetting
from vitalshift_desktop.printing.typesetting import PaperDocument

GOLDEN = Path(__file__).parent / "golden"
GOLDEN_PPI = 60
HOSTILE = (
    '#let x = 1 #panic("no") $ x^2 $ *bold* _thin_ `raw` <b>tag</b> <label> @name \\ \\u{41} "quoted" \'single\' '
    "= no heading - no list + 1. // not a comment /* nor this */ https://example.invalid ~ -- --- ... #{1+1} [x] ]"
)


def one_paragraph(text: str) -> PaperDocument:
    return progress_summary.document(replace(summary(), where_things_stand=text))


def test_text_from_people_is_never_read_as_markup() -> None:
    hostile_everywhere = replace(
        summary(),
        parts=EVERYTHING,
        client_name=HOSTILE,
        reason=HOSTILE,
        where_things_stand=HOSTILE,
        what_helped=HOSTILE,
        next_steps=HOSTILE,
        letterhead=replace(LETTERHEAD, practice_name=HOSTILE),
        goals=(GoalLine(HOSTILE, 1, 2, 3, 4),),
        agreements=tuple(replace(line, wording=HOSTILE) for line in summary().agreements),
    )
    made = typesetting.pdf(progress_summary.document(hostile_everywhere))
    words = " ".join(sheets(made.content))
    squeezed = words.replace(" ", "").replace("-", "")
    assert squeezed.count(HOSTILE.replace(" ", "").replace("-", "")) >= 8
    assert made.is_tagged


def test_a_name_with_placeholders_stays_as_it_is() -> None:
    made = typesetting.pdf(progress_summary.document(replace(summary(), short_name="{page} {start} {name}")))
    assert "rated by {page} {start} {name} from 0 to 10" in " ".join(sheets(made.content))


@given(st.text(max_size=200))
def test_any_text_at_all_gives_a_page(text: str) -> None:
    assert typesetting.pdf(one_paragraph(text)).sheets >= 1


def test_a_word_longer_than_the_line_is_broken_and_kept_whole() -> None:
    word = "Donaudampfschifffahrt" * 40
    made = typesetting.pdf(one_paragraph(word))
    assert word in "".join(sheets(made.content)).replace(" ", "").replace("￾", "")
    right_margin = opened(typesetting.page_pictures(one_paragraph(word), 60)[0]).crop((455, 0, 496, 702))
    assert right_margin.getextrema() == (255, 255)


def test_ordinary_pages_are_tagged_for_screen_readers() -> None:
    made = typesetting.pdf(progress_summary.document(replace(summary(), parts=EVERYTHING)))
    assert made.is_tagged
    assert made.missing_glyphs == ""
    assert typesetting.missing_glyph_notice(made) == ""
    assert b"/StructTreeRoot" in made.content
    assert b"pdfuaid" in made.content


@pytest.mark.parametrize("text", ["שלום רב", "مرحبا بك", "Ğülşen Çağlar", "Ελένη", "Дмитро"])
def test_other_scripts_that_our_fonts_have_are_printed(text: str) -> None:
    made = typesetting.pdf(one_paragraph(text))
    assert made.is_tagged
    assert made.missing_glyphs == ""


def test_a_character_that_no_font_has_is_named_and_the_page_is_still_made() -> None:
    nowhere = "\U000e0100\u0378\U0003ffff"  # not assigned: no font has them
    made = typesetting.pdf(one_paragraph(f"before {nowhere} after"))
    assert not made.is_tagged
    assert made.missing_glyphs
    assert set(made.missing_glyphs) <= set(nowhere)
    assert "before" in " ".join(sheets(made.content))
    assert made.missing_glyphs[0] in typesetting.missing_glyph_notice(made)
    assert typesetting.page_pictures(one_paragraph(f"before {nowhere} after"), 30)


@pytest.mark.parametrize("text", ["漢字", "😀"])
def test_a_character_is_either_printed_or_named(text: str) -> None:
    made = typesetting.pdf(one_paragraph(text))
    assert made.is_tagged != bool(made.missing_glyphs)
    assert set(made.missing_glyphs) <= set(text)


def test_characters_that_cannot_be_shown_are_left_out() -> None:
    made = typesetting.pdf(one_paragraph("one\x00\x07\ud800 two\r\nthree\tfour"))
    assert made.is_tagged
    assert "one two three four" in " ".join(sheets(made.content))


def test_the_same_summary_gives_the_same_file() -> None:
    first, second = (typesetting.pdf(progress_summary.document(summary())) for _number in range(2))
    assert first.content == second.content
    assert first.digest == second.digest
    assert len(first.digest) == 64


def test_there_is_one_picture_for_each_sheet() -> None:
    document = progress_summary.document(replace(summary(), parts=EVERYTHING))
    pictures = typesetting.page_pictures(document, 72)
    assert len(pictures) == typesetting.pdf(document).sheets
    assert [opened(picture).size for picture in pictures] == [(595, 842)] * 2


def test_what_goes_wrong_in_a_template_says_nothing_of_the_page() -> None:
    document = PaperDocument.of("progress_summary.typ", {"look": "Maren T. in secret"})
    with pytest.raises(typesetting.TypesettingFailed) as caught:
        typesetting.pdf(document)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert "Maren" not in repr(caught.value)
    assert not caught.value.args


def test_no_template_reaches_outside_itself() -> None:
    templates = assets_in("paper", suffix=".typ")
    assert len(templates) >= 3
    for template in templates:
        text = template.read_text(encoding="utf-8")
        assert "@preview" not in text
        assert "http" not in text
        assert "eval(" not in text
        imported = {line.split('"')[1] for line in text.splitlines() if line.startswith("#import")}
        assert imported <= {"paper.typ"}


def test_a_template_reads_no_file_where_the_app_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("on the disk")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(typesetting.TypesettingFailed):
        typesetting._compiled({"main": b'#read("secret.txt")'}, "png", system_fonts=False)


def test_nothing_is_left_in_any_folder(home: Path) -> None:
    before = sorted(home.rglob("*"))
    typesetting.pdf(progress_summary.document(summary()))
    typesetting.page_pictures(progress_summary.document(summary()), 72)
    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize("sheet", [1, 2])
def test_the_summary_looks_as_it_did(sheet: int) -> None:
    document = progress_summary.document(replace(summary(), parts=EVERYTHING))
    drawn = opened(typesetting.page_pictures(document, GOLDEN_PPI)[sheet - 1])
    golden = opened((GOLDEN / f"summary-{sheet}.png").read_bytes())
    assert difference(drawn, golden) < 1.0
