from collections.abc import Iterator

import pytest

from tests.ui.printing.paper_at_hand import PaperDialogs


@pytest.fixture
def dialogs() -> Iterator[PaperDialogs]:
    """Dialogs whose printer prints into a prepared file."""
    answers = PaperDialogs()
    yield answers
    answers.assert_settled()
