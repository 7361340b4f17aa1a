"""The main window, as the tests of the frame have it."""

from tests.ui.frame.conftest import window

__all__ = ["window"]
