"""A draft brief from a source text: what can be read off the text is written, what a person decides is TODO."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.articles.article import Article, Named, Passage
from generator.articles.foresight import find_steps
from generator.articles.paragraphs import is_byline
from generator.names import slug
from generator.scalars import block, cleaned, scalar
from generator.spans import Span
from generator.wordlists import words_of

_CLOSED = re.compile(r"[.!?…。！？]\Z")
_LINE_HYPHEN = re.compile(r"[-\u2010](?<=[^\W\d_].)[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*(?=[^\W\d_])")
_CUT_NAME = 60


@dataclass(frozen=True, slots=True)
class Draft:
    """The YAML text of a draft brief, its likely id, and the next steps that the text seems to announce, as YAML."""

    id: str
    text: str
    steps: str


def draft_brief(article: Article, file: str, sha256: str, today: date, canonical: Mapping[str, str]) -> Draft:
    """Draft a brief; `canonical` leads from the names of this text to the names of the vocabulary."""
    headline = find_headline(article)
    lines = [
        *_opening(headline),
        f"published: {today.isoformat()}",
        "summary: 'TODO: one bottom-line sentence, 30 words or fewer, that adds to the title'",
        "# why_it_matters, storyline, topics, places",
        "",
        *_source(article, file, sha256, headline),
        "",
        *_people(article, canonical),
        *_key_points(),
        *_quotes(article, canonical),
        *_left_out(article),
        "draft: true",
    ]
    return Draft(f"{today.year}/{_id_of(headline, file)}", "\n".join(lines) + "\n", _steps(article))


def find_headline(article: Article) -> str:
    """The shortest line without closing punctuation before the first paragraph; nothing where there is none."""
    fronts = [article.text[one.span.start : one.span.end] for one in article.paragraphs if one.kind == "front"]
    lines = [cleaned(line) for line in fronts]
    fitting = [line for line in lines if line and not _CLOSED.search(line) and not is_byline(line)]
    return min(fitting, key=len, default="")


def _id_of(headline: str, file: str) -> str:
    """A slug of the headline, cut between words; of the file's name where the headline has no Latin letters."""
    for name in (headline, file.rpartition("/")[2].rpartition(".")[0] or file, "draft"):
        words = re.findall(r"[a-z0-9]+", slug(name)) if name else []
        short = ""
        for word in words:
            if short and len(short) + len(word) >= _CUT_NAME:
                break
            short = f"{short}-{word}" if short else word
        if len(short) > 3:
            return short
    return "draft"


def _opening(headline: str) -> Iterator[str]:
    yield f"# Drafted from the source{': ' + headline if headline else ''}. Every TODO is for a person to decide."
    yield "title: 'TODO: state the news'"
    yield "date: 'TODO: the day when it happened, as 2026-01-31'"


def _source(article: Article, file: str, sha256: str, headline: str) -> Iterator[str]:
    yield "source:"
    yield f"  file: {scalar(file)}"
    yield f"  sha256: {sha256}"
    if headline:
        yield f"  headline: {scalar(headline)}"
    if article.lang != "en":
        yield f"  lang: {scalar(article.lang)}"
    if article.kind != "article":
        yield f"  kind: {article.kind}"
    yield "  # publisher, agency, byline, url, published, received, licence"


# --- people ------------------------------------------------------------------------------------------


def _people(article: Article, canonical: Mapping[str, str]) -> Iterator[str]:
    present: list[str] = []
    mentioned: list[str] = []
    seen: set[str] = set()
    for one in people_of(article):
        name = canonical.get(one.name, one.name)
        if name not in seen:
            seen.add(name)
            took_part = _took_part(article, one)
            (present if took_part else mentioned).extend(_person(name, one.role, took_part))
    if present:
        yield from ["participants:", *present, ""]
    if mentioned:
        yield from ["mentioned:", *mentioned, ""]


def _person(name: str, role: str, took_part: bool) -> Iterator[str]:
    yield f"  - name: {scalar(cleaned(name))}"
    if role:
        yield f"    role: {scalar(cleaned(role))}"
    if took_part:
        yield "    side: 'TODO: on whose behalf'"


def people_of(article: Article) -> Sequence[Named]:
    """The people whom the text names, by first place: those with an office, and those who speak."""
    according = words_of(article.lang).according
    speakers = {one.speaker for one in article.attributions if one.verb.lower() not in according}
    speakers |= {one.speaker for one in article.turns}
    found = [
        one
        for one in article.cast
        if one.gender != "n" and (one.role or one.gender or (one.name in speakers and _is_full(one, article.lang)))
    ]
    return [one for one in found if not any(_is_part(one, other) for other in article.cast if other is not one)]


def _is_full(one: Named, lang: str) -> bool:
    return len(one.words) > 1 or lang in ("zh", "ar")


def _is_part(one: Named, other: Named) -> bool:
    """Whether a name is another with fewer words: Witkoff, Steve Witkoff."""
    if len(one.words) == len(other.words) == 1:
        return one.name != other.name and one.name in other.name and len(one.name) < len(other.name)
    return len(one.words) < len(other.words) and set(one.words) <= set(other.words)


