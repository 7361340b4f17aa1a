"""A D-Bus of the test's own, on a unix socket in its folder, with a small desktop served on it by another process."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DAEMON = shutil.which("dbus-daemon")
REASON = "no dbus-daemon on this computer"

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """The address of a bus that lives as long as the block."""
    assert DAEMON is not None
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(socket=folder / "bus"))
    daemon = subprocess.Popen(
        [DAEMON, f"--config-file={config}", "--nofork", "--nopidfile", "--print-address=1"], stdout=subprocess.PIPE
    )
    try:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().decode().strip()
        assert address.startswith("unix:"), address
        yield address
    finally:
        daemon.kill()
        daemon.communicate()
