"""Small pieces of HTML, of which a page has hundreds: links, dates, statuses, notes, words with their language.

Functions, for a macro costs five times as much. Text is escaped on its way in; `here` is the url of the page.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.pages.addresses import relative_url
from generator.pages.escaping import plain
from generator.views.parts import Counted, Day, Link, Mark, Receipt, Verbatim

#: Between what stands in a row; no line begins with it.
DOT = "&nbsp;· "


def href(link: Link, here: str) -> Markup:
    """The destination of a link, from the page at `here`."""
    return Markup(_href(link, here))


def way_to(link: Link, here: str) -> Markup:
    """A link; words alone where it leads nowhere."""
    return Markup(_way_to(link, here))


def ways_to(links: Iterable[Link], here: str, comma: str = ", ") -> Markup:
    """Links in a row."""
    return Markup(plain(comma).join(_way_to(link, here) for link in links))


def counted(each: Counted, here: str) -> Markup:
    """A link with what is said of it in passing."""
    way = _way_to(each.link, here)
    return Markup(f"{way} <small>{notes_of(each.notes)}</small>" if each.notes else way)


def prose_of(runs: Iterable[Link], here: str) -> Markup:
    """Prose with its links."""
    return Markup("".join(_way_to(run, here) for run in runs))


def _href(link: Link, here: str) -> str:
    return plain(link.to if link.is_abroad else relative_url(link.to, here))


def _way_to(link: Link, here: str) -> str:
    return f'<a href="{_href(link, here)}">{plain(link.text)}</a>' if link.to else plain(link.text)


def day_of(day: Day) -> Markup:
    """A date, for machines as well where HTML can say it."""
    words = plain(day.text)
    if day.machine:
        return Markup(f'<time datetime="{plain(day.machine)}">{words}</time>')
    return Markup(f'<span class="b-day">{words}</span>')


def mark_of(mark: Mark) -> Markup:
    """A status, in words and by its class."""
    return Markup(f'<span class="b-mark b-{plain(mark.kind)}">{plain(mark.text)}</span>')


def notes_of(notes: Iterable[str]) -> Markup:
    """What is said in passing, in a row."""
    return Markup(DOT.join(map(plain, notes)))


def tongue(words: Verbatim | Receipt) -> Markup:
    """The attributes for language and direction, where these are not the page's."""
    lang = f' lang="{plain(words.lang)}"' if words.lang else ""
    return Markup(f'{lang} dir="{plain(words.dir)}"' if words.dir else lang)


def words_of(verbatim: Verbatim) -> Markup:
    """Words as they were said, a paragraph each."""
    attributes = tongue(verbatim)
    paragraphs = "".join(f"<p{attributes}>{plain(paragraph)}</p>" for paragraph in verbatim.paragraphs)
    return Markup(f"<blockquote>{paragraphs}</blockquote>")
