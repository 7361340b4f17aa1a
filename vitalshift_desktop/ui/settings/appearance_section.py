"""Light or dark, and how large the text is; kept for this computer."""

from collections.abc import Iterable

from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.settings.section import Section
from vitalshift_desktop.ui.theme.theme import ThemeMode, theme
from vitalshift_desktop.ui.widgets.choice_field import ChoiceField
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.ui.widgets.segments import Segments
from vitalshift_desktop.words import _

SIZES = range(100, 201, 10)


class AppearanceSection(Section):
    """Changes are seen at once."""

    def __init__(self, settings: DeviceSettings) -> None:
        super().__init__(_("Kept for this computer, outside the vault. No names are kept there."))
        self._settings = settings
        modes = [
            (ThemeMode.SYSTEM, _("Like the system")),
            (ThemeMode.LIGHT, _("Light")),
            (ThemeMode.DARK, _("Dark")),
        ]
        self.mode = Segments(modes, name=_("Colors"))
        self.mode.setObjectName("settings.mode")
        self.text_size = ChoiceField(_("Text size"), _sizes(SIZES))
        self.text_size.setObjectName("settings.text_size")
        self.column.addWidget(TextLabel(_("Colors"), role="name", size="m"))
        self.column.addWidget(self.mode)
        self.column.addWidget(self.text_size)
        self.mode.chosen.connect(self._on_mode)
        self.text_size.picked.connect(self._on_size)

    def look_again(self) -> None:
        """Show the choices as they are kept."""
        self.mode.choose(theme().mode)
        self.text_size.show_choices(_sizes(sorted({*SIZES, self._settings.text_size})))
        self.text_size.choose(self._settings.text_size)

    def _on_mode(self, mode: ThemeMode) -> None:
        self._settings.set_theme(mode.value)
        theme().apply(mode, self._settings.text_size)

    def _on_size(self, size: int) -> None:
        self._settings.set_text_size(size)
        theme().apply(theme().mode, size)


def _sizes(percents: Iterable[int]) -> list[tuple[object, str]]:
    return [(percent, _("{n} %").format(n=percent)) for percent in percents]
