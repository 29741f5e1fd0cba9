"""Attribution clauses: a reporting verb outside the marks, and its subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.articles.according import Clause, according
from generator.articles.arabic_subjects import arabic_subject
from generator.articles.callings import is_role
from generator.articles.cases import given_of
from generator.articles.chinese import find_chinese_clauses
from generator.articles.endings import past_participle
from generator.articles.gapping import clause_without_verb
from generator.articles.naming import Phrase
from generator.articles.phrases import phrase_after, starts_phrase
from generator.articles.reporter import Sentence, Token, token_of
from generator.articles.slavic import SLAVIC, is_in_case, speaking_body
from generator.articles.subjects import named_later, phrase_before
from generator.articles.verbs import (
    GUESSED,
    UNTOLD,
    gender_told,
    is_any_verb,
    is_beside_quote,
    is_noun,
    is_passive,
    known_verbs,
    leads_to_quote,
    may_report,
    needs_quote,
    phrasal_verb,
    reporting_verb,
    written_in,
)
from generator.wordlists import WordLists

_LINKS = frozenset(["and", "but", "or", "then", "und", "y", "et", "и", "та", "й", "і", "و"])
_SAYING = frozenset(["قائل", "واصف", "لافت", "داعي", "كاشف", "داعا"])  # قائلا, واصفة
_HAVING = frozenset(["hat", "haben", "hatte", "hatten", "habe", "hätte", "hätten"])
_NO_SUBJECT = frozenset(["den", "dem", "einen", "einem", "ihn", "ihm", "keinen"])  # in German
_OUT_OF = frozenset(["aus", "in", "im", "bei", "beim", "vom", "seitens"])
_AS = frozenset(["según", "como", "tal", "conforme"])
_GERUNDS = {"fr": ("ant",), "es": ("ando", "endo")}


def find_clauses(sentence: Sentence, lists: WordLists) -> Iterator[Clause]:
    """The attribution clauses of a sentence in order."""
    tokens = sentence.tokens
    if lists.lang == "zh":
        for token, verb, subject in find_chinese_clauses(sentence, lists):
            yield Clause(token.start, token.end, verb, tokens.index(token), subject)
        return
    known, guessed = known_verbs(lists.lang), lists.lang in GUESSED
    if not guessed and known.isdisjoint(sentence.words):
        return
    low = past_participle(tokens, lists)
    verb = ""
    for place, (_, _, text, lower, is_word, _, is_quote) in enumerate(tokens):
        if is_quote or text == ";":
            low = place + 1
        elif (
            is_word
            and (lower in known or (guessed and may_report(tokens, place, lists)))
            and (clause := _clause(tokens, low, place, lists))
        ):
            verb = clause.verb
            yield clause
        elif low and verb and (gapped := clause_without_verb(tokens, place, verb, lists)):
            yield gapped


def _clause(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> Clause | None:
    if ascribed := according(tokens, place, lists):
        return ascribed
    if _is_it_said(tokens, place, lists):
        where = _where_it_says(tokens, low, place)
        return Clause(tokens[place].start, tokens[place].end, tokens[place].text, place, where)
    verb = reporting_verb(tokens[place].lower, lists) or phrasal_verb(tokens, place, lists)
    if verb is None and is_any_verb(tokens, place, lists):
        verb = tokens[place].lower
    if verb and (written := written_in(tokens, place, lists)):
        return Clause(written.start, tokens[place].end, tokens[place].text, place, written)
    if (
        verb is None
        or (needs_quote(verb, lists) and not is_beside_quote(tokens, place))
        or is_noun(tokens, low, place, lists)
    ):
        return None
    token = tokens[place]
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if lists.lang == "de" and token.lower in ("gibt", "gab", "gebe", "gäbe") and behind == "es":
        return None  # there is
    if token.lower == "asked" and any(near.lower in ("not", "to") for near in tokens[place + 1 : place + 2]):
        return None  # asked not to be named
    if pronoun := _clitic(tokens, low, place, lists):
        return Clause(token.start, token.end, token.text, place, pronoun)
    if is_passive(tokens, low, place, lists):
        if agent := _agent(tokens, place, lists):
            return Clause(token.start, agent.end, token.text, place, agent)
        return Clause(token.start, token.end, UNTOLD, place, None) if leads_to_quote(tokens, place, lists) else None
    subject = _subject(tokens, low, place, lists)
    if not _is_known(verb, lists) and not (subject and _is_somebody(subject, lists)):
        return None
    if lists.lang in SLAVIC and (body := _speaking_body(tokens, low, place, subject, lists)):
        subject = body
    start = min(token.start, subject.start) if subject else token.start
    end = max(token.end, subject.end) if subject else token.end
    return Clause(start, end, token.text, place, subject, gender_told(verb, lists))


def _is_it_said(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a German verb tells what is said somewhere, and by nobody in person: hieß es, verlautete aus …"""
    is_one, near = lists.lang == "de" and tokens[place].lower in lists.impersonal, range(place - 1, place + 2, 2)
    return is_one and any(0 <= at < len(tokens) and tokens[at].lower in ("es", "aus") for at in near)


