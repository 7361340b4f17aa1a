"""What agreeing seals: the snapshot of an agreement, its fingerprint, and whether it still is as it was agreed."""

from dataclasses import replace

from vitalshift_desktop.domain.agreements import AgreedHow, Agreement, ClauseVersion, agreement_fingerprint
from vitalshift_desktop.domain.fingerprints import fingerprint_of

_SECOND = "2:"


def sealed(agreement: Agreement) -> Agreement:
    """The same agreement with the fingerprint of all that was agreed."""
    return replace(agreement, fingerprint=snapshot_fingerprint(agreement))


def snapshot_fingerprint(agreement: Agreement) -> str:
    """ "2:" and SHA-256, 64 hex digits, over client, days, how, by whom, what was said or drawn, and every clause.

    A clause counts with its wording, number and reason and in whose words it stands, never with what became of it.
    """
    return _SECOND + fingerprint_of(
        {
            "client": agreement.client_id,
            "agreed_on": agreement.agreed_on.isoformat(),
            "review_on": agreement.review_on.isoformat() if agreement.review_on else "",
            "how": agreement.how.value,
            "parties": [[one.kind.value, one.name, one.strokes] for one in agreement.parties],
            "words": agreement.words,
            "serial": agreement.serial,
            "clauses": [_clause(one) for one in agreement.clauses],
        }
    )


def is_unaltered(agreement: Agreement) -> bool:
    """True while everything still has the fingerprint that was made when it was agreed, and is of one client."""
    if any(clause.client_id != agreement.client_id for clause in agreement.clauses):
        return False
    if agreement.fingerprint.startswith(_SECOND):
        return agreement.fingerprint == snapshot_fingerprint(agreement)
    return _holds_nothing_newer(agreement) and agreement.fingerprint == agreement_fingerprint(
        agreement.agreed_on, agreement.clauses
    )


def digits_of(fingerprint: str) -> str:
    """The 64 hex digits alone, for people to compare, without the sign of how they were made."""
    return fingerprint.removeprefix(_SECOND)


def _holds_nothing_newer(agreement: Agreement) -> bool:
    """Whether there is nothing that the first fingerprint did not cover, since it could be put in unseen."""
    newer = agreement.parties or agreement.words or agreement.serial
    return not newer and agreement.how is not AgreedHow.DRAWN


def _clause(version: ClauseVersion) -> list[object]:
    return [
        version.clause_id,
        version.topic.value,
        version.number,
        version.wording,
        version.negotiated,
        version.words_of.value,
        version.reason,
    ]