def _took_part(article: Article, one: Named) -> bool:
    """Whether somebody speaks here, or acts: stands first in a sentence, or behind with, among those who were there."""
    speakers = [passage.speaker for passage in article.passages] + [clause.speaker for clause in article.attributions]
    if one.name in speakers or any(turn.speaker == one.name for turn in article.turns):
        return True
    sentence = _sentence_at(article, one.first)
    before = article.text[sentence.start : one.first].split()
    after = article.text[one.first : sentence.end].lower()
    company = bool(before) and ("with" in [word.lower() for word in before[-6:]] or before[0] in ("Along", "Together"))
    there = re.search(
        r"\b(?:was|were) (?:also )?(?:present|there|in attendance)\b|\battended\b|\bmet\b|\bjoined\b", after
    )
    return len(before) <= len(one.role.split()) + 1 or company or there is not None


def _sentence_at(article: Article, place: int) -> Span:
    index = bisect_right(article.sentences, place, key=lambda span: span.start) - 1
    return article.sentences[max(0, index)] if article.sentences else Span(0, len(article.text))


# --- quotes ------------------------------------------------------------------------------------------


def _key_points() -> Iterator[str]:
    yield "key_points:"
    yield "  - text: 'TODO: a point in plain words'"
    yield "    # evidence: the words of the source that carry it"
    yield ""


def _quotes(article: Article, canonical: Mapping[str, str]) -> Iterator[str]:
    if article.kind != "article":
        who = ", ".join(dict.fromkeys(turn.speaker for turn in article.turns if turn.speaker))
        yield from ("quotes:", "  - speaker: " + scalar(f"TODO: who speaks{': ' + cleaned(who) if who else ''}"))
        yield from (f"    text: 'TODO: words of the {article.kind}'", "")
        return
    groups = list(_utterances(article))
    if not groups:
        return
    yield "quotes:"
    for group in groups:
        speaker = next((one.speaker for one in group if one.speaker), None)
        name = canonical.get(speaker, speaker) if speaker else None
        yield "  - speaker: " + (scalar(cleaned(name)) if name else "'TODO: who says this'")
        head, *body = block(words_of_quote(article, group), 6)
        yield f"    text: {head}"
        yield from body
    yield ""


def _utterances(article: Article) -> Iterator[list[Passage]]:
    """The passages that are not scare, those that the text only interrupts together."""
    group: list[Passage] = []
    for index, passage in enumerate(article.passages):
        if group and passage.continues == index - 1 and not passage.scare and not _is_far(article, group[-1], passage):
            group.append(passage)
            continue
        if group:
            yield group
        group = [] if passage.scare else [passage]
    if group:
        yield group


def _is_far(article: Article, one: Passage, other: Passage) -> bool:
    """Whether both a paragraph end and an attribution stand between: then an editor joins them, not the draft."""
    between = article.text[max(one.closing.end, one.span.end) : min(other.opening.start, other.span.start)]
    return "\n" in between and any(letter.isalnum() for letter in between)


def words_of_quote(article: Article, group: Sequence[Passage]) -> list[str]:
    """The words of an utterance, one text for each paragraph; at the cuts a comma becomes a full stop where a
    sentence ended.
    """
    paragraphs: list[str] = []
    runs = [(place > 0, part) for passage in group for place, part in enumerate(passage.parts)]
    for again, part in runs:
        words = cleaned(_LINE_HYPHEN.sub("", article.text[part.start : part.end]))
        if not words:
            continue
        if not paragraphs or again:
            paragraphs.append(words)
        else:
            paragraphs[-1] = f"{_seam(paragraphs[-1], words)} {words}"
    if paragraphs:
        paragraphs[-1] = _ended(paragraphs[-1])
    return paragraphs


def _seam(before: str, after: str) -> str:
    first = next((letter for letter in after if letter.isalpha()), "")
    if before.endswith((",", "，")) and first.isupper():
        return before[:-1] + "."
    return before if before[-1:] in ".,;:!?…—–-，。！？；：" or not first.isupper() else before + "."


def _ended(words: str) -> str:
    """Without the comma that only leads to the reporter's clause; a whole sentence gets its full stop."""
    if not words.endswith((",", "，", "،")):
        return words
    bare = words[:-1].rstrip()
    return f"{bare}." if words.endswith(",") and bare[:1].isupper() and bare.count(" ") > 2 else bare


def _left_out(article: Article) -> Iterator[str]:
    scare = [cleaned(article.text[one.span.start : one.span.end]) for one in article.passages if one.scare]
    if article.kind != "article":
        return
    texts = [text for text in dict.fromkeys(_ended(text) for text in scare) if text]
    if texts:
        yield "left_out:  # words in marks, headlines and titles"
        yield from (f"  - {scalar(text)}" for text in texts)
        yield ""


def _steps(article: Article) -> str:
    """The sentences that look like next steps, ready to paste."""
    lines: list[str] = []
    for span in find_steps(article):
        head, *body = block([cleaned(article.text[span.start : span.end])], 6)
        lines += [
            "  - what: 'TODO: what is to happen'",
            "    where: 'TODO: where'",
            "    when: unknown",
            f"    evidence: {head}",
            *body,
        ]
    return "\n".join(["next_steps:", *lines]) + "\n" if lines else ""
