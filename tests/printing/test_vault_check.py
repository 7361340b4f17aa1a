from datetime import UTC, datetime
from pathlib import Path

from tests.printing.sample_pages import LETTERHEAD, difference, opened, sheets
from vitalshift_desktop.domain.vault_check import Finding, FindingKind, VaultCheck
from vitalshift_desktop.printing import typesetting
from vitalshift_desktop.printing.vault_check import CheckPage, document

GOLDEN = Path(__file__).parent / "golden"
FAULTS = (
    Finding(FindingKind.WORD_FOUND, "Maren T list.txt"),
    Finding(FindingKind.PLAIN_DATABASE, "copy of Maren.db"),
    Finding(FindingKind.HEADER_COPY_DAMAGED, "vault.hdr2"),
    Finding(FindingKind.NOTE_ALTERED, "17"),
    Finding(FindingKind.AUDIT_BROKEN, "reordered:12"),
    Finding(FindingKind.NOTICED_AT_OPENING, "seal_removed"),
)


def page(*findings: Finding) -> CheckPage:
    check = VaultCheck(
        at=datetime(2026, 3, 12, 14, 5, tzinfo=UTC),
        pages=4812,
        entries=1204,
        files=("vault.db", "vault.hdr", "vault.hdr2", "vault.lock"),
        findings=findings,
        signed_notes=312,
        agreements=41,
        backups=3,
        missing_backups=1,
        words=18,
        planted=96,
        control=96,
    )
    checked = datetime(2026, 3, 12, 9, 5, tzinfo=UTC)
    return CheckPage("Ellery Counseling", "9f3c21ab-77aa", check, checked, LETTERHEAD, serial="26-0003")


def words(made: CheckPage) -> str:
    return " ".join(" ".join(sheets(typesetting.pdf(document(made)).content)).split())


def test_the_page_says_what_was_looked_at_how_and_what_was_found() -> None:
    said = words(page())
    for expected in (
        "Check of the vault",
        "Vault number 9f3c21ab",
        "Checked 12 Mar 2026, 09:05",
        "Result The vault is whole and encrypted.",
        "4,812 pages of records",
        "1,204 entries of the audit trail",
        "312 signed notes",
        "No readable text. 1 more is out of reach.",
        "18 words of your own",
        "All 96 spellings were found there",
        "Serial 26-0003, page 1 of 1",
    ):
        assert expected in said
    assert "Fault." not in said
    assert "77aa" not in said


def test_faults_are_told_without_any_name() -> None:
    said = words(page(*FAULTS))
    for expected in (
        "6 faults were found.",
        "Fault. A copy of the key file is damaged: vault.hdr2.",
        "Fault. A file is not encrypted: a file that is not part of the vault.",
        "Fault. Readable words of yours stand in a file that is not part of the vault.",
        "Fault. A signed note is not as it was signed.",
        "Entry 12 of the audit trail stands where another one was written.",
        "The seal was taken away",
    ):
        assert expected in said
    assert "Maren" not in said


def test_the_page_is_tagged_and_looks_as_it_did() -> None:
    made = document(page(*FAULTS))
    assert typesetting.pdf(made).is_tagged
    drawn = opened(typesetting.page_pictures(made, 60)[0])
    assert difference(drawn, opened((GOLDEN / "vault_check.png").read_bytes())) < 1.0
