"""Notes on agreements, worksheets and consultations stand on no page, whatever is ticked."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.printing.sample_pages import sheets
from tests.services.test_boundary_events import agreed, what
from tests.services.world import World
from tests.support.dialogs import FakeDialogs
from tests.ui.printing.paper_at_hand import save, settled
from vitalshift_desktop.domain.clients import Client
from vitalshift_desktop.domain.consultations import ConsultationDetails
from vitalshift_desktop.domain.worksheets import Before
from vitalshift_desktop.ui.desk import Desk
from vitalshift_desktop.ui.printing.summary_page import SummaryPage
from vitalshift_desktop.ui.widgets.checks import CheckBox


def test_no_word_of_them_is_on_a_page_with_everything_ticked(
    qtbot: QtBot, page: SummaryPage, desk: Desk, world: World, client: Client, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    workspace = world.workspace
    clause = agreed(world, client, wording="Until six.")
    workspace.boundary_events.note(client.id, clause, what(world))
    sheet = workspace.worksheets.begin(client.id, Before("Accept quince jam", "Kindness"), clause)
    workspace.worksheets.close(sheet.id, "Took the quince jam home", world.today)
    workspace.consultations.log(client.id, ConsultationDetails(world.today, "Petronella", "Quince or no quince"))
    page.show_client(client.id)
    settled(page, desk, qtbot)
    for box in page.options.findChildren(CheckBox):
        if box.isEnabled() and not box.isChecked():
            box.click()
    save(page, dialogs, tmp_path / "out.pdf")
    qtbot.waitUntil(page.outcome.isVisible)
    words_on_paper = " ".join(sheets((tmp_path / "out.pdf").read_bytes()))
    assert "Maren" in words_on_paper
    for words in ("uince", "Petronella", "23:40", "Kindness"):
        assert words not in words_on_paper
