"""The settings of a site: the options of the `briefing` plugin, and what of mkdocs.yml the pages need."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of the `briefing` plugin, and what of mkdocs.yml the pages need."""

    publish_texts_under: tuple[str, ...] = ()
    require_source: bool = False
    page_size: int = 50
    language: str = "en"
    contact: str = ""
    quality_page: bool = False
    site_name: str = "The Briefing Desk"
    site_url: str = ""
    site_written: tuple[str, ...] = field(default=(), repr=False)  # urls of pages by hand; on no page, in no key
