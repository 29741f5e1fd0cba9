"""What MkDocs builds from: the pages of this run, and all others as places to lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.output import list_files
from generator.pages.addresses import uris_at, url_of


class PageTree(Files):
    """Files for MkDocs: those that are to be built, and every other page of the site where something leads to it.

    Where another run builds the files it begins with, those are there to be led to as well, and not built here.
    """

    def __init__(
        self, files: Iterable[File], config: MkDocsConfig, uris: Iterable[str], folder: Path, built: bool = True
    ) -> None:
        super().__init__(files)
        self._config, self._folder = config, folder
        self._elsewhere = frozenset[str]() if built else frozenset(self.src_uris)
        self._known: dict[str, File | None] = dict.fromkeys(uris)
        for file in self:
            if any(uri in self._known for uri in (file.src_uri, *uris_at(file.dest_uri))):
                raise PluginError(f"docs/{file.src_uri} stands where the generator puts a page; give it another name")

    def make(self, uri: str) -> File:
        """The file of a generated page, which may be built or only led to."""
        path = str(self._folder / uri)
        return File.generated(self._config, uri, abs_src_path=path, inclusion=InclusionLevel.NOT_IN_NAV)

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path of the page tree, where there is one."""
        found = super().get_file_from_path(path)
        if found is None and path in self._known:
            found = self._known[path] = self._known[path] or self.make(path)
        return found

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """The pages that this run builds."""
        pages = super().documentation_pages(inclusion=inclusion)
        return [file for file in pages if file.src_uri not in self._elsewhere] if self._elsewhere else pages

    def copy_static_files(
        self, dirty: bool = False, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> None:
        """Copy what is no page, in the run that builds it."""
        if not self._elsewhere:
            super().copy_static_files(dirty, inclusion=inclusion)


def places_by_hand(files: Iterable[File], config: MkDocsConfig) -> frozenset[str]:
    """The places in the site of what lies in docs/: no file that is generated takes them."""
    own = (file for file in files if file.src_dir == config.docs_dir)
    return frozenset(file.dest_uri for file in own if file.inclusion.value > InclusionLevel.DRAFT.value)


def written_urls(config: MkDocsConfig) -> tuple[str, ...]:
    """The urls of the pages in docs/ that are for readers."""
    docs = Path(config.docs_dir)
    names = (name for name in list_files(docs) if name.endswith(".md") and not name.startswith("handbook/"))
    return tuple(sorted(url_of(name) for name in names))
