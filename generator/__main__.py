"""`python -m generator` is the command `briefing`."""

import os
import sys

from generator.cli import main


def run() -> None:
    """Run a command, and end at once: to give back the memory of ten thousand briefs piece by piece takes a second."""
    try:
        main()
    except SystemExit as end:
        sys.stdout.flush()
        sys.stderr.flush()
        if isinstance(end.code, int | None):
            os._exit(end.code or 0)
        raise


if __name__ == "__main__":
    run()