def _where_it_says(tokens: Sequence[Token], low: int, place: int) -> Phrase | None:
    """The body or the document that speaks: Aus dem Umweltministerium hieß es, …; …, heißt es im Bericht."""
    near = (*range(place - 1, max(low, place - 6) - 1, -1), *range(place + 1, min(place + 4, len(tokens))))
    for index in near:
        if tokens[index].lower in _OUT_OF:
            behind = tokens[index + 1 : index + 5]
            noun = next((one for one in behind if one.is_word and one.is_capital), None)
            if noun and all(one.is_word for one in behind[: behind.index(noun)]):
                return Phrase((noun,), ())
    return None


def _is_issued(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether an English participle tells of something written that somebody issues: released a letter warning …"""
    verb = place - 3
    issues = verb > 0 and tokens[place - 2].lower in lists.articles and tokens[verb].lower.endswith(("d", "s", "t"))
    small = issues and (tokens[verb].lower in lists.prepositions or tokens[verb].lower in lists.stops)
    return lists.lang == "en" and issues and not small and tokens[place].lower.endswith("ing")


def _clitic(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> Phrase | None:
    """The pronoun that hangs on a French verb: dit-il, a-t-elle ajouté."""
    if lists.lang != "fr":
        return None
    for near in range(place, max(low, place - 3) - 1, -1):
        head, hyphen, tail = tokens[near].lower.rpartition("-")
        if hyphen and tail in lists.pronouns and head:
            word = token_of(tail, tokens[near].end - len(tail))
            return Phrase((word,), (), is_pronoun=True)
    return None


def _agent(tokens: Sequence[Token], place: int, lists: WordLists) -> Phrase | None:
    """Who acts in a passive: was described by a colleague as “…”; was called “…” by his own party."""
    quote = next((near for near in range(place + 1, min(place + 6, len(tokens))) if tokens[near].is_quote), place + 3)
    for near in (*range(place + 1, min(place + 4, len(tokens))), *range(quote + 1, min(quote + 2, len(tokens)))):
        if tokens[near].lower in lists.by:
            return phrase_after(tokens, near + 1, len(tokens), lists)
    return None


def _subject(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> Phrase | None:
    """The subject after the verb where the verb follows a quotation or comes first, else the one before it."""
    limit = next((near for near in range(place + 1, len(tokens)) if tokens[near].is_quote), len(tokens))
    first = low
    while first < place and not tokens[first].is_word:
        first += 1
    after_quote = low > 0 and tokens[low - 1].is_quote
    only_adverbs = all(
        tokens[near].lower in lists.auxiliary or not tokens[near].is_word or _is_time(tokens[near], lists)
        for near in range(first, place)
    )
    inverted = only_adverbs and (after_quote or place > first or lists.lang != "en")
    if _is_gerund(tokens[place].lower, lists):
        return None  # a-t-il dit, ajoutant : «…»
    if place == first or inverted:
        if lists.lang == "en" and (tokens[place].lower.endswith("ing") or not after_quote):
            return None
        return phrase_after(tokens, place + 1, limit, lists) or named_later(tokens, place, limit, lists)
    before = tokens[place - 1]
    if before.lower in lists.documents and _is_issued(tokens, place, lists):
        return None  # the ministry issued a statement calling the remarks “…”
    if before.lower == "as" and tokens[place].lower == "saying" and lists.lang == "en":
        return phrase_before(tokens, low, place - 1, lists)  # quoted his grandfather as saying
    if before.lower in _LINKS and not starts_phrase(before, lists):
        return None
    if tokens[place].lower.endswith("ing") and lists.lang == "en" and before.text == ",":
        return None
    if before.text in ",–—" and tokens[place].lower in lists.inverting and not _has_subject(tokens, low, place, lists):
        subject = phrase_after(tokens, place + 1, limit, lists)
        after = next((token for token in tokens[place + 1 :] if subject and token.start >= subject.end), None)
        if subject and (after is None or not after.is_word):
            return subject  # It was, said Holt, …
    if lists.lang == "de" and before.text == "," and (subject := _behind(tokens, place, limit, lists)):
        return subject  # Ein Gutachten habe das bestätigt, sagt Brandt, …
    return _by_language(tokens, low, place, limit, lists)


def _speaking_body(
    tokens: Sequence[Token], low: int, place: int, subject: Phrase | None, lists: WordLists
) -> Phrase | None:
    """The body whose people speak: В прокуратуре отметили; «…», — говорится в ответе министерства."""
    verb = tokens[place].lower
    limit = next((near for near in range(place + 1, len(tokens)) if tokens[near].is_quote), len(tokens))
    if verb in lists.impersonal:
        body = speaking_body(tokens, place + 1, limit, lists, of_document=True)
    elif gender_told(verb, lists) != "p" or (subject and (subject.is_pronoun or _tells_people(subject, lists))):
        return None
    else:
        body = speaking_body(tokens, low, place, lists) or speaking_body(tokens, place + 1, limit, lists)
    return Phrase(body, ()) if body else None


def _is_known(verb: str, lists: WordLists) -> bool:
    """Whether the lists have a verb; one that only its place tells needs somebody who speaks."""
    return verb in lists.reporting or lists.lang not in ("de", "es", "fr") or "-" in verb


def _is_somebody(subject: Phrase, lists: WordLists) -> bool:
    told = any(is_role(one.lower, lists) or one.lower in lists.bodies for one in subject.tokens[:4])
    return bool(subject.name) or subject.is_pronoun or told


def _tells_people(subject: Phrase, lists: WordLists) -> bool:
    """Whether the first word of a subject is one for somebody, in the first case."""
    first = subject.tokens[0].lower
    return is_role(first, lists) and not is_in_case(first, lists.lang)


def _behind(tokens: Sequence[Token], place: int, limit: int, lists: WordLists) -> Phrase | None:
    """The subject behind a verb; none where its article tells that it is the object."""
    found = phrase_after(tokens, place + 1, limit, lists)
    return None if found and lists.lang == "de" and found.tokens[0].lower in _NO_SUBJECT else found


def _is_gerund(word: str, lists: WordLists) -> bool:
    """Whether a verb goes on with the subject of the one before it: ajoutant, añadiendo."""
    if lists.lang == "ar":
        bare = word if word.startswith("واصف") else word.removeprefix("و").removeprefix("ف")
        return bare.endswith(("ا", "اً", "ًا", "ة")) and (bare.startswith("م") or bare[:4] in _SAYING)
    endings = _GERUNDS.get(lists.lang)
    return endings is not None and word.endswith(endings)


def _has_subject(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> bool:
    subject = phrase_before(tokens, low, place, lists)
    return subject is not None and not (subject.is_pronoun and lists.pronouns.get(subject.tokens[0].lower) == "n")


def _is_time(token: Token, lists: WordLists) -> bool:
    return token.lower in lists.weekdays or token.lower in lists.months


def _auxiliary(tokens: Sequence[Token], low: int, place: int, lists: WordLists) -> int | None:
    """Where the auxiliary of a German participle stands: Brandt hat am Montag gesagt."""
    if not tokens[place].lower.endswith(("t", "en")):
        return None
    near = (index for index in range(place - 2, max(low, place - 10) - 1, -1))
    return next((index for index in near if tokens[index].lower in _HAVING), None)


def _is_adverb_first(before: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether one word that begins the sentence stands before a verb, and is hardly a name."""
    return (
        len(before.tokens) == 1
        and bool(before.name)
        and before.tokens[0] is tokens[0]
        and not given_of(before.tokens[0].lower)
    )


def _is_inserted(tokens: Sequence[Token], place: int, behind: Phrase, lists: WordLists) -> bool:
    """Whether a clause of two commas has its subject behind the verb: Воспитанница, рассказал наставник, «…»."""
    first = tokens[place + 1] if place + 1 < len(tokens) else None
    if first is None or first.start != behind.start:
        return False
    after = next((one for one in tokens[place + 1 :] if one.start >= behind.end), None)
    is_subject = _tells_people(behind, lists) or (behind.is_pronoun and first.lower not in lists.oblique)
    return is_subject and after is not None and after.text == ","


def _by_language(tokens: Sequence[Token], low: int, place: int, limit: int, lists: WordLists) -> Phrase | None:
    if lists.lang == "ar":
        return arabic_subject(tokens, low, place, limit, lists)
    if lists.lang == "de" and (helper := _auxiliary(tokens, low, place, lists)) is not None:
        return phrase_before(tokens, low, helper, lists) or phrase_after(tokens, helper + 1, place, lists)
    if lists.lang in ("ru", "uk") and tokens[place - 1].text == ",":  # Порт закрыт, сообщил капитан Олег Бархатов
        behind = phrase_after(tokens, place + 1, limit, lists) or named_later(tokens, place, limit, lists)
        if behind and (len(behind.name) > 1 or _is_inserted(tokens, place, behind, lists)):
            return behind
    before = phrase_before(tokens, low, place, lists)
    if before and lists.lang == "de" and not before.name and before.tokens[0].lower in _NO_SUBJECT:
        before = None  # Den Schaden schätzt er auf „…“
    if before and lists.lang in SLAVIC and _is_adverb_first(before, tokens):
        behind = phrase_after(tokens, place + 1, limit, lists)
        before = behind if behind and len(behind.name) > 1 else before  # Следом выступил Олег Гай
    if before or lists.lang == "en":
        return before
    behind = _behind(tokens, place, limit, lists)
    if lists.lang == "es" and behind is None and tokens[place - 1].lower in _AS:
        return named_later(tokens, place, limit, lists)  # Según explicó a este diario la portavoz Vera Luna, …
    if behind is None and lists.lang in ("ru", "uk"):  # Как заявил на встрече прокурор Тимур Садыков, …
        return named_later(tokens, place, limit, lists)
    return behind
