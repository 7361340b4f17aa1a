"""What the practice itself calls the phases of the work; known only while its vault is open."""

from collections.abc import Mapping

from vitalshift_desktop.domain.clients import Phase

_names: dict[Phase, str] = {}


def call_phases(names: Mapping[Phase, str]) -> None:
    """From now on these phases have these names; those that are left out have ours."""
    _names.clear()
    _names.update(names)


def own_phase_names() -> Mapping[Phase, str]:
    """The names of the practice's own."""
    return dict(_names)
