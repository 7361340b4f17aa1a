"""`python -m vitalshift_desktop` is the same as `vitalshift`."""

import sys

from vitalshift_desktop.command_line import main

if __name__ == "__main__":
    sys.exit(main())
