import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.services.events import Events
from vitalshift_desktop.ui.background import Background, Job
from vitalshift_desktop.ui.event_bridge import EventBridge


class Ear(QObject):
    """Remembers what it was told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[int] = set()

    def hear(self, what: object) -> None:
        """Remember one thing."""
        self.heard.append(what)
        self.threads.add(threading.get_ident())


@pytest.fixture
def ear(qapp: object) -> Iterator[Ear]:
    ear = Ear()
    yield ear
    ear.deleteLater()


def test_an_answer_comes_back_on_the_thread_of_the_windows(background: Background, ear: Ear, qtbot: QtBot) -> None:
    worker: list[int] = []

    def work(_job: Job) -> int:
        worker.append(threading.get_ident())
        return 42

    background.run(ear, work, ear.hear, ear.hear)
    qtbot.waitUntil(lambda: ear.heard == [42])
    assert ear.threads == {threading.get_ident()}
    assert worker[0] != threading.get_ident()
    assert not background.is_busy


def test_progress_is_reported_in_order_before_the_answer(background: Background, ear: Ear, qtbot: QtBot) -> None:
    def work(job: Job) -> str:
        for part in (0.0, 0.5, 1.0):
            job.report(part)
        return "done"

    background.run(ear, work, ear.hear, ear.hear, ear.hear)
    qtbot.waitUntil(lambda: "done" in ear.heard)
    assert ear.heard == [0.0, 0.5, 1.0, "done"]
    assert ear.threads == {threading.get_ident()}


def test_what_went_wrong_comes_back_as_it_was(background: Background, ear: Ear, qtbot: QtBot) -> None:
    problem = ValueError("no")

    def work(_job: Job) -> None:
        raise problem

    background.run(ear, work, lambda _nothing: None, ear.hear)
    qtbot.waitUntil(lambda: ear.heard == [problem])


def test_the_answer_is_dropped_when_nobody_is_there_to_hear_it(background: Background, ear: Ear, qtbot: QtBot) -> None:
    told: list[object] = []
    go_on, gone = threading.Event(), QObject()
    background.run(gone, lambda _job: go_on.wait(20), told.append, told.append)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    go_on.set()
    background.run(ear, lambda _job: "later", ear.hear, ear.hear)
    qtbot.waitUntil(lambda: ear.heard == ["later"])
    assert told == []


def test_cancelled_work_hears_of_it_and_what_has_not_begun_never_begins(qapp: object, ear: Ear) -> None:
    background, begun, go_on = Background(), threading.Event(), threading.Event()
    ends: list[bool] = []

    def work(job: Job) -> None:
        begun.set()
        go_on.wait(20)
        ends.append(job.is_cancelled())

    background.run(ear, work, ear.hear, ear.hear)
    background.run(ear, lambda _job: ends.append(False), ear.hear, ear.hear)
    assert begun.wait(20)
    background.cancel_all()
    go_on.set()
    background.close()
    QCoreApplication.processEvents()
    assert ends[0] is True
    assert ear.heard == []
    background.deleteLater()


def test_news_from_a_worker_arrives_on_the_thread_of_the_windows(
    background: Background, ear: Ear, qtbot: QtBot
) -> None:
    events = Events()
    bridge = EventBridge(events, ear)
    bridge.changed.connect(ear.hear)
    change = Changed(Subject.BACKUPS)
    background.run(ear, lambda _job: events.publish(change), lambda _nothing: None, ear.hear)
    qtbot.waitUntil(lambda: ear.heard == [change])
    assert ear.threads == {threading.get_ident()}
    bridge.close()
    events.publish(change)
    assert len(ear.heard) == 1
