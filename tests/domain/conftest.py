from collections.abc import Iterator

import pytest

from tests.support.zones import computer_set_to, process_zone


@pytest.fixture(autouse=True)
def zone_of_the_computer(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test of the rules on a computer that is set to another zone."""
    with computer_set_to(process_zone(request.node.nodeid)):
        yield
