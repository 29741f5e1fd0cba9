"""What MkDocs builds from: the pages of this run, and all others as places to lead to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel


class PageTree(Files):
    """Files for MkDocs: those that are to be built, and every other page of the site where something leads to it."""

    def __init__(self, files: Iterable[File], config: MkDocsConfig, uris: Iterable[str], folder: Path) -> None:
        super().__init__(files)
        self._config, self._folder = config, folder
        self._known: dict[str, File | None] = dict.fromkeys(uris)
        for file in self:
            if file.src_uri in self._known:
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
