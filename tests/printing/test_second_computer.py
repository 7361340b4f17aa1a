from datetime import date

from tests.printing.sample_pages import sheets
from vitalshift_desktop.domain.practice import Paper
from vitalshift_desktop.printing import typesetting
from vitalshift_desktop.printing.second_computer import SecondComputerPage, document, steps


def test_the_way_onto_another_computer_stands_on_one_sheet() -> None:
    for paper in Paper:
        page = SecondComputerPage("Ellery Counseling", "9f3c21ab-77aa", date(2026, 3, 12), paper)
        (sheet,) = sheets(typesetting.pdf(document(page)).content)
        words = " ".join(sheet.split())
        assert "Your records on another computer" in words
        assert "9f3c21ab" in words
        assert all(" ".join(step.split())[:40] in words for step in steps())
        assert "Work on one computer at a time" in words
