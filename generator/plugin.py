"""The MkDocs door: the `briefing` plugin puts the generated pages among those written by hand.

Everything is found out in `on_config`: MkDocs empties its output folder soon after, and an error in a brief must stop
it before. While `mkdocs serve` runs nothing stops: a broken brief has its problems for a page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.cache import Memory
from generator.clock import BadEpochError, present_day
from generator.language import speak
from generator.output import lay, list_files, lock, remove, write
from generator.pages.addresses import place_of
from generator.pages.page import Page as Composition
from generator.pages.policy import headers_file, nginx_file, page_policy, script_hashes
from generator.pipeline import Composed
from generator.pressing.framing import Frame
from generator.pressing.leaf import Leaf, reader_for, titles_in
from generator.pressing.material import bare_template, dress, is_material, words_of
from generator.pressing.options import Options
from generator.pressing.page_tree import PageTree, places_by_hand, written_urls
from generator.problems import Problem
from generator.publishing.manifest import digest_of
from generator.render import follow_templates
from generator.rendering.kept_templates import keep_in
from generator.search import SearchError, index
from generator.settings import Settings
from generator.workers import count_cores

HOUSE = Path(__file__).parent
THEME = HOUSE / "theme"
#: What a preview looks at besides mkdocs.yml and docs/, which MkDocs itself watches.
WATCHED = ("briefs", "seeds")
WATCHED_HERE = ("templates", "theme", "locale")
#: Of Material, what is not used here: its own search, and a site map that knows nothing of changes.
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")
#: Where the masthead and the foot of every page lead to besides the navigation.
AROUND = ("search/", "assets/", "follow/", "sources/", "corrections/")
#: Files for servers, by what makes them of the policy; a file of that name in docs/ takes their place.
FOR_SERVERS = {"_headers": headers_file, "_headers_nginx.conf": nginx_file}

log = get_plugin_logger("briefing")


class BriefingPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Composes the pages of the desk and hands them to MkDocs; or takes some that were composed already."""

    composed: Composed  # where nothing was handed over
    titles: Mapping[str, str]  # of all generated pages, by uri
    pages: Sequence[Composition]  # those that this run builds
    handed = False
    preview = False
    served = False  # by MkDocs itself

    def __init__(self) -> None:
        super().__init__()
        self._held = ExitStack()  # the lock of a build on its way
        self._advance: Callable[[int], None] = lambda count: None
        self._with_docs = True

    def hand(
        self, titles: Mapping[str, str], pages: Sequence[Composition], advance: Callable[[int], None], with_docs: bool
    ) -> None:
        """Build these pages alone, and tell of each; who hands them puts the rest of the site beside them.

        Pages of docs/ and assets are built in a run `with_docs`; in any other they are only led to.
        """
        self.titles, self.pages, self.handed, self._advance = titles, pages, True, advance
        self._with_docs = with_docs

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """A preview shows drafts, and problems in place of broken briefs."""
        self.preview = self.served = command == "serve"
        if self.preview:
            follow_templates()

    def on_config(self, config: MkDocsConfig) -> None:
        """Compose everything; an error in a brief ends the build here."""
        if not config.use_directory_urls:
            raise PluginError("the addresses of briefs need `use_directory_urls: true` in mkdocs.yml")
        if not is_material(config.theme):
            raise PluginError("briefs need the theme Material: write `theme: {name: material}` in mkdocs.yml")
        if stray := bare_template(config.theme):
            begin = '{% extends "briefing.html" %}'
            raise PluginError(f"{stray} would take away styles, search and policy of all pages: begin it with {begin}")
        if config.plugins.keys() & {"search", "material/search"}:
            raise PluginError("briefs have a search of their own: take `search` out of `plugins:` in mkdocs.yml")
        if not self.handed:
            self._held.enter_context(lock(self.desk(config) / "lock", lambda: log.info("waiting for another build")))
            memory, settings = Memory(self.desk(config)), self.settings_of(config)
            self.composed = memory.compose(root_of(config), _today(), settings, self.preview, count_cores(), log.info)
            memory.save()
            self.pages, self.titles = self.composed.pages, self.composed.titles()
            _tell(self.composed.problems, () if self.preview else self.composed.examined.stopping)
            for note in self.composed.opened.notes:
                log.info(note)
        if str(THEME) not in config.theme.dirs:
            config.theme.dirs.insert(bool(config.theme.custom_dir), str(THEME))
        dress(config.theme, speak(self.config.language).code)
        config.theme.static_templates.discard("sitemap.xml")  # ours knows when a page changed
        config.extra.setdefault("scope", "/")  # else a script of Material's is another one at each depth
        self.searched: list[str] = []
        self._by_uri = {page.uri: page for page in self.pages}
        self._laid = set[str]()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Write the generated Markdown where people can read it, and put it among the pages written by hand."""
        folder = self.desk(config) / "pages"
        if not self.handed:
            remove(folder, sorted(set(list_files(folder)) - {page.uri for page in self.pages}))
        for file in list(files):
            if file.src_uri.startswith(UNUSED) and file.src_dir != config.docs_dir:
                files.remove(file)
        self._laid.update(places_by_hand(files, config))
        tree = PageTree(files, config, self.titles, folder, self._with_docs)
        named, reader = titles_in(config.nav), reader_for(config)
        for page in self.pages:
            written, file = page.write(), tree.make(page.uri)
            write(folder / page.uri, written.markdown().encode())
            for place, stored in written.companions.items():
                if place not in self._laid:
                    lay(Path(config.site_dir) / place, stored)
            self._laid.update(written.companions)
            Leaf(named.get(page.uri), file, config, written, reader)
            tree.append(file)
        return tree

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """A generated page that is not built now has the title that it has."""
        self._nav = nav
        for shown in nav.pages:
            if shown.title is None and shown.file.src_uri in self.titles:
                shown.title = self.titles[shown.file.src_uri]

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Templates of the theme write words as pages do, and the policy; once compiled they are kept.

        The policy allows the scripts of a page without content. `mkdocs serve` has none: it adds a script of its own.
        """
        env.globals["_"] = speak(self.config.language).gettext
        env.bytecode_cache = keep_in(self.desk(config) / "templates")
        env.globals["words"] = words_of(env, config.theme["language"])
        env.globals["frame"] = self._frame = self._frame_of(self._nav, config)
        bare = env.get_template("404.html").render(get_context(self._nav, files, config, base_url="."))
        self._policy = page_policy(script_hashes(bare))
        env.globals["policy"] = "" if self.served else self._policy

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """MkDocs says nothing of front matter that it cannot read."""
        if isinstance(page, Leaf):
            return markdown
        if markdown.startswith("---\n") and not page.meta:
            log.warning(f"the front matter of docs/{page.file.src_uri} cannot be read")
        for name in page.meta.keys() & {"title", "description"}:
            page.meta[name] = escape(str(page.meta[name]))  # Material prints it as if it were HTML
        return markdown

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Give the template what a page says to machines; say whether readers can search it, and remember that."""
        composed = self._by_uri.get(page.file.src_uri)
        context["outlook"] = self._frame.outlook(page.url)  # type: ignore[typeddict-unknown-key]
        context["linked_data"] = composed.linked_data() if composed else ""  # type: ignore[typeddict-unknown-key]
        if page.meta.setdefault("search", _is_for_readers(page.file)):
            self.searched.append(page.file.dest_uri)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> None:
        """One page more is there."""
        if page.file.src_uri in self._by_uri:
            self._advance(1)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put beside the pages what is no page, and the search index of what was built."""
        site = Path(config.site_dir)
        for name, made_of in FOR_SERVERS.items():
            if name not in self._laid:
                write(site / name, made_of(self._policy))
        if not self.handed:
            for made in self.composed.files():
                if made.place not in self._laid:
                    write(site / made.place, made.make())
            keys = {place_of(page.uri): page.key for page in self.composed.pages}
            try:
                pages = self.composed.searched(
                    self.searched, lambda place: keys.get(place, "") + digest_of((site / place).read_bytes())
                )
                facts = self.composed.site.facts
                parts = index(lambda place: site / place, pages, facts, self.config.language, self.desk(config))
            except SearchError as error:
                raise PluginError(str(error)) from error
            for place, path in parts.items():
                write(site / place, path.read_bytes())
        self._held.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Let others build."""
        self._held.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]) -> None:
        """Look at what pages are made of; never at a folder that a build writes into."""
        for folder in watched(root_of(config)):
            server.watch(str(folder))

    def _frame_of(self, nav: Navigation, config: MkDocsConfig) -> Frame:
        """The frame of this site; one that lays templates of its own over ours may show there what it likes."""
        urls = [page.url for page in nav.pages]
        pictures = [str(config.theme[name]) for name in ("favicon", "logo") if name in config.theme]
        scripts = [str(script) for script in config.extra_javascript]
        homepage = [home] if (home := config.extra.get("homepage")) else []
        return Frame([*urls, *pictures, *homepage, *scripts, *AROUND], urls, kept=not config.theme.custom_dir)

    def settings_of(self, config: MkDocsConfig) -> Settings:
        """What of mkdocs.yml the pages need."""
        return Settings(
            publish_texts_under=tuple(self.config.publish_texts_under),
            require_source=self.config.require_source,
            page_size=self.config.page_size,
            language=self.config.language,
            contact=self.config.contact,
            quality_page=self.config.quality_page,
            site_name=config.site_name,
            site_url=config.site_url or "",
            site_written=written_urls(config),
        )

    def desk(self, config: MkDocsConfig) -> Path:
        """The folder for what is made on the way."""
        return root_of(config) / "build" / ("preview" if self.preview else "")


def root_of(config: MkDocsConfig) -> Path:
    """The folder of mkdocs.yml, with briefs/ and seeds/ in it."""
    return Path(config.config_file_path).absolute().parent


def watched(root: Path) -> list[Path]:
    """The folders whose changes a preview follows, besides docs/."""
    folders = [*(root / name for name in WATCHED), *(HOUSE / name for name in WATCHED_HERE)]
    return [folder for folder in folders if folder.is_dir()]


def _today() -> date:
    try:
        return present_day()
    except BadEpochError as error:
        raise PluginError(str(error)) from error


def _tell(problems: Iterable[Problem], stopping: Collection[Problem]) -> None:
    """Log errors and warnings of briefs; those that are `stopping` end the build.

    Warnings are news to MkDocs, no warnings: its `--strict` counts those.
    """
    for problem in problems:
        if problem.level != "info":
            log.log(logging.ERROR if problem in stopping else logging.INFO, _line(problem))
    if stopping:
        raise PluginError("nothing was built: there are errors in briefs, and `briefing check` shows more of each")


def _line(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{place}: {problem.level}: {problem.message} [{problem.rule}]{hint}"


def _is_for_readers(file: File) -> bool:
    """Generated pages say themselves whether they are searched; the handbook is for editors."""
    return file.generated_by is None and not file.src_uri.startswith("handbook/")
