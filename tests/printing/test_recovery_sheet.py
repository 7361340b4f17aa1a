from datetime import date
from pathlib import Path

import pytest

from tests.printing.sample_pages import difference, opened, sheet_sizes, sheets
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.printing import recovery_sheet, typesetting
from vitalshift_desktop.printing.recovery_sheet import RecoverySheet

CODE = "06FX-GVDB-2YHQ-0W53-7078-GR6C-2VWP-CG66"
GOLDEN = Path(__file__).parent / "golden"


def sheet(code: str = CODE, paper: Paper = Paper.A4) -> RecoverySheet:
    return RecoverySheet("Ellery Counseling", "9f3c21ab-77aa-4c1e-9d11-0123456789ab", date(2026, 3, 12), code, paper)


@pytest.mark.parametrize("paper", list(Paper))
def test_everything_needed_stands_on_one_sheet(paper: Paper) -> None:
    made = typesetting.pdf(recovery_sheet.document(sheet(paper=paper)))
    assert made.sheets == 1
    assert made.is_tagged
    assert sheet_sizes(made.content) == [(210, 297) if paper is Paper.A4 else (216, 279)]
    words = sheets(made.content)[0]
    for number, group in enumerate(CODE.split("-"), start=1):
        assert f"{number}{group}" in words.replace(" ", "")
    for expected in (
        "VitalShift recovery sheet",
        "Ellery Counseling",
        "9f3c21ab",
        "12 Mar 2026",
        "Letters O, I, L and U are never used; a round sign is zero.",
        "Only this passphrase or your printed recovery sheet opens the records.",
        "That keeps everyone else out, us included.",
    ):
        assert expected in words


def test_only_the_first_eight_characters_of_the_vault_id_are_printed() -> None:
    assert "77aa" not in sheets(typesetting.pdf(recovery_sheet.document(sheet())).content)[0]


def test_the_code_may_be_given_with_or_without_dashes() -> None:
    assert sheet(CODE.replace("-", "")).groups == sheet().groups == tuple(CODE.split("-"))


def test_a_code_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32"):
        sheet(CODE[:-1])


def test_the_code_is_not_shown_when_the_sheet_is_logged() -> None:
    assert "06FX" not in repr(sheet())


def test_the_sheet_looks_as_it_did() -> None:
    drawn = opened(typesetting.page_pictures(recovery_sheet.document(sheet()), 60)[0])
    assert difference(drawn, opened((GOLDEN / "recovery.png").read_bytes())) < 1.0
