"""A draft brief from a source text: what can be read off the text is written, what a person decides is TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.agreement import is_unnamed
from generator.articles.article import Article, Passage
from generator.articles.days import next_day
from generator.articles.foresight import find_steps
from generator.articles.words import is_unspaced
from generator.drafts.masthead import Masthead, read_masthead, without_dateline
from generator.drafts.present import Someone, find_people, is_description, took_part, who_speaks
from generator.names import slug
from generator.scalars import block, cleaned, scalar

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")  # no brief may hold these, so no quotation with them matches
_LINE_HYPHEN = re.compile(r"[-\u2010](?<=[^\W\d_].)[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*(?=[^\W\d_])")
_CUT_NAME = 50  # characters of an id
_LEADS_ON = re.compile(
    "(?:-(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|over|than|that|the|to|with|after|before|und|der|die|das|den|im|"
    "mit|von|zu|et|de|des|du|la|le|les|un|une|en|y|el|los|las|del|con|por))+$"
)  # small words at the end of a slug that was cut
_CYRILLIC = "абвгґдеёжзиіїйклмнопрстуфхцчшщъыьэєюя"
_LATIN = "a|b|v|g|g|d|e|e|zh|z|i|i|i|i|k|l|m|n|o|p|r|s|t|u|f|kh|ts|ch|sh|shch||y||e|ye|yu|ya"
_IN_LATIN = str.maketrans(dict(zip(_CYRILLIC, _LATIN.split("|"), strict=True)))


Quoted = tuple[list[Passage], str | None]  # the passages of an utterance, and who says it


@dataclass(frozen=True, slots=True)
class Draft:
    """The YAML text of a draft brief, its likely id, and the next steps that the text seems to announce, as YAML."""

    id: str
    text: str
    steps: str

    @property
    def ids(self) -> Iterator[str]:
        """Ids to try, the likely one first; where nothing tells what it could be, the next free number is as good."""
        yield self.id
        if self.id.endswith("/draft"):
            yield from (f"{self.id}-{number}" for number in range(2, 1000))


def draft_brief(article: Article, file: str, sha256: str, today: date, canonical: Mapping[str, str]) -> Draft:
    """Draft a brief; `canonical` leads from the names of this text to the names of the vocabulary."""
    masthead = read_masthead(article)
    people = find_people(article, masthead.writers | {masthead.agency.casefold()})
    quoted = list(_quoted(article, people))
    lines = [
        *_opening(masthead),
        f"published: {today.isoformat()}",
        "summary: 'TODO: one bottom-line sentence, 30 words or fewer, that adds to the title'",
        "# why_it_matters, storyline, topics, places",
        "",
        *_source(article, file, sha256, masthead),
        "",
        *_people(article, canonical, people, [speaker for _, speaker in quoted if speaker]),
        *_key_points(),
        *_quotes(article, canonical, quoted, people),
        *_left_out(article),
        "draft: true",
    ]
    return Draft(
        f"{today.year}/{_id_of(masthead.headline, file)}", "\n".join(lines) + "\n", _steps(article, masthead, today)
    )


def _id_of(headline: str, file: str) -> str:
    """A slug of the headline, cut between words; else of the file's name; Cyrillic letters in Latin ones."""
    stem = file.rpartition("/")[2].rpartition(".")[0] or file
    for name in (headline, headline.casefold().translate(_IN_LATIN), stem, stem.casefold().translate(_IN_LATIN)):
        words = re.findall(r"[a-z0-9]+", slug(name)) if name else []
        short = ""
        for word in words:
            if short and len(short) + len(word) >= _CUT_NAME:
                break
            short = f"{short}-{word}" if short else word
        if len(short) > 3:
            return _LEADS_ON.sub("", short[:_CUT_NAME]) if len(short) < len("-".join(words)) else short[:_CUT_NAME]
    return "draft"


def _opening(masthead: Masthead) -> Iterator[str]:
    headline = f": {masthead.headline}" if masthead.headline else ""
    yield f"# Drafted from the source{headline}. Every TODO is for a person to decide."
    yield "title: 'TODO: state the news'"
    told = f"; the article is of {masthead.published}" if masthead.published else ""
    yield f"date: 'TODO: the day when it happened, as 2026-01-31{told}'"


def _source(article: Article, file: str, sha256: str, masthead: Masthead) -> Iterator[str]:
    yield "source:"
    yield f"  file: {scalar(file)}"
    yield f"  sha256: {sha256}"
    found = [(name, getattr(masthead, name)) for name in ("headline", "agency", "byline", "url", "published")]
    yield from (f"  {name}: {value if name == 'published' else scalar(value)}" for name, value in found if value)
    if article.lang != "en":
        yield f"  lang: {scalar(article.lang)}"
    if article.kind != "article":
        yield f"  kind: {article.kind}"
    left = [name for name, value in found[1:] if not value]
    yield f"  # {', '.join(['publisher', *left, 'received', 'licence'])}"


