"""What of a built page is indexed: its article, with signs of scripts without spaces set apart from each other."""

from __future__ import annotations

import re

#: What of an article is not looked at: what stands there for a click, and what belongs to other pages.
IGNORED = (
    ".b-permalink",
    ".b-receipt",
    ".b-evidence",
    ".b-glance",
    ".b-sum",
    ".b-unused",
    ".b-foot",
    ".b-card",
    ".b-lines",
)
#: The section of a brief that tells of other briefs.
_ELSEWHERE = re.compile(r'<h2 id="storyline">.*?(?=<h2|\Z)', re.DOTALL)
#: A source has all words of its quotations and more: it weighs little, and so does its headline, so that a reader meets
#: first the brief, with who said them.
_SOURCE = 'data-kind="source"'
_LIGHT = (("<article ", '<article data-pagefind-weight="0.1" '), ("<h1 ", '<h1 data-pagefind-weight="0.1" '))

#: Scripts whose words have no spaces between them: each sign is a word for the indexer, and a query asks for a phrase.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
)
_SIGN = re.compile(f"(?<=[{UNSPACED}])(?=[^\\s<])|(?<=[^\\s>])(?=[{UNSPACED}])")
_ANY = re.compile(f"[{UNSPACED}]")
_TEXT = re.compile(r">[^<]+<")
#: A space, and search.js takes it out again (a zero-width one makes Pagefind count its words in another way).
_APART = " "


def stand_in(page: str) -> str:
    """The article of a built page as a page by itself, a fifth of its size; empty where it has none to be searched."""
    begin = page.find("<article ")
    end = page.find("</article>", begin)
    told = page[begin : page.find(">", begin)]
    if begin < 0 or end < 0 or "data-pagefind-body" not in told:
        return ""
    article = _ELSEWHERE.sub("", page[begin:end])
    for heavy, light in _LIGHT if _SOURCE in told else ():
        article = article.replace(heavy, light, 1)
    if _ANY.search(article):
        article = _TEXT.sub(lambda found: _SIGN.sub(_APART, found[0]), article)
    return f"<!doctype html><html><body>{article}</article></body></html>"
