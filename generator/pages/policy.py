"""What a page may load and run: the Content-Security-Policy, and the headers that a server sends with every page.

A script in a page runs only where its hash is in the policy. The hashes are those of the theme's own scripts, found in
a page without content: what reaches a page through a brief is never among them, and every page has the same policy.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser

#: The types of script blocks that a browser runs; a block of another type is data, and no policy looks at it.
_RUN = {"", "module", "text/javascript", "application/javascript"}

#: All that a page for an old address does: run the script that keeps the anchor.
REDIRECT_POLICY = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'"

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_FOR_EVER = "public, max-age=31536000, immutable"
_NAMED_BY_CONTENT = (
    "/assets/javascripts/*",
    "/assets/stylesheets/*",
    "/pagefind/fragment/*",
    "/pagefind/index/*",
)


def page_policy(hashes: Iterable[str]) -> str:
    """The policy of a page: everything from the site itself, and the scripts with these hashes.

    Search compiles WebAssembly; Material's icons in stylesheets are `data:` pictures.
    """
    scripts = " ".join(["'self'", *sorted({f"'{each}'" for each in hashes}), "'wasm-unsafe-eval'"])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )


def script_hashes(page: str) -> tuple[str, ...]:
    """The hashes of the scripts that stand in a page and would run, as a policy names them."""
    found = _Scripts()
    found.feed(page)
    found.close()
    return tuple(sorted({_hash_of(text) for text in found.texts}))


def headers_of(policy: str) -> Mapping[str, str]:
    """The headers of every answer; who may put a page into a frame can be said in a header only."""
    return {"Content-Security-Policy": f"{policy}; frame-ancestors 'none'", **_ALWAYS}


def headers_file(policy: str) -> bytes:
    """The headers as Netlify and Cloudflare Pages read them from `_headers`."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers_of(policy).items())]
    for place in _NAMED_BY_CONTENT:
        lines += [place, f"  Cache-Control: {_FOR_EVER}"]
    return "".join(f"{line}\n" for line in lines).encode()


def nginx_file(policy: str) -> bytes:
    """The headers as nginx includes them, in a `server` or a `location`."""
    lines = (f'add_header {name} "{value}" always;\n' for name, value in headers_of(policy).items())
    return "".join(
        ["# Include this in the server that has these pages; docs/handbook/deploy.md says how.\n", *lines]
    ).encode()


def _hash_of(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


class _Scripts(HTMLParser):
    """The texts of the scripts in a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.texts: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A script without an address has its text inside."""
        told = dict(attrs)
        self._inside = tag == "script" and "src" not in told and (told.get("type") or "").lower() in _RUN
        if self._inside:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        """What follows is no script."""
        self._inside = False

    def handle_data(self, data: str) -> None:
        """Text comes in pieces."""
        if self._inside:
            self.texts[-1] += data
