"""The fixtures of the main window, for the page that opens other pages."""

from tests.ui.frame.conftest import press, window

__all__ = ["press", "window"]
