"""The line that stands above every page while nothing can be saved: why, and how to write again."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtCore import Signal

from vitalshift_desktop.domain.vaults import ReadOnlyReason, VaultWarning, WarningKind
from vitalshift_desktop.services.clock import Clock, local
from vitalshift_desktop.services.workspace import Workspace
from vitalshift_desktop.ui.dates_in_words import full_day, time_words
from vitalshift_desktop.ui.widgets.banner import Banner
from vitalshift_desktop.words import _


class ReadOnlyBar(Banner):
    """Stays until the records can be written again; other sentences come and go below it."""

    accepted = Signal()
    closing_wanted = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("lock-simple", "", _("Close"), tone="attn")
        self.setObjectName("main.read_only")
        self._workspace = workspace
        self.pressed.connect(self._on_pressed)
        self.look_again()

    def look_again(self) -> None:
        """Show why nothing can be saved, or nothing at all."""
        reason = self._workspace.read_only
        self.setVisible(reason is not None)
        if reason is ReadOnlyReason.OLDER:
            words = older_words(self._workspace.warnings, self._workspace.clock)
            self.show_sentence(words, _("Use these records"))
        elif reason is ReadOnlyReason.DAMAGED:
            self.show_sentence(_damaged_words(), _("Close and get them back"))

    def _on_pressed(self) -> None:
        if self._workspace.read_only is ReadOnlyReason.OLDER:
            self._workspace.accept_older_state()
            self.look_again()
            self.accepted.emit()
        else:
            self.closing_wanted.emit()


def older_words(warnings: Iterable[VaultWarning], clock: Clock) -> str:
    """That the records are older than the ones last seen, with both dates, and what one may do."""
    warning = next(warning for warning in warnings if warning.kind is WarningKind.ROLLED_BACK)
    words = _(
        "Read only. These records are from {found}. The ones last open on this computer were from {expected}. "
        "Look around; if you put back an older copy yourself, use these records. If not, look at your newest backup."
    )
    return words.format(found=_moment(warning.found, clock), expected=_moment(warning.expected, clock))


def _damaged_words() -> str:
    return _(
        "Read only. The file of these records is damaged: what can still be read is shown, and nothing can be saved. "
        "Close them to get back your newest backup together with what is newer here."
    )


def _moment(at: datetime | None, clock: Clock) -> str:
    if at is None:
        return _("an unknown day")
    moment = local(clock, at)
    return _("{day}, {time}").format(day=full_day(moment.date()), time=time_words(moment))
