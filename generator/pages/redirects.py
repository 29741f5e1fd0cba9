"""Old addresses: a small page that leads on to where a brief stands now, the place on the page included."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Mapping
from functools import partial

from generator.language import Language
from generator.pages.addresses import place_of, url_of
from generator.pages.marking import mark
from generator.pages.policy import REDIRECT_POLICY
from generator.pages.site_file import SiteFile

_PAGE = """<!doctype html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{moved}</title>
<link rel="canonical" href="{to}">
<script src="{script}"></script>
<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>
</head>
<body>
<p><a href="{to}">{moved}</a></p>
</body>
</html>
"""


def redirect_files(redirects: Mapping[str, str], language: Language) -> tuple[SiteFile, ...]:
    """A file for each old uri; `redirects` leads from uri to uri.

    The script keeps the anchor; without scripts the browser goes on by itself.
    """
    return tuple(
        SiteFile(place_of(old), mark(old, new, language.code), partial(_page, url_of(old), url_of(new), language))
        for old, new in sorted(redirects.items())
    )


def _page(old: str, new: str, language: Language) -> bytes:
    moved = language.gettext("This page has moved")
    to, script = (posixpath.relpath(place, old) for place in (new, "assets/redirect.js"))
    values = {"lang": language.code, "direction": language.direction, "moved": moved, "to": f"{to}/", "script": script}
    values["policy"] = REDIRECT_POLICY
    return _PAGE.format_map({name: html.escape(value) for name, value in values.items()}).encode()
