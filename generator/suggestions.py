"""What was probably meant: the nearest known word, and the words that other tools use."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pydantic import BaseModel
from pydantic.fields import FieldInfo

#: Words of other tools and everyday words -> our fields; the first that the thing at hand has is meant.
_OTHER_WORDS = {
    "abstract": "summary",
    "action": "what",
    "actors": "participants",
    "affiliation": "organisation",
    "aka": "aliases",
    "article": "source file",
    "attendees": "participants",
    "attribution": "speaker",
    "author": "byline checked_by speaker",
    "backup": "evidence",
    "because": "reason",
    "body": "text",
    "bottom_line": "summary",
    "bullets": "key_points",
    "by": "speaker who",
    "categories": "topics",
    "category": "topics kind",
    "checksum": "sha256",
    "citations": "quotes evidence",
    "confidence": "certainty",
    "content": "text",
    "corrections": "changes",
    "country": "side",
    "day": "date when",
    "deadline": "when",
    "dek": "summary",
    "description": "summary note what text",
    "due": "when",
    "event": "what occasion",
    "facts": "key_points",
    "filename": "file",
    "follow_up": "next_steps",
    "function": "role",
    "hash": "sha256",
    "header": "title",
    "heading": "title label",
    "headline": "title headline",
    "highlights": "key_points",
    "history": "changes",
    "importance": "why_it_matters",
    "job": "role",
    "keywords": "topics",
    "language": "lang",
    "lead": "summary",
    "lede": "summary",
    "license": "licence",
    "likelihood": "certainty",
    "link": "url",
    "location": "where places",
    "locations": "places",
    "message": "note text",
    "name": "name title speaker label",
    "next": "next_steps",
    "open_questions": "not_known",
    "org": "organisation",
    "outlet": "publisher",
    "party": "side",
    "path": "file",
    "people": "participants",
    "person": "name speaker participants",
    "persons": "participants",
    "place": "where places",
    "points": "key_points",
    "position": "role",
    "proof": "evidence",
    "quotation": "text quotes",
    "quotations": "quotes",
    "quote": "text quotes evidence",
    "redirects": "was",
    "reference": "source",
    "retracted": "withdrawn",
    "reviewed_by": "checked_by",
    "said": "text",
    "significance": "why_it_matters",
    "source": "source evidence speaker file",
    "sources": "source",
    "standfirst": "summary",
    "state": "status",
    "statement": "text what",
    "statements": "quotes",
    "story": "storyline",
    "subject": "title topics",
    "subjects": "topics",
    "subtitle": "summary",
    "tag": "topics",
    "tags": "topics",
    "takeaways": "key_points",
    "text": "text what summary note",
    "thread": "storyline",
    "time": "when date",
    "title": "title headline role label what",
    "tldr": "summary",
    "translation": "text translated_by",
    "translator": "translated_by",
    "type": "kind",
    "unknown": "not_known",
    "updates": "changes",
    "venue": "where occasion",
    "what": "text what",
    "when": "when date",
    "where": "where occasion places",
    "who": "who speaker name participants",
    "why": "why_it_matters reason note",
    "words": "text",
    "writer": "byline",
}


def find_meant(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant: another spelling of it, or the word of another tool."""
    choices = list(known)
    plain = word.strip().casefold().replace(" ", "_").replace("-", "_")
    if plain in choices:
        return plain
    for choice in _OTHER_WORDS.get(plain, "").split():
        if choice in choices:
            return choice
    near = get_close_matches(plain, choices, n=1, cutoff=0.7)
    return near[0] if near else None


def keyed_fields(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """The fields of a model by their keys as they are typed, in its order; `accept` last."""
    fields = [(field.alias or name, field) for name, field in model.model_fields.items()]
    return sorted(fields, key=lambda each: each[0] == "accept")


def fields_of(model: type[BaseModel]) -> list[str]:
    """The keys of a model as they are typed, in its order."""
    return [key for key, _ in keyed_fields(model)]


def list_words(words: Iterable[str], last: str = "or") -> str:
    """Words in a row: `a, b or c`."""
    *first, final = words
    return f"{', '.join(first)} {last} {final}" if first else final
