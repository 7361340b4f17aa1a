"""What can go wrong that a counselor can act on; new problems go into the file of their subject."""

from vitalshift_desktop.domain.problems.agreement_notes import *  # noqa: F403 -- one door to all problems
from vitalshift_desktop.domain.problems.boundaries import *  # noqa: F403 -- one door to all problems
from vitalshift_desktop.domain.problems.consents import *  # noqa: F403 -- one door to all problems
from vitalshift_desktop.domain.problems.measures import *  # noqa: F403 -- one door to all problems
from vitalshift_desktop.domain.problems.people import *  # noqa: F403 -- one door to all problems
from vitalshift_desktop.domain.problems.problem import Problem as Problem
from vitalshift_desktop.domain.problems.record import *  # noqa: F403 -- one door to all problems
from vitalshift_desktop.domain.problems.reminders import *  # noqa: F403 -- one door to all problems
from vitalshift_desktop.domain.problems.vault import *  # noqa: F403 -- one door to all problems
