"""News of saved changes, for whoever wants to look again."""

from collections.abc import Callable
from inspect import ismethod
from weakref import WeakMethod

from vitalshift_desktop.domain.changes import Changed

Listener = Callable[[Changed], None]


class Events:
    """Passes each change on to its listeners, in the order in which they subscribed."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[], Listener | None]] = []

    def subscribe(self, listener: Listener) -> None:
        """Tell this listener of every change; a bound method is held weakly and ends with its owner."""
        self._listeners.append(WeakMethod(listener) if ismethod(listener) else _always(listener))

    def unsubscribe(self, listener: Listener) -> None:
        """Tell this listener nothing more."""
        self._listeners = [held for held in self._listeners if held() not in (None, listener)]

    def publish(self, changed: Changed) -> None:
        """Tell every listener of one saved change."""
        for held in tuple(self._listeners):
            listener = held()
            if listener is not None:
                listener(changed)
        self._listeners = [held for held in self._listeners if held() is not None]


def _always(listener: Listener) -> Callable[[], Listener]:
    return lambda: listener
