"""Whether a port of this computer can be had; where not, what to type instead: `python tests/free_port.py 8000`."""

from __future__ import annotations

import errno
import socket
import sys


def why_not(port: str) -> str:
    """Why nothing can be served there, in one line; nothing where it can."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        return f"“{port}” is no port; try: make demo PORT=8001"
    family, kind, *_, address = socket.getaddrinfo("localhost", int(port), type=socket.SOCK_STREAM)[0]
    try:
        with socket.socket(family, kind) as asked:
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as a server does
            asked.bind(address)
    except OSError as error:
        other = int(port) + 1 if 1024 <= int(port) < 65535 else 8001
        why = "is taken by another program" if error.errno == errno.EADDRINUSE else f"cannot be had ({error.strerror})"
        return f"Port {port} {why}; try: make demo PORT={other}"
    return ""


if __name__ == "__main__":
    reason = why_not(sys.argv[1])
    sys.exit(reason or None)  # a text goes to stderr, and the result is 1
