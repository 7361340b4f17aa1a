"""One question to a service on D-Bus that never waits long and never starts a service."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

PATIENCE_MS = 200


@dataclass(frozen=True)
class Callee:
    """Whom to ask: the service's name, its object and its interface."""

    service: str
    path: str
    interface: str


def answer_of(bus: QDBusConnection, callee: Callee, method: str, *arguments: object) -> object:
    """The first value of the answer; None when nobody answers in time or the service refuses."""
    reply = _asked(bus, callee, method, arguments)
    values = reply.arguments() if reply is not None else []
    return values[0] if values else None


def was_taken(bus: QDBusConnection, callee: Callee, method: str, *arguments: object) -> bool:
    """Whether a service took a request that it answers with nothing."""
    return _asked(bus, callee, method, arguments) is not None


def _asked(bus: QDBusConnection, callee: Callee, method: str, arguments: Sequence[object]) -> QDBusMessage | None:
    if not bus.isConnected():
        return None
    question = QDBusMessage.createMethodCall(callee.service, callee.path, callee.interface, method)
    question.setAutoStartService(False)
    question.setArguments(list(arguments))
    reply = bus.call(question, QDBus.CallMode.Block, PATIENCE_MS)
    return reply if reply.type() == QDBusMessage.MessageType.ReplyMessage else None
