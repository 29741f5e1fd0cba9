"""What pages may load and run: one policy on every page, which no text of a brief can widen."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from pathlib import Path

import pytest

from generator.pages.policy import headers_file, nginx_file, page_policy, script_hashes

PROJECT = Path(__file__).parent.parent


def hash_of(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@pytest.mark.parametrize(
    ("page", "scripts"),
    [
        ("<p>No script</p>", []),
        ("<script>run()</script>", ["run()"]),
        ("<script>a < b && c; '<p>'</script>", ["a < b && c; '<p>'"]),
        ("<script>&lt;</script>", ["&lt;"]),
        ("<SCRIPT TYPE=module>\n run(«ü»)\n</SCRIPT>", ["\n run(«ü»)\n"]),
        ("<script></script>", [""]),
        ("<script src='a.js'></script><script>b</script>", ["b"]),
        ("<script type='application/ld+json'>{}</script><script type='application/json'>{}</script>", []),
        ("<p>&lt;script&gt;run()&lt;/script&gt;</p><!-- <script>no</script> -->", []),
    ],
)
def test_the_scripts_that_would_run_are_found(page: str, scripts: list[str]) -> None:
    assert script_hashes(page) == tuple(sorted(hash_of(text) for text in scripts))


def test_a_policy_does_not_depend_on_the_order_of_the_scripts() -> None:
    assert page_policy(["sha256-b", "sha256-a", "sha256-b"]) == page_policy(["sha256-a", "sha256-b"])


def test_everything_comes_from_the_site_itself() -> None:
    directives = dict(each.split(" ", 1) for each in page_policy(["sha256-x="]).split("; "))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == "'self' 'sha256-x=' 'wasm-unsafe-eval'"
    assert directives["style-src"] == "'self'"
    assert directives["base-uri"] == "'none'"
    allowed = {source for sources in directives.values() for source in sources.split()}
    assert allowed == {"'none'", "'self'", "'sha256-x='", "'wasm-unsafe-eval'", "data:"}


def test_servers_are_told_the_same_and_that_no_page_goes_into_a_frame() -> None:
    policy = page_policy(["sha256-x="])
    for told in (headers_file(policy).decode(), nginx_file(policy).decode()):
        assert f"{policy}; frame-ancestors 'none'" in told
        assert re.search('X-Content-Type-Options:? "?nosniff', told)
    assert "frame-ancestors" not in policy


def pages_of(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 50
    return found


def policy_on(page: str) -> str:
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    return html.unescape(policy)


def test_every_page_has_the_policy_and_no_script_that_it_forbids(demo: Path) -> None:
    """Pages of MkDocs, pages of briefs and pages for old addresses."""
    policies = set()
    for path in pages_of(demo):
        page = path.read_text(encoding="utf-8")
        policy = policy_on(page)
        policies.add(policy)
        assert not [each for each in script_hashes(page) if f"'{each}'" not in policy], path
        before, _ = page.split('<meta http-equiv="Content-Security-Policy"')
        assert "<script" not in before and "<style" not in before, path
        assert len(before.encode()) < 1024 or "charset" in page.encode()[:1024].decode(errors="replace"), path
    (ours,) = (each for each in policies if "wasm" in each)
    assert f"Content-Security-Policy: {ours}; frame-ancestors 'none'\n" in (demo / "_headers").read_text()
    assert all("unsafe-inline" not in each for each in policies)


def test_no_page_has_styles_or_handlers_of_its_own(demo: Path) -> None:
    for path in pages_of(demo):
        tags = re.sub(r"<(script|template)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.findall(r"<[a-z][^>]*\s(?:style|on[a-z]+)\s*=", tags, re.IGNORECASE), path
        assert "<style" not in tags and "javascript:" not in tags, path


def test_no_page_loads_from_another_host(demo: Path) -> None:
    """Links lead to other hosts; nothing is fetched from there."""
    loading = (
        r"<(?:script|img|iframe|source|video|audio|embed|object|input)\b[^>]*\s(?:src|srcset|data)=[\"']?(?:https?:)?//"
    )
    linked = r"<link\b[^>]*rel=[\"']?(?:stylesheet|icon|preconnect|preload|dns-prefetch)[^>]*href=[\"']?(?:https?:)?//"
    for path in pages_of(demo):
        page = path.read_text(encoding="utf-8")
        assert not re.search(loading, page) and not re.search(linked, page), path
    for path in demo.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*[\"']?(?:https?:)?//", path.read_text(encoding="utf-8")), path
