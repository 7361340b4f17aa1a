"""What is told when the window comes up: nothing of it is talked over."""

from tests.services.test_handovers import CHECKIN, answer
from tests.services.world import World
from vitalshift_desktop.services.handovers import HandoverWish
from vitalshift_desktop.ui.main_window import MainWindow


def test_what_a_client_answered_is_told_beside_what_could_not_be_kept(world: World, window: MainWindow) -> None:
    session = world.planned(world.client("Maren Tveit"))
    answer(world.workspace.handovers.arm(session.id, HandoverWish(("vs_checkin",))), CHECKIN)
    world.workspace.handovers.take_in()
    window.handing_over.tell("")
    window.unfinished.say_lost()
    assert "Make room first." in window.banner.sentence()
    assert window.banner.sentence().endswith("Maren Tveit answered Session check-in.")
    window._desk.privacy.toggle()
    assert window.banner.sentence().endswith("M. T. answered Session check-in.")
