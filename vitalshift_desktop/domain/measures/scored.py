"""One form with the definition it was scored with and the scores that this gave."""

from dataclasses import dataclass

from vitalshift_desktop.domain.measures.administration import Administration
from vitalshift_desktop.domain.measures.instrument import Instrument
from vitalshift_desktop.domain.measures.results import Result


@dataclass(frozen=True, slots=True)
class Scored:
    """What was answered, the stored definition that it was scored with, and the result; later keys change nothing."""

    administration: Administration
    definition: Instrument
    result: Result
