"""`make demo` and a port that another program has."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest
from free_port import why_not

TESTS = Path(__file__).parent


def test_a_taken_port_is_told_in_one_line_with_the_command_to_type() -> None:
    with socket.socket(socket.getaddrinfo("localhost", 0)[0][0]) as taken:
        taken.bind(("localhost", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = [sys.executable, str(TESTS / "free_port.py"), str(port)]
        told = subprocess.run(run, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stdout == ""
    assert told.stderr == f"Port {port} is taken by another program; try: make demo PORT={port + 1}\n"


def test_a_free_port_is_no_matter() -> None:
    with socket.socket(socket.getaddrinfo("localhost", 0)[0][0]) as asked:
        asked.bind(("localhost", 0))
        port = asked.getsockname()[1]
    assert why_not(str(port)) == ""


@pytest.mark.parametrize("typed", ["80a", "", "0", "70000"])
def test_what_is_no_port_is_told(typed: str) -> None:
    assert why_not(typed) == f"“{typed}” is no port; try: make demo PORT=8001"


def test_the_port_is_looked_at_before_the_site_is_built() -> None:
    recipe = (TESTS.parent / "Makefile").read_text(encoding="utf-8").partition("\ndemo:")[2].partition("\n\n")[0]
    assert 0 < recipe.index("free_port.py $(PORT)") < recipe.index("briefing build")
