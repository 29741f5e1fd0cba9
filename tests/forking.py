"""Runs of a command, each a process of its own that begins with the modules of the program read.

Reading them takes longer than to build a small desk. One process reads them, once for each worker of the tests, and
becomes a run in each of its children.
"""

from __future__ import annotations

import atexit
import json
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path


@cache
def _parent() -> subprocess.Popen[str]:
    """The process that runs are children of; it ends when there is nobody to ask it."""
    ready = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # Material looks for it when it is read
    process = subprocess.Popen(
        [sys.executable, __file__], env=ready, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin
    atexit.register(process.stdin.close)
    return process


def run_forked(
    module: str, arguments: tuple[str, ...], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """`python -m module …` in a folder, but for the seed of hashes, which all runs have in common."""
    parent = _parent()
    assert parent.stdin and parent.stdout
    with tempfile.TemporaryDirectory() as aside:
        said = [f"{aside}/{name}" for name in ("out", "err")]
        asked = {
            "module": module,
            "arguments": arguments,
            "folder": str(folder),
            "said": said,
            "environment": environment,
        }
        print(json.dumps(asked), file=parent.stdin, flush=True)
        code = int(parent.stdout.readline())
        out, err = (Path(path).read_text(encoding="utf-8") for path in said)
    return subprocess.CompletedProcess([module, *arguments], code, out, err)


def _become(module: str, arguments: list[str], folder: str, said: list[str], environment: dict[str, str]) -> None:
    """Make this process the run that was asked for."""
    for stream, path in ((0, os.devnull), (1, said[0]), (2, said[1])):
        os.dup2(os.open(path, os.O_RDWR | os.O_CREAT), stream)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = [module, *arguments]
    sys.path[0] = folder
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _answer() -> None:
    """Read the modules, then run what each line asks for and tell how it ended."""
    for name in ("mkdocs.__main__", "generator.cli", "generator.building"):
        import_module(name)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            _become(**json.loads(line))
            return
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    _answer()
