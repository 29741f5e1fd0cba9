"""How long a test looks for a mistake: a moment in `make test`, twenty times as long in `make fuzz`."""

from __future__ import annotations

import os

TIMES = int(os.environ.get("FUZZ_TIMES", "1"))


def examples(count: int) -> int:
    """So many examples in `make test`."""
    return count * TIMES
