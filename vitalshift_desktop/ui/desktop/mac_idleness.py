"""Idle time from macOS: `CGEventSourceSecondsSinceLastEventType`."""

import ctypes

_LIBRARY = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_COMBINED_SESSION = 0  # kCGEventSourceStateCombinedSessionState
_ANY_INPUT = 0xFFFFFFFF  # kCGAnyInputEventType


class MacIdleness:
    """The last input of this user's session."""

    def seconds(self) -> float | None:
        """Seconds since the last input; None when macOS does not say."""
        try:
            ask = ctypes.CDLL(_LIBRARY).CGEventSourceSecondsSinceLastEventType
        except (OSError, AttributeError):  # not macOS, or without its frameworks
            return None
        ask.restype = ctypes.c_double
        ask.argtypes = (ctypes.c_int32, ctypes.c_uint32)
        return plausible(float(ask(_COMBINED_SESSION, _ANY_INPUT)))


def plausible(seconds: float) -> float | None:
    """The answer, or None for one that no clock can give."""
    return seconds if 0 <= seconds < float("inf") else None
