"""Page -> Markdown, through the templates. Whatever a template prints is escaped: it cannot forget to."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template, TemplateNotFound, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context
from markupsafe import Markup

from generator.pages import escaping
from generator.pages.addresses import relative_url
from generator.pages.page import Page, Written
from generator.rendering.kept_templates import keep_in
from generator.rendering.small_pieces import (
    DOT,
    counted,
    day_of,
    href,
    mark_of,
    notes_of,
    prose_of,
    tongue,
    way_to,
    ways_to,
    words_of,
)
from generator.views.parts import Link

T = TypeVar("T")

_TEMPLATES = Path(__file__).parent / "templates"
_GAPS = re.compile(r"\n\n\n+")  # found ten times as fast as \n{3,}


def render(page: Page) -> Written:
    """The page as Markdown with its front matter; the same page always gives the same text."""
    view = page.view()
    says = page.language
    words = {"_": says.gettext, "ngettext": says.ngettext, "number": says.number, "comma": says.comma}
    body = _write(_template(page.kind), {"view": view, "page": page, **words})
    meta = {
        "title": html.escape(view.title),  # the theme prints title and description as they are
        "description": html.escape(view.description),
        "kind": page.kind,
        "search": view.searched,
        "hide": ["navigation"] if view.contents else ["navigation", "toc"],
        **dict(view.facts),
    }
    told = {key: value for key, value in meta.items() if value != ""}
    companions = {place: make(view) for place, make in page.companions().items()}
    return Written(told, f"{_GAPS.sub(chr(10) * 2, body).strip()}\n", companions)


def _write(template: Template, values: Mapping[str, Any]) -> str:
    """What a template makes of values; the macros of a page and what they see hold each other, and are let go."""
    context = template.new_context(dict(values))
    try:
        return "".join(template.root_render_func(context))
    except Exception:
        return template.environment.handle_exception()
    finally:
        context.vars.clear()


def keep_compiled(folder: Path) -> None:
    """Keep templates in a folder once they are compiled, for the next run."""
    _ENVIRONMENT.bytecode_cache = keep_in(folder)


def follow_templates() -> None:
    """Look whether a template was changed whenever it is used, as a preview must."""
    _ENVIRONMENT.auto_reload = True


def looks() -> Mapping[str, str]:
    """A digest of each kind of page: its template and what all templates share."""
    stored = {path: path.read_bytes() for path in sorted(_TEMPLATES.rglob("*.jinja"))}
    kinds = {path for path in stored if path.parent == _TEMPLATES and not path.name.startswith("_")}
    shared = b"".join(text for path, text in stored.items() if path not in kinds)
    return {path.name.split(".")[0]: hashlib.sha256(shared + stored[path]).hexdigest() for path in sorted(kinds)}


# --- what templates can say ------------------------------------------------------------------------


def _safe(value: Any) -> Any:
    """Everything that is printed passes here: text is escaped unless a macro made it."""
    return value if isinstance(value, Markup) else Markup(escaping.text(str(value)))


class _Printing(CodeGenerator):
    """What Jinja makes of a template, but that nothing is escaped after `_safe`, where it changes nothing and costs."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


@pass_context
def _way(context: Context, link: Link) -> Markup:
    """The destination of a Markdown link, from the page that is being rendered."""
    return Markup(escaping.address(link.to if link.is_abroad else relative_url(link.to, context["page"].url)))


@pass_context
def _link_to(context: Context, words: str, uri: str) -> Markup:
    """A link to another page, in HTML."""
    return way_to(Link(words, uri), context["page"].url)


@pass_context
def _ways_to(context: Context, links: Iterable[Link]) -> Markup:
    """Links in a row, with the comma of the language between them."""
    return ways_to(links, context["page"].url, context["comma"])


def _plain(value: object) -> Markup:
    return Markup(escaping.plain(str(value)))


def _from_here(piece: Callable[[T, str], Markup]) -> Callable[[Context, T], Markup]:
    """A piece of HTML that leads somewhere, from the page that is being rendered."""
    return pass_context(lambda context, value: piece(value, context["page"].url))


def _read_template(name: str) -> tuple[str, str, Callable[[], bool]]:
    """A template; that of a page begins with all macros, so that none has to ask for them."""
    paths = [_TEMPLATES / name]
    if not name.startswith("_"):
        paths = [*sorted((_TEMPLATES / "macros").glob("*.jinja")), *paths]
    try:
        source = "".join(path.read_text(encoding="utf-8") for path in paths)
    except OSError:
        raise TemplateNotFound(name) from None
    written = _written(paths)
    return source, str(paths[-1]), lambda: _written(paths) == written


def _written(paths: Iterable[Path]) -> list[int]:
    """When files were last written; nothing where one is gone."""
    try:
        return [path.stat().st_mtime_ns for path in paths]
    except FileNotFoundError:
        return []


def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(_read_template),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.code_generator_class = _Printing
    environment.filters.update(way=_way, plain=_plain, ways_to=_ways_to)
    environment.filters.update({piece.__name__: piece for piece in (day_of, mark_of, notes_of, tongue, words_of)})
    leading: tuple[Any, ...] = (href, way_to, prose_of, counted)
    environment.filters.update({piece.__name__: _from_here(piece) for piece in leading})
    environment.globals.update(link_to=_link_to, dot=Markup(DOT))
    return environment


_ENVIRONMENT = _environment()


def _template(kind: str) -> Template:
    return _ENVIRONMENT.get_template(f"{kind}.md.jinja")
