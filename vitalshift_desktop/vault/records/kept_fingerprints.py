"""What the audit trail keeps of notes on agreements and consents: the fingerprint of each part."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session as Connection

# Additions say how many there were by then, which is the place of the one added. A consent is taken back once: place 1.
_KEPT: Final = text(
    "SELECT CAST(substr(obj, instr(obj, ':') + 1) AS INTEGER),"
    " coalesce(json_extract(detail, '$.additions'), what = 'consent.withdrawn'), json_extract(detail, '$.fingerprint')"
    " FROM audit WHERE obj LIKE :kind || ':%' AND what IN ('boundary_event.noted', 'boundary_event.added_to',"
    " 'boundary_event.classed', 'boundary_event.set_aside', 'consent.recorded', 'consent.corrected',"
    " 'consent.withdrawn') ORDER BY id"
)
KeptOf = dict[int, dict[int, str | None]]


def kept_fingerprints(connection: Connection, kind: str) -> KeptOf:
    """By the number of a record of this kind (`boundary_event` or `consent`), the fingerprints of its parts by place.

    Entries of earlier versions keep none; their parts are None.
    """
    kept: KeptOf = {}
    for number, place, fingerprint in connection.execute(_KEPT, {"kind": kind}):
        kept.setdefault(int(number), {})[int(place)] = fingerprint
    return kept
