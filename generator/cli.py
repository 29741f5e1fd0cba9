"""The human door: `briefing` and its commands, each of them one function elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from generator.clock import BadEpochError, present_day

if TYPE_CHECKING:
    from generator.telling import Telling

AS_IT_WAS = "site/ is as it was"
_WORTH_A_BAR = 50  # pages: below, they are there before one has looked

F = TypeVar("F", bound=Callable[..., Any])


class Today(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2026-01-31", param, ctx)


def default_today() -> date:
    """The day of SOURCE_DATE_EPOCH, else the present day (UTC)."""
    try:
        return present_day()
    except BadEpochError as error:
        raise click.UsageError(str(error)) from None


def find_root(given: Path | None) -> Path:
    """The desk: the folder given, else the nearest one upward that has briefs/."""
    start = (given or Path.cwd()).absolute()
    if given is not None:
        if not (start / "briefs").is_dir():
            raise click.UsageError(f"{given} has no folder briefs/")
        return start
    for folder in (start, *start.parents):
        if (folder / "briefs").is_dir():
            return folder
    raise click.UsageError("no folder briefs/ here or above; say where with --root DIR")


def on_a_desk(command: F) -> F:
    """Give a command `root`: its own `--root`, else that of `briefing`, else what is found."""

    def chosen(ctx: click.Context, _: click.Parameter, value: Path | None) -> Path:
        return find_root(value or ctx.find_root().params.get("root"))

    folder = click.Path(file_okay=False, exists=True, path_type=Path)
    say = "The folder that has briefs/ (default: the nearest one upward)."
    return click.option("--root", type=folder, metavar="DIR", callback=chosen, help=say)(command)


def on_a_day(command: F) -> F:
    """Give a command `today`."""
    say = "The day that counts as today (default: SOURCE_DATE_EPOCH, else the present day)."
    return click.option("--today", type=Today(), default=default_today, metavar="DATE", help=say)(command)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--root", type=click.Path(file_okay=False, exists=True, path_type=Path), metavar="DIR", hidden=True)
@click.version_option(package_name="briefing-site", prog_name="briefing")
def commands(root: Path | None) -> None:
    """A news briefing site from YAML briefs, every quotation held against its source."""


@commands.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]...")
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github"]), default="text", help="How it is told."
)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@on_a_day
@on_a_desk
def check(root: Path, today: date, paths: tuple[Path, ...], style: str, strict: bool) -> None:
    """Say what is wrong, and prove each quotation. All briefs are looked at, or those at PATH."""
    from generator.cache import examine_again
    from generator.checking import NotOnTheDeskError, find_wanted, select
    from generator.desk.options import read_settings
    from generator.report import FORMATS
    from generator.workers import count_cores

    try:
        wanted = find_wanted(root, paths)
    except NotOnTheDeskError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"today: {today}", err=True)
    examined = examine_again(root / "build", root, today, read_settings(root), count_cores(), say_aside)
    report = select(examined, wanted)
    click.echo(FORMATS[style](report.below(folder_in_repository(root)) if style == "github" else report), nl=False)
    errors = [problem for problem in report.problems if problem.level == "error"]
    if errors and all(problem.rule == "todo" and problem.path in examined.drafts for problem in errors):
        say_aside("every error is something still to do in a draft: the site can be built, without the drafts")
    sys.exit(1 if report.fails(strict) else 0)


@commands.command()
@click.option("--root", expose_value=False, metavar="DIR", help="Taken by every command; the schema is one for all.")
@click.option(
    "--vocabulary", type=click.Choice(["people", "organisations", "topics", "storylines"]), help="Of its file."
)
def schema(vocabulary: str | None) -> None:
    """Print the JSON Schema of a brief, for programs to write it with."""
    from generator.schema import brief_schema, render_schema, vocabulary_schema

    click.echo(render_schema(vocabulary_schema(vocabulary) if vocabulary else brief_schema()), nl=False)


def of_a_source(command: F) -> F:
    """Give a command the source text that it reads, and what may be said of it."""
    kinds = click.Choice(["article", "transcript", "statement", "post"])
    command = click.option("--kind", type=kinds, help="What sort of text it is (default: told by its labels).")(command)
    command = click.option("--lang", metavar="CODE", help="Its language (default: told by its words).")(command)
    return click.argument("source", type=click.Path(path_type=Path))(command)


@commands.command()
@of_a_source
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How it is told.")
@on_a_desk
def quotes(root: Path, source: Path, lang: str | None, kind: Any, style: str) -> None:
    """List the quoted passages of a SOURCE text, with likely speakers."""
    from generator.articles.reading import NoSourceError, read_source
    from generator.articles.suggested import render_json, render_text

    try:
        article = read_source(root, source, lang, kind, anywhere=True).article
    except NoSourceError as error:
        raise click.ClickException(str(error)) from None
    click.echo((render_json if style == "json" else render_text)(article), nl=False)


@commands.command()
@of_a_source
@click.option("--id", "brief_id", metavar="ID", help="Of the brief (default: the year and the headline).")
@click.option("--stdout", "aside", is_flag=True, help="Print the draft and write no file.")
@on_a_day
@on_a_desk
def new(root: Path, today: date, source: Path, lang: str | None, kind: Any, brief_id: str | None, aside: bool) -> None:
    """Draft a brief from a SOURCE text. A brief that is there is never overwritten."""
    from generator.articles.reading import NoSourceError, read_source
    from generator.desk.holders import find_briefs_of
    from generator.drafting import draft_brief
    from generator.output import create
    from generator.values import ID

    if brief_id is not None and not ID.fullmatch(brief_id):
        raise click.UsageError(f"{brief_id!r} is no id: use small letters, digits, single hyphens, and / for folders")
    try:
        reading = read_source(root, source, lang, kind)
    except NoSourceError as error:
        raise click.ClickException(str(error)) from None
    file, sha256 = reading.source.file, reading.source.sha256
    draft = draft_brief(reading.article, file, sha256, today, reading.canonical)
    if others := list(find_briefs_of(root, file, sha256)):
        say_aside(f"this article has a brief already: {', '.join(others)}")
    if aside:
        click.echo(draft.text, nl=False)
    else:
        names = [f"briefs/{one}.yaml" for one in ([brief_id] if brief_id else draft.ids)]
        free = (one for one in names if not (root / one).with_suffix(".yml").exists())
        name = next((one for one in free if create(root / one, draft.text.encode())), "")
        if not name:
            raise click.ClickException(f"{names[0]} is there already, and left as it is; give another --id")
        say_aside(f"{name} is drafted; `briefing check {name}` says what is still to do")
    if draft.steps:
        say_aside(f"\nSentences that look like next steps, to paste where they are:\n\n{draft.steps}")


@commands.command()
@click.option("--clean", is_flag=True, help="Forget earlier builds first.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes at once (default: one for each core).")
@on_a_day
@on_a_desk
def build(root: Path, today: date, clean: bool, jobs: int | None) -> None:
    """Build the site into site/: what has changed. With an error in a brief, or any other, site/ stays as it was."""
    from generator.building import build as build_site
    from generator.checking import select
    from generator.engine import NoSiteError, SiteError
    from generator.publishing.placing import UnfinishedError
    from generator.report import render_text
    from generator.telling import what_failed
    from generator.workers import count_cores

    say_aside(f"today: {today}")
    try:
        built = build_site(root, today, clean, jobs or count_cores(), telling())
    except NoSiteError as error:
        raise click.UsageError(str(error)) from None
    except SiteError as error:
        between = "\n" if "\n" in str(error) else "; "
        raise click.ClickException(str(error).removesuffix(".") + between + AS_IT_WAS) from None
    except OSError as error:
        stands = "not all of site/ is new; the next build goes on" if isinstance(error, UnfinishedError) else AS_IT_WAS
        click.echo(f"briefing: {what_failed(error)}; {stands}", err=True)
        sys.exit(3)
    if built.published is None:
        click.echo(render_text(select(built.examined, [""])), nl=False)
        raise click.ClickException("nothing is published while a brief has an error; " + AS_IT_WAS)
    for name in built.published.strange:
        say_aside(f"not ours, left alone: {built.site}/{name}")
    click.echo(
        f"{built.pages} pages of briefs; in {built.site}/ {built.published.changed} files new or changed, ", nl=False
    )
    click.echo(f"{built.published.removed} removed")
    if warned := sum(problem.level == "warning" for problem in built.examined.problems):
        say_aside(f"{warned} warning{'s' if warned > 1 else ''} in the briefs; `briefing check` shows what to look at")


@commands.command()
@click.option(
    "--address", metavar="HOST:PORT", help="Where to serve (default: dev_addr in mkdocs.yml, else port 8000)."
)
@on_a_desk
def serve(root: Path, address: str | None) -> None:
    """Show a live preview, drafts included. A brief with an error shows its problems in place of its page."""
    from generator.engine import NoSiteError, SiteError
    from generator.preview import serve as serve_site

    try:
        serve_site(root, address, telling())
    except NoSiteError as error:
        raise click.UsageError(str(error)) from None
    except SiteError as error:
        raise click.ClickException(str(error)) from None


def folder_in_repository(root: Path) -> str:
    """Where GitHub sees the desk: its folder in what was checked out; empty where it is that itself, or elsewhere."""
    checked_out = Path(os.environ.get("GITHUB_WORKSPACE") or ".").resolve()
    inside = root.resolve()
    name = inside.relative_to(checked_out).as_posix() if inside.is_relative_to(checked_out) else ""
    return "" if name == "." else name


def say_aside(line: str) -> None:
    """A line for the person at the terminal, on stderr: stdout is the report alone."""
    click.echo(line, err=True)


def telling() -> Telling:
    """On a terminal a bar for long stages, with the seconds left; elsewhere one line a stage."""
    from generator.telling import Telling

    @contextmanager
    def watch(name: str, total: int) -> Iterator[Callable[[int], None]]:
        if total < _WORTH_A_BAR or not sys.stderr.isatty():
            yield lambda count: None
            return
        with click.progressbar(length=total, label=name, show_pos=True, file=sys.stderr) as bar:
            yield bar.update

    return Telling(say_aside, watch)


def main() -> None:
    """Run a command; what the machine cannot do is one line and the exit code 3."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        commands(prog_name="briefing")
    except OSError as error:
        from generator.telling import what_failed

        click.echo(f"briefing: {what_failed(error)}", err=True)
        sys.exit(3)