# --- people ------------------------------------------------------------------------------------------


def _people(
    article: Article, canonical: Mapping[str, str], people: Sequence[Someone], speakers: Sequence[str]
) -> Iterator[str]:
    present: list[str] = []
    mentioned: list[str] = []
    seen: set[str] = set()
    for one in people:
        name = canonical.get(one.named.name, one.name)
        if name not in seen:
            seen.add(name)
            (present if took_part(article, one) else mentioned).extend(_person(name, one.role))
    for name in dict.fromkeys(canonical.get(name, name) for name in speakers):
        if name not in seen and name[:1].isupper() and not (is_unnamed(name) or is_description(name, article.lang)):
            mentioned.extend(_person(name, ""))
    if present:
        yield "participants:  # who took part; who only commented belongs under mentioned. side: … on whose behalf"
        yield from [*present, ""]
    if mentioned:
        yield from ["mentioned:", *mentioned, ""]


def _person(name: str, role: str) -> Iterator[str]:
    yield f"  - name: {scalar(cleaned(name))}"
    if role:
        yield f"    role: {scalar(cleaned(role))}"


# --- quotes ------------------------------------------------------------------------------------------


def _key_points() -> Iterator[str]:
    yield "key_points:"
    yield "  - text: 'TODO: a point in plain words'"
    yield "    # evidence: the words of the source that carry it"
    yield ""


def _quotes(
    article: Article, canonical: Mapping[str, str], quoted: Sequence[Quoted], people: Sequence[Someone]
) -> Iterator[str]:
    if article.kind != "article":
        who = ", ".join(dict.fromkeys(_behind_labels(article, canonical, people)))
        yield from ("quotes:", "  - speaker: " + scalar(f"TODO: who speaks{': ' + cleaned(who) if who else ''}"))
        yield from (f"    text: 'TODO: words of the {article.kind}'", "")
        return
    if not quoted:
        return
    yield "quotes:"
    for group, speaker in quoted:
        name = canonical.get(speaker, speaker) if speaker else None
        yield "  - speaker: " + (scalar(cleaned(name)) if name else "'TODO: who says this'")
        if _TURNING.search(article.text, group[0].span.start, group[-1].span.end):
            yield "    text: 'TODO: words without the invisible signs that turn letters round in the source'"
            continue
        head, *body = block(words_of_quote(article, group), 6)
        yield f"    text: {head}"
        yield from body
    yield ""


def _behind_labels(article: Article, canonical: Mapping[str, str], people: Sequence[Someone]) -> Iterator[str]:
    """Who speaks in each turn, by the name that the draft gives them."""
    for turn in article.turns:
        if turn.speaker:
            words = set(turn.speaker.lower().split())
            named = next((one for one in people if set(one.named.words) <= words), None)
            yield canonical.get(named.named.name, named.name) if named else turn.speaker


def _quoted(article: Article, people: Sequence[Someone]) -> Iterator[Quoted]:
    """Each quotation of the draft with its likely speaker."""
    for group in _utterances(article) if article.kind == "article" else ():
        told = next((one.speaker for one in group if one.speaker), None)
        yield group, who_speaks(article, group[0], people, told)


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
            gap = "" if is_unspaced(words) else " "
            paragraphs[-1] = f"{_seam(paragraphs[-1], words)}{gap}{words}"
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


def _steps(article: Article, masthead: Masthead, today: date) -> str:
    """The sentences that look like next steps, ready to paste, each with the day that it names."""
    lines: list[str] = []
    written = date.fromisoformat(masthead.published) if masthead.published else today
    for span in find_steps(article, written):
        if article.text[span.start : span.end].rstrip('”"» ').endswith(("?", "？")):
            continue
        words = without_dateline(cleaned(article.text[span.start : span.end]))
        head, *body = block([words], 6)
        lines += [
            "  - what: 'TODO: what is to happen'",
            "    where: 'TODO: where'",
            f"    when: {_when(words, article.lang, written)}",
            f"    evidence: {head}",
            *body,
        ]
    return "\n".join(["next_steps:", *lines]) + "\n" if lines else ""


def _when(sentence: str, lang: str, written: date) -> str:
    """The one day to come that a sentence names, with its words."""
    day = next_day(sentence, lang, written)
    return f"{day.edtf}  # {' '.join(day.words.split())}" if day else "unknown"
