import pytest

from vitalshift_desktop.domain.disclosures import serial


@pytest.mark.parametrize(
    ("year", "number", "text"), [(2026, 42, "26-0042"), (2100, 1, "00-0001"), (2026, 12345, "26-12345")]
)
def test_a_serial_is_the_year_and_a_running_number(year: int, number: int, text: str) -> None:
    assert serial(year, number) == text
