"""Asking the record away from the window's thread."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.services.world import World
from vitalshift_desktop.domain.goals import GoalDetails
from vitalshift_desktop.domain.problems import VaultIsDamaged, VaultIsLocked
from vitalshift_desktop.domain.record_search import Question
from vitalshift_desktop.services.record_search import Answer, Inquiry
from vitalshift_desktop.ui.background import Background
from vitalshift_desktop.ui.record_asking import RecordAsking


@pytest.fixture
def asking(qapp: object) -> Iterator[RecordAsking]:
    parent = QObject()
    asking = RecordAsking(parent)
    yield asking
    asking.close()
    parent.deleteLater()


def inquiry(world: World, *texts: str) -> Inquiry:
    return world.workspace.record_search.inquiry([Question(each) for each in texts], 5)


def untold(problem: BaseException) -> None:
    raise problem


def entries(answers: list[Answer]) -> list[list[str]]:
    return [[hit.sentence.words for hit in answer.hits] for answer in answers]


def test_only_the_newest_question_is_answered(world: World, asking: RecordAsking, qtbot: QtBot) -> None:
    for wording in ("Take the bus", "Take the ferry"):
        world.workspace.goals.add(world.client().id, GoalDetails(wording=wording, short="way"))
    answers: list[Answer] = []
    failures: list[BaseException] = []
    for typed in ("bus", "take", "ferry"):
        asking.ask(inquiry(world, typed), answers.append, failures.append)
    qtbot.waitUntil(lambda: not asking.is_busy)
    qtbot.waitUntil(lambda: not asking._worker.is_busy)
    assert entries(answers) == [["Take the ferry"]]
    assert failures == []


def test_the_first_question_that_finds_something_is_answered(world: World, asking: RecordAsking, qtbot: QtBot) -> None:
    world.workspace.goals.add(world.client().id, GoalDetails(wording="Take the ferry", short="way"))
    answers: list[Answer] = []
    asking.ask(inquiry(world, "balloon", "ferry"), answers.append, untold)
    qtbot.waitUntil(lambda: bool(answers))
    assert (answers[0].found.question.text, entries(answers)) == ("ferry", [["Take the ferry"]])


def test_slow_work_beside_the_window_does_not_hold_a_search_up(
    world: World, asking: RecordAsking, background: Background, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    background.run(asking, lambda _job: go_on.wait(20), lambda _ended: None, lambda _problem: None)
    answers: list[Answer] = []
    asking.ask(inquiry(world, "ferry"), answers.append, untold)
    qtbot.waitUntil(lambda: bool(answers))
    assert background.is_busy
    go_on.set()


def test_a_lock_is_no_answer_and_damage_is_told(world: World, asking: RecordAsking, qtbot: QtBot) -> None:
    class Failing(Inquiry):
        """Ends with a problem."""

        def __init__(self, problem: Exception) -> None:
            super().__init__(world.workspace.record_search, [Question("ferry")], 5)
            self.problem = problem

        def answer(self) -> Answer:
            raise self.problem

    told: list[object] = []
    for problem in (VaultIsLocked(), VaultIsDamaged()):
        asking.ask(Failing(problem), told.append, told.append)
        qtbot.waitUntil(lambda: not asking.is_busy)
    assert [type(one) for one in told] == [VaultIsDamaged]
