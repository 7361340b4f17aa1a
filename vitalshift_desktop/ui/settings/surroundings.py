"""What the system around the app can and cannot do for privacy: screenshots, and the drive below."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vitalshift_desktop.ui.desktop.capture import is_offered, shield_all
from vitalshift_desktop.ui.desktop.drive import drive_is_encrypted
from vitalshift_desktop.ui.device_settings import DeviceSettings
from vitalshift_desktop.ui.widgets.checks import CheckBox
from vitalshift_desktop.ui.widgets.labels import TextLabel
from vitalshift_desktop.words import _


class Surroundings(QObject):
    """A switch that is off where it would do nothing, and two sentences."""

    def __init__(self, settings: DeviceSettings, vault: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._vault = vault
        self.capture = CheckBox(_("Keep the window out of screenshots and screen sharing"))
        self.capture.setObjectName("settings.capture")
        self.capture_words = TextLabel(tone="3", size="c")
        self.drive_words = TextLabel(tone="3", size="c")
        self.drive_words.setObjectName("settings.drive")
        self.parts: tuple[QWidget, ...] = (self.capture, self.capture_words, self.drive_words)
        self.capture.clicked.connect(self._on_capture)

    def look_again(self) -> None:
        """Show the switch as it is kept on this computer, and what is known of the drive."""
        offered = is_offered()
        self.capture.setEnabled(offered)
        self.capture.setChecked(offered and self._settings.hides_from_capture)
        self.capture_words.setText(capture_words(offered=offered))
        self.drive_words.setText(drive_words(drive_is_encrypted(self._vault)))

    def _on_capture(self, is_on: bool) -> None:
        self._settings.set_hides_from_capture(is_on)
        shield_all(on=is_on)


def capture_words(*, offered: bool) -> str:
    """What the switch does on this system."""
    if offered:
        return _("Other programs then see an empty window. A photo of the screen still shows everything.")
    return _("This system offers no way to do that: every program you start here can take a picture of the screen.")


def drive_words(encrypted: bool | None) -> str:
    """What is known about the drive the records lie on."""
    if encrypted:
        return _("The drive your records lie on is encrypted as a whole, which also covers what sleep leaves on it.")
    if encrypted is None:
        return _(
            "VitalShift cannot tell whether this drive is encrypted as a whole. Turn that on: sleep leaves traces."
        )
    return _(
        "The drive your records lie on is not encrypted as a whole. The records are, but sleep and swap files may "
        "keep fragments of what was open. Turn on the encryption your system offers for the whole drive."
    )
