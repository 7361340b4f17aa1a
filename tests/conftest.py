"""What every test stands on: a home of its own, a clock that stands still, no network, nothing left over."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

# Before anything imports Qt.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# The same zone on every machine; that of the clock that stands still.
os.environ["TZ"] = "America/New_York"
os.environ.pop("QT_STYLE_OVERRIDE", None)
os.environ.pop("QT_QPA_PLATFORMTHEME", None)
# The desktop of whoever runs the tests is none of theirs: no bus, no screen, no screen saver.
os.environ.pop("DISPLAY", None)
os.environ.pop("WAYLAND_DISPLAY", None)
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nowhere/at/all"

import hypothesis
import pytest

from tests.support import network_guard
from tests.support.clock import FakeClock
from tests.support.dialogs import FakeDialogs
from tests.support.drives import WORKING

network_guard.install()
if hasattr(time, "tzset"):  # not on Windows
    time.tzset()

hypothesis.settings.register_profile("same_every_time", derandomize=True, deadline=None, database=None, max_examples=60)
hypothesis.settings.load_profile("same_every_time")

_TESTS = Path(__file__).resolve().parent
_PASSED = pytest.StashKey[bool]()
_HOME_NUMBERS = count(1)
_XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if call.when == "call":
        item.stash[_PASSED] = call.excinfo is None
    return report


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder that holds the private homes; a short path, since a local socket's name has 107 bytes at most."""
    tmp_path_factory.getbasetemp()  # chosen now, before the first test has a temporary folder of its own
    folder = Path(tempfile.mkdtemp(prefix="vs-", dir=WORKING))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home of this test alone, with its own data, settings, cache and temporary folders."""
    folder = homes / str(next(_HOME_NUMBERS))
    (folder / "tmp").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    for name in _XDG:
        place = folder / name.removeprefix("XDG_").lower()
        place.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(place))
    monkeypatch.setenv("LANGUAGE", "en")
    # Every Python that a test starts watches for the network as well.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(_TESTS / "support" / "guarded"), str(_TESTS.parent))))
    return folder


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Fail the test that reached for the network, even if its code swallowed the refusal."""
    network_guard.take_touches()
    yield
    touches = network_guard.take_touches()
    assert not touches, f"the network was touched: {touches}"


@pytest.fixture(autouse=True)
def nothing_left_over(request: pytest.FixtureRequest, home: Path) -> Iterator[None]:
    """Fail the GUI test that leaves a window, a running timer or a thread behind."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("bundled_fonts")
    from tests.support.left_over import LeftOver

    left_over = LeftOver()
    yield
    request.node.funcargs.clear()  # pytest would still hold the fixtures' values
    found = left_over.found()
    if request.node.stash.get(_PASSED, False):  # a failed test's traceback keeps everything alive
        assert not found, f"left over: {found}"


@pytest.fixture(scope="session", autouse=True)
def kept_statements() -> Iterator[None]:
    """Statements are put together once for all vaults of the run, not once for each."""
    from tests.support.statements import kept_statements

    with kept_statements():
        yield


@pytest.fixture(scope="session")
def bundled_fonts(qapp: object) -> None:
    """The app's own fonts, so that pictures look the same on every machine."""
    from vitalshift_desktop.ui.theme.fonts import load_fonts

    load_fonts()


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still until it is moved."""
    return FakeClock()


@pytest.fixture
def dialogs() -> Iterator[FakeDialogs]:
    """The door through which the app asks, with prepared answers; all of them must have been asked for."""
    fake = FakeDialogs()
    yield fake
    fake.assert_settled()
