"""Telling a problem on the page where it came up."""

from typing import Protocol, runtime_checkable

from vitalshift_desktop.domain.problems import Problem


@runtime_checkable
class TellsProblems(Protocol):
    """A page with a place for a problem's sentence."""

    def show_problem(self, problem: Problem) -> None:
        """Say what happened and what to do."""


def tell(page: TellsProblems, error: BaseException) -> None:
    """Say it on the page; what nobody foresaw goes on to the crash report as well."""
    page.show_problem(error if isinstance(error, Problem) else Problem())
    if not isinstance(error, Problem):
        raise error
