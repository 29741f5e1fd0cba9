"""Where readers report an error: the `contact` of the desk, with the address of what is wrong filled in."""

from __future__ import annotations

from urllib.parse import quote

from generator.desk.library import Record
from generator.pages.addresses import brief_uri, url_of
from generator.pages.edition import Edition
from generator.views.parts import Link


def report_link(edition: Edition, record: Record, anchor: str = "") -> Link | None:
    """By mail with the permalink in it, or a page of the desk that is told the permalink; None without a contact.

    A web address says with `{url}` where it wants the permalink; else it gets it as the parameter `url`.
    """
    contact, _ = edition.settings.contact.strip(), edition.language.gettext
    if not contact:
        return None
    permalink = edition.settings.site_url + url_of(brief_uri(record.id)) + (f"#{anchor}" if anchor else "")
    words = _("Report an error")
    if contact.lower().startswith(("https://", "http://")):
        return Link(words, _filled(contact, quote(permalink, safe="")))
    subject = quote(_("Error in: {title}").format(title=record.brief.title), safe="")
    address = contact.removeprefix("mailto:")
    return Link(words, f"mailto:{address}?subject={subject}&body={quote(permalink, safe='')}")


def _filled(contact: str, permalink: str) -> str:
    if "{url}" in contact:
        return contact.replace("{url}", permalink)
    address, mark, anchor = contact.partition("#")
    return f"{address}{'&' if '?' in address else '?'}url={permalink}{mark}{anchor}"
