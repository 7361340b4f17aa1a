"""A net below every page: where the records are damaged, the page says so instead of showing half of itself."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from vitalshift_desktop.domain.problems import VaultIsDamaged
from vitalshift_desktop.sentences import sentence
from vitalshift_desktop.ui.widgets.damage_veil import DamageVeil

Looking = TypeVar("Looking", bound=QWidget)


def veiled(look_again: Callable[[Looking], None]) -> Callable[[Looking], None]:
    """The same way of looking again; a page whose part of the records cannot be read lies under a veil until it can."""

    @wraps(look_again)
    def look(page: Looking) -> None:
        try:
            look_again(page)
        except VaultIsDamaged as problem:
            veil = _veil_of(page) or DamageVeil(page)
            veil.cover(sentence(problem).what)
        else:
            _take_away(_veil_of(page))

    return look


def _veil_of(page: QWidget) -> DamageVeil | None:
    return next((part for part in page.children() if isinstance(part, DamageVeil)), None)


def _take_away(veil: DamageVeil | None) -> None:
    if veil is not None:
        veil.setParent(None)
        veil.deleteLater()
