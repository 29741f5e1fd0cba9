"""Find a Chromium for the browser tests, or install one; print where it is.

`python tests/chromium.py` looks for one ($CHROMIUM first), else installs Debian's package where that is allowed
without asking for a password, else Playwright's own. When nothing helps: nothing is printed, the reason goes to
stderr, and in CI (where CI is set) that is a failure.

Debian has its Chromium once more without windows (chromium-headless-shell). The same engine lays out and paints pages
in it; for the tests in the browser it takes a third less of the processors, so it is asked for first.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)


def find() -> str | None:
    """The path of a Chromium or Chrome on this machine."""
    named = os.environ.get("CHROMIUM", "")
    if named and (found := shutil.which(named)):
        return found
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((path for path in APPLICATIONS if Path(path).exists()), None) or _playwrights()


def install() -> str | None:
    """Debian's package where root can be had without a question, else Playwright's own build."""
    if shutil.which("apt-get") and (root := _as_root()) is not None:
        _run([*root, "apt-get", "update", "-qq"])
        for package in (SHELL, "chromium"):  # not every release has the first
            _run([*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", package])
            if found := find():
                return found
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    return find()


def _as_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def _run(command: list[str]) -> None:
    """What the command says goes to stderr: stdout is for the path alone."""
    subprocess.run(command, stdout=sys.stderr, check=False)


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
        return str(path) if path.exists() else None


def main() -> int:
    """Print the path; 1 when there is none and CI asks for one."""
    if path := find() or install():
        print(path)
        return 0
    print("No Chromium was found, and none could be installed: the browser tests are left out.", file=sys.stderr)
    print("Install chromium or Google Chrome, or name one: CHROMIUM=/path/to/it make test", file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
