"""Buttons: outlined, primary, quiet, dangerous, icon only, navigation, and with a menu."""

from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from vitalshift_desktop.ui.widgets.painted_button import ButtonFace, PaintedButton
from vitalshift_desktop.ui.widgets.plain_tip import plain_tip


class Button(PaintedButton):
    """A button with words; variant is "" (outlined), "primary", "quiet" or "danger"."""

    def __init__(
        self,
        text: str,
        *,
        variant: str = "",
        shortcut_hint: str = "",
        icon: str = "",
        icon_tone: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, variant, ButtonFace(icon, icon_tone, shortcut_hint), parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class LinkButton(Button):
    """A button that looks like a link."""

    def __init__(self, text: str, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, variant="quiet", icon=icon, parent=parent)


class IconButton(PaintedButton):
    """A button that is only an icon; its name is read out and shown as a tip."""

    def __init__(self, icon: str, name: str, *, framed: bool = False, parent: QWidget | None = None) -> None:
        face = ButtonFace(icon, "text" if framed else "text2", icon_size=16)
        super().__init__("", "iconframed" if framed else "icon", face, parent)
        self._face.icon_size = 18
        self.show_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_name(self, name: str) -> None:
        """Change what the button is called."""
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))


class NavButton(PaintedButton):
    """A page in the navigation: checkable, bold icon while it is the current one, its count part of its name."""

    def __init__(self, text: str, icon: str, *, shortcut_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "nav", ButtonFace(icon, hint=shortcut_hint, icon_size=18), parent)
        self._label = text
        self._plain_icon = icon
        self._shortcut = shortcut_hint
        self._count: int | None = None
        self._is_narrow = False
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show()

    def show_count(self, count: int | None) -> None:
        """Show how many wait on that page; None or 0 shows nothing."""
        self._count = count or None
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """Show only the icon, with words and count as name and tip."""
        self._is_narrow = narrow
        self._show()

    def _show(self) -> None:
        waiting = "" if self._count is None else str(self._count)
        self.setText("" if self._is_narrow else self._label)
        self._face.hint = "" if self._is_narrow else waiting or self._shortcut
        name = f"{self._label}, {waiting}" if waiting else self._label
        self.setAccessibleName(name)
        self.setToolTip(name if self._is_narrow else "")
        self.updateGeometry()
        self.update()

    def _on_toggled(self, checked: bool) -> None:
        self.show_icon(f"{self._plain_icon}-bold" if checked else self._plain_icon)


class GoToButton(PaintedButton):
    """The button that looks like a search field and opens the switcher."""

    def __init__(self, text: str, *, shortcut_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "goto", ButtonFace("magnifying-glass", "text2", shortcut_hint), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class MenuButton(PaintedButton):
    """A button that opens a menu below itself."""

    def __init__(self, text: str, menu: QMenu, *, framed: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(text, "" if framed else "menu", ButtonFace(caret=True), parent)
        self.setMenu(menu)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
