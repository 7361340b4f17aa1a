from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.printing.sample_pages import LETTERHEAD, difference, opened, sheets
from vitalshift_desktop.printing import typesetting
from vitalshift_desktop.printing.audit_trail import MOST_ROWS, AuditPage, AuditRow, document

GOLDEN = Path(__file__).parent / "golden"
KINDS = (
    ("Note signed", "0147 · Note of 12 Mar 2026"),
    ("Opened", ""),
    ("Backup made and proven", "9f3c21ab_2026-03-12_0905_g000412"),
    ("Client’s record opened", "M. T."),
)


def page(count: int, rows: int | None = None) -> AuditPage:
    made = [
        AuditRow(str(1204 - n), "12 Mar 2026, 09:05", *KINDS[n % 4]) for n in range(count if rows is None else rows)
    ]
    return AuditPage(
        vault_name="Ellery Counseling",
        vault_id="9f3c21ab-77aa",
        wanted="Everything, about client 0147",
        rows=made,
        count=count,
        state="Followed from the first entry to the last: 1,204 entries, complete, in order and unchanged.",
        head="1204: 9f3c 21ab 77aa 4c1e 9d11 0123 4567 89ab",
        printed=datetime(2026, 3, 12, 9, 5, tzinfo=UTC),
        letterhead=LETTERHEAD,
        serial="26-0004",
    )


def words(made: AuditPage) -> list[str]:
    return [" ".join(sheet.split()) for sheet in sheets(typesetting.pdf(document(made)).content)]


def test_the_page_carries_the_head_the_state_and_each_entry() -> None:
    (said,) = words(page(4))
    for expected in (
        "Audit trail",
        "Vault number 9f3c21ab",
        "Printed 12 Mar 2026, 09:05",
        "Shown Everything, about client 0147",
        "Entries 4 entries",
        "complete, in order and unchanged.",
        "Code of the newest entry 1204: 9f3c 21ab 77aa 4c1e 9d11 0123 4567 89ab",
        "1204 12 Mar 2026, 09:05 Note signed 0147 · Note of 12 Mar 2026",
        "Serial 26-0004, page 1 of 1",
    ):
        assert expected in said


def test_the_heads_of_the_columns_come_again_on_every_page() -> None:
    said = words(page(120))
    assert len(said) > 3
    assert all("No. When What was done About" in sheet for sheet in said)


def test_a_list_that_is_too_long_is_cut_and_says_so() -> None:
    said = words(page(100_000, MOST_ROWS + 7))
    assert "Entries The newest 1,000 of 100,000" in said[0]
    assert "205 12 Mar 2026" in said[-1]
    assert "204 12 Mar 2026" not in said[-1].replace("1204", "")


def test_an_empty_list_says_so() -> None:
    assert "No entry of this kind." in words(page(0))[0]


@pytest.mark.parametrize("name", ["audit_trail"])
def test_the_page_is_tagged_and_looks_as_it_did(name: str) -> None:
    made = document(page(30))
    assert typesetting.pdf(made).is_tagged
    drawn = opened(typesetting.page_pictures(made, 60)[0])
    assert difference(drawn, opened((GOLDEN / f"{name}.png").read_bytes())) < 1.0
