import gc

from vitalshift_desktop.domain.changes import Changed, Subject
from vitalshift_desktop.services.events import Events

NEWS = Changed(Subject.NOTES)


class Page:
    def __init__(self) -> None:
        self.heard: list[Changed] = []

    def on_changed(self, changed: Changed) -> None:
        self.heard.append(changed)


def test_every_listener_hears_a_change_until_it_unsubscribes() -> None:
    events, first, second = Events(), Page(), Page()
    events.subscribe(first.on_changed)
    events.subscribe(second.on_changed)
    events.publish(NEWS)
    events.unsubscribe(first.on_changed)
    events.publish(NEWS)
    assert (len(first.heard), len(second.heard)) == (1, 2)


def test_a_page_that_is_gone_is_not_kept_alive() -> None:
    events, page = Events(), Page()
    events.subscribe(page.on_changed)
    heard = page.heard
    del page
    gc.collect()
    events.publish(NEWS)
    assert heard == []


def test_a_listener_may_unsubscribe_while_it_hears() -> None:
    events, heard = Events(), []

    def once(changed: Changed) -> None:
        heard.append(changed)
        events.unsubscribe(once)

    events.subscribe(once)
    events.publish(NEWS)
    events.publish(NEWS)
    assert heard == [NEWS]
