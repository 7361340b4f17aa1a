"""The fingerprint of what signing seals."""

import hashlib
import json
from collections.abc import Mapping


def fingerprint_of(sealed: Mapping[str, object]) -> str:
    """SHA-256, 64 hex digits, over these facts in an order and a spelling of their own."""
    canonical = json.dumps(sealed, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
