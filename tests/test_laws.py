"""The laws of the house, each held against the code itself. What they are for: docs/handbook/architecture.md."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "generator"

#: The rooms that touch the world: processes, the clock, the environment, the disk of the site.
DOORS = {
    "cache",
    "cli",
    "plugin",
    "engine",
    "building",
    "preview",
    "output",
    "search",
    "clock",
    "telling",
    "workers",
    "__main__",
}
#: A library that one room keeps to itself, so that another can take its place.
KEPT = {
    "yaml": {"typed.documents"},
    "jinja2": {"render", "rendering.kept_templates"},
    "mkdocs": {
        "plugin",
        "pressing.leaf",
        "pressing.page_tree",
        "pressing.material",
        "pressing.options",
        "engine",
        "preview",
    },
    "click": {"cli"},
    "PIL": {"pages.pictures"},
}
#: The stages of the path, each called by the pipeline and by nobody else.
STAGES = {"load", "locate", "entities", "agreement", "quotes", "acceptance", "site", "render", "feeds"}
OUTSIDE = {"subprocess", "socket", "ssl", "urllib", "http", "requests", "random", "secrets", "uuid", "time", "locale"}
HARMLESS = {"urllib.parse"}  # reads an address, opens none
CLOCKS = {"now", "today", "utcnow", "environ", "getenv", "getlogin", "gethostname"}
UNWANTED = {"util", "utils", "helper", "helpers", "manager", "handler", "processor", "context", "data", "info", "misc"}


@cache
def rooms() -> dict[str, Path]:
    """Every module of the house by its name; `cli.check` for a module in a folder."""
    return {
        ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted(HOUSE.rglob("*.py"))
    }


@cache
def tree(room: str) -> ast.Module:
    return ast.parse(rooms()[room].read_text(encoding="utf-8"))


def imports(room: str) -> Iterator[tuple[str, str]]:
    """Every import of a room, wherever it stands: the module, and the name taken from it (or none)."""
    for node in ast.walk(tree(room)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{room} imports relatively"
            yield from ((node.module or "", alias.name) for alias in node.names)


def neighbours(room: str) -> Iterator[tuple[str, str]]:
    """The rooms that a room imports, each with the name that it takes from there."""
    for module, name in imports(room):
        if module.split(".")[0] == "generator":
            inside = module.removeprefix("generator").removeprefix(".")
            whole = f"{inside}.{name}".removeprefix(".")
            yield (whole, "") if whole in rooms() else (inside, name)


def outermost(room: str) -> str:
    return room.split(".")[0]


def functions(room: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree(room)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def height(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def room_order() -> list[str]:
    """The rooms in the order of the house, as the architecture page lists them."""
    page = (ROOT / "docs/handbook/architecture.md").read_text(encoding="utf-8")
    return [
        name.replace("/", ".").removesuffix(".__init__")
        for name in re.findall(r"^\| `([\w/]+)\.py` \|", page, re.MULTILINE)
    ]


#: A folder says in its __init__ what its rooms have in common; one that holds more than that is a room itself.
ROOMS = [
    room
    for room, path in rooms().items()
    if path.stem != "__init__" or (len(tree(room).body) > 1 and room != "__init__")
]
every_room = pytest.mark.parametrize("room", ROOMS)


def test_the_architecture_page_lists_every_room_once() -> None:
    listed = room_order()
    assert sorted(listed) == sorted(ROOMS)


@every_room
def test_imports_go_one_way(room: str) -> None:
    """A room imports only rooms that stand above it on the architecture page."""
    order = room_order()
    above = set(order[: order.index(room)]) if room in order else set()
    assert {name for name, _ in neighbours(room)} <= above


@cache
def stage_calls() -> set[tuple[str, str]]:
    """The functions of the stages that the pipeline calls."""
    taken = set(neighbours("pipeline"))
    whole = {room.rsplit(".")[-1]: room for room, name in taken if not name}
    asked = {
        (whole[node.value.id], node.attr)
        for node in ast.walk(tree("pipeline"))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in whole
    }
    return {(room, name) for room, name in taken | asked if room in STAGES and name[:1].islower()}


def test_the_pipeline_calls_every_stage() -> None:
    assert {room for room, _ in stage_calls()} == STAGES


@every_room
def test_only_the_pipeline_calls_a_stage(room: str) -> None:
    """A stage may name the types of the stages before it; it never calls them."""
    if room == "pipeline" or outermost(room) in DOORS:
        return
    stages = {stage for stage, _ in stage_calls()}
    whole = {(stage, name) for stage, name in neighbours(room) if stage in stages and not name}
    assert not stage_calls() & set(neighbours(room))
    assert not {(stage, call) for stage, _ in whole for call in _attributes(room, stage)} & stage_calls()


def _attributes(room: str, stage: str) -> set[str]:
    named = stage.rsplit(".")[-1]
    nodes = (node for node in ast.walk(tree(room)) if isinstance(node, ast.Attribute))
    return {node.attr for node in nodes if isinstance(node.value, ast.Name) and node.value.id == named}


@every_room
def test_only_the_doors_open_the_pipeline(room: str) -> None:
    if outermost(room) not in DOORS:
        taken = {name for module, name in neighbours(room) if module == "pipeline"}
        assert not {name for name in taken if name[:1].islower() or not name}


@every_room
@pytest.mark.parametrize("library", KEPT)
def test_a_library_is_kept_in_its_room(room: str, library: str) -> None:
    if room not in KEPT[library]:
        assert library not in {module.split(".")[0] for module, _ in imports(room)}


@every_room
def test_no_clock_environment_process_or_network_behind_the_doors(room: str) -> None:
    if outermost(room) in DOORS:
        return
    assert not OUTSIDE & {module.split(".")[0] for module, _ in imports(room) if module not in HARMLESS}
    taken = {name for _, name in imports(room)}
    asked = {node.attr for node in ast.walk(tree(room)) if isinstance(node, ast.Attribute)}
    assert not CLOCKS & (taken | asked)


@every_room
def test_a_room_fits_a_few_screens(room: str) -> None:
    lines = len(rooms()[room].read_text(encoding="utf-8").splitlines())
    assert lines <= 300, "look for the second room in it"
    tall = {node.name: height(node) for node in functions(room) if height(node) > 50}
    assert not tall


def test_most_functions_are_a_few_lines() -> None:
    heights = sorted(height(node) for room in ROOMS for node in functions(room))
    assert median(heights) <= 12
    assert heights[len(heights) * 9 // 10] <= 40


@every_room
def test_a_room_says_what_it_is_for(room: str) -> None:
    """The first line of a module and of each public function and class promises something."""
    assert ast.get_docstring(tree(room))
    public = [
        node
        for node in tree(room).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    silent = [node.name for node in public if not ast.get_docstring(node)]
    assert not silent


@every_room
def test_names_are_words_of_the_field(room: str) -> None:
    names = {node.name for node in ast.walk(tree(room)) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    names |= set(room.split("."))
    names = {name for name in names if not name.startswith(("on_", "handle_"))}  # what MkDocs and html.parser call
    words = {word for name in names for word in re.split(r"_|(?<=[a-z])(?=[A-Z])", name)}
    assert not UNWANTED & {word.lower() for word in words}


def test_every_library_that_is_imported_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[^a-z0-9-]", line.lower())[0] for line in project["dependencies"]}
    package = {"yaml": "pyyaml", "material": "mkdocs-material", "pydantic_core": "pydantic", "PIL": "pillow"}
    used = {module.split(".")[0] for room in rooms() for module, _ in imports(room)}
    used -= {"generator", *sys.stdlib_module_names}
    assert {package.get(name, name) for name in used} <= asked


def test_the_lock_pins_every_dependency_with_its_sums() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["build"]]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    tools = (ROOT / "tests/requirements.lock").read_text(encoding="utf-8")
    _check_lock(lock, wanted)
    _check_lock(tools, project["dependency-groups"]["test"])
    bench = (ROOT / "tests/bench/requirements.lock").read_text(encoding="utf-8")
    _check_lock(bench, project["dependency-groups"]["bench"])


def _check_lock(lock: str, wanted: list[str]) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"^\s*#.*\n", "", lock, flags=re.MULTILINE))
    pinned = {block.split("==")[0]: block for block in blocks}
    assert all("--hash=sha256:" in block for block in blocks)
    assert {re.split(r"[^A-Za-z0-9-]", line)[0].lower() for line in wanted} <= set(pinned)


@cache
def committed() -> list[Path]:
    """The files of the project: what git knows, or what lies here where there is no git."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
        paths = [ROOT / name for name in listed.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        folders = ("generator", "docs", "tests", "briefs", ".github", ".ci", ".vscode")
        paths = [path for folder in folders for path in (ROOT / folder).rglob("*")] + list(ROOT.glob("*.*"))
    return [path for path in paths if path.is_file()]


def test_no_file_names_a_package_host_or_a_path_of_one_machine() -> None:
    hosts = [r"pypi\.org", r"pythonhosted\.org", r"npmjs\.org", r"index-url"]
    places = [r"/(?:work|root|opt|home)/[a-z]", r"/Users/[a-z]", r"file:///[a-z]"]
    told = re.compile("|".join(hosts + places))
    allowed = {"test_laws.py", "Makefile"}  # both name the option that keeps the host out
    found = {}
    for path in committed():
        if path.name in allowed or path.suffix in (".png", ".woff2", ".ico", ".gz"):
            continue
        if lines := told.findall(path.read_text(encoding="utf-8", errors="replace")):
            found[str(path.relative_to(ROOT))] = lines[:3]
    assert not found


def test_the_top_level_holds_what_belongs_there() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in committed()}
    assert top <= {
        ".ci", ".github", ".gitignore", ".gitattributes", ".vscode", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
        "Makefile", "README.md", "briefs", "docs", "generator", "mkdocs.yml", "pyproject.toml", "requirements.lock",
        "seeds", "tests",
    }  # fmt: skip


def test_no_pattern_is_possessive() -> None:
    """Python before 3.11.5 reads `*+`, `++` and `(?>` wrongly: words are cut in two, or the search never ends."""
    possessive = re.compile(r"[*+?}]\+|\(\?>")
    for room, path in rooms().items():
        texts = (node.value for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Constant))
        plain = [re.sub(r"\\.|\[[^\]]*\]", "x", text) for text in texts if isinstance(text, str)]
        found = [text for text in plain if possessive.search(text)]
        assert not found, f"{room}: {found}"
