"""Templates once compiled, on the disk: to compile those of a page takes as long as to write a hundred of it."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket, FileSystemBytecodeCache


def keep_in(folder: Path) -> BytecodeCache:
    """What keeps compiled templates in a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    return _Kept(str(folder))


class _Kept(FileSystemBytecodeCache):
    """Compiled templates on the disk; one that is damaged is as good as none."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept, where it can be read."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # a damaged pickle may raise anything
            bucket.reset()
