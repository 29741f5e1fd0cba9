"""Whom a sentence is about: its first noun phrase that hangs on no preposition."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.ages import age_told
from generator.articles.anaphora import resolve_phrase
from generator.articles.appositions import apposition
from generator.articles.arabic import somebody_near
from generator.articles.arabic_words import begins_with_verb
from generator.articles.callings import is_role
from generator.articles.cast import Cast
from generator.articles.chinese_names import first_person
from generator.articles.descriptions import find_offices
from generator.articles.endings import PARTICIPLES, begins_with_participle, is_time
from generator.articles.fronted import is_participle, past_name, past_time
from generator.articles.introducing import acting_pronoun, named_there, shown_there
from generator.articles.inverted import behind_cleft, somebody_behind
from generator.articles.memory import Memory, Speaker, last_fitting
from generator.articles.naming import Phrase
from generator.articles.peoples import comes_from
from generator.articles.phrases import phrase_after, starts_phrase
from generator.articles.reporter import Sentence, Token, token_of
from generator.articles.slavic import SLAVIC, personal_run
from generator.wordlists import WordLists, gender_of

#: Verbs in the mood of what is told on, which German news uses for little else.
_TOLD_ON = frozenset(["habe", "hätten", "sei", "seien", "werde", "könne", "müsse", "solle", "wolle", "dürfe"])

#: Prepositions with which a sentence begins: Entre el público, una madre …; Outside the gym, Carl Hutt said he …
_BEGINNING = {
    "en": frozenset(["outside", "inside", "across", "behind", "beyond", "along", "despite", "within", "during"]),
    "es": frozenset(
        ["entre", "desde", "durante", "sin", "sobre", "tras", "bajo", "hacia", "ante", "contra", "mediante"]
    ),
    "fr": frozenset(["dans", "parmi", "chez", "sous", "sur", "avec", "sans", "depuis", "pendant", "devant", "contre"]),
}
_GERMAN_BEGINNING = frozenset(
    ("im", "in", "am", "an", "auf", "bei", "beim", "nach", "vor", "vorm", "mit", "aus", "unter", "über",
     "zwischen", "neben")
)  # fmt: skip

_OF_TWO = frozenset(["the other", "another", "one", "the former", "the latter"])
_OWNERS = {"his": "m", "her": "f", "their": "p"}

_BEFORE_COLON = ("fr", "es", *SLAVIC)  # in these a name may stand between verb and colon
_SLAVIC_LINKS = frozenset(["а", "но", "и", "та", "але", "й", "однак"])
_LINKS = {**dict.fromkeys(SLAVIC, _SLAVIC_LINKS), "en": frozenset(["but", "and", "yet", "so"])}


def sentence_subject(sentence: Sentence, cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """The one whom a sentence is about: its first noun phrase that hangs on no preposition."""
    tokens = sentence.tokens
    if lists.lang == "zh":
        person = first_person(sentence, lists, [member.name for member in cast.members])
        return resolve_phrase(person, "", cast, memory, lists) if person else None
    limit = next((place for place, token in enumerate(tokens) if token.is_quote and place), len(tokens))
    if named := _before_colon(tokens, cast, memory, lists):
        return named
    there = named_there(tokens, limit, lists) if lists.lang == "en" and not tokens[0].is_quote else None
    if there:
        return resolve_phrase(there, "", cast, memory, lists)  # Among them was Ada Lind
    place = _begin(tokens, limit, lists) or (somebody_near(tokens, 0, limit, lists) if lists.lang == "ar" else 0)
    small = (lists.prepositions, lists.stops, _BEGINNING.get(lists.lang, ()))
    while place < min(limit, 40):
        while place < limit and (tokens[place].lower in lists.common or not tokens[place].is_word):
            # А её коллега не согласен: «…»
            links = not place and tokens[place].lower in _LINKS.get(lists.lang, ())
            if _starts_phrase(tokens, place, lists) or (not links and any(tokens[place].lower in one for one in small)):
                break
            place += 1
        if place >= limit:
            break
        if _starts_phrase(tokens, place, lists) and not _begins_relative(tokens, place, lists):
            break
        if behind := somebody_behind(tokens, place, limit, lists):
            place = behind
            break
        while place < limit and tokens[place].text not in (",", "،"):
            place += 1
        if place < limit and (tokens[0].is_quote or tokens[0].lower in lists.views):
            place += len(apposition(tokens, place, lists))  # Pour Hélène Brassac, présidente de l’association, …
        place = past_name(tokens, place, limit, lists) if lists.lang == "en" else place
        place += 1
        if lists.lang == "ar":
            place = somebody_near(tokens, place, limit, lists)
    phrase = phrase_after(tokens, place, limit, lists) if place < limit else None
    subject = _meant(phrase, tokens, limit, cast, memory, lists) if phrase else None
    if subject or lists.lang != "en":
        return subject
    shown = shown_there(tokens, limit, lists) or acting_pronoun(tokens, limit)
    return resolve_phrase(shown, "", cast, memory, lists) if shown else None


def _meant(
    phrase: Phrase, tokens: Sequence[Token], limit: int, cast: Cast, memory: Memory, lists: WordLists
) -> Speaker | None:
    """Whom the first noun phrase of a sentence means, if anybody."""
    if lists.lang in PARTICIPLES and not phrase.name:
        last = limit - 2 if limit > 1 and tokens[limit - 1].text == ":" else limit - 1
        phrase = _without_verb(phrase, limit < len(tokens) and phrase.end == tokens[last].end, lists)
    if apposed := _apposed_person(phrase, tokens, limit, lists):
        return resolve_phrase(apposed, "", cast, memory, lists)  # Lomax’s opposite number, Jean Tully, …
    if phrase.tokens[-1].lower.endswith("'s"):
        return None
    if owner := _owner(phrase, lists):
        return resolve_phrase(owner, "", cast, memory, lists)  # Trump's remarks, Fairbrother's shop
    first = phrase.tokens[0].lower
    if first in _OWNERS and any(token.lower in lists.uttered for token in phrase.tokens):
        return last_fitting(memory, _OWNERS[first])
    of_people = len(phrase.tokens) == 2 and comes_from(phrase.tokens[1].lower, lists)  # the Dane
    of_two = lists.lang == "en" and len(phrase.tokens) < 3 and phrase.text.lower() in _OF_TWO
    of_two |= lists.lang == "en" and len(phrase.tokens) == 3 and phrase.tokens[2].lower == "one"  # the shorter one
    told = phrase.is_pronoun or phrase.name or of_people or of_two or age_told(phrase.tokens)
    if not (told or find_offices(phrase.tokens, lists)):
        return None
    if memory.spoken and _is_told_on(phrase, tokens, lists):
        return memory.spoken[-1]
    speaker = resolve_phrase(phrase, "", cast, memory, lists)
    if speaker and lists.lang == "en" and first == "it" and "n" not in speaker.gender and speaker is not memory.shown:
        return None  # It was in the parking lot
    is_weak = speaker is not None and phrase.name and len(phrase.name) == 1 and speaker.member is None
    if is_weak and phrase.name[0] is tokens[0] and not _has_age(tokens) and not _is_given(phrase, lists):
        return None  # Success came late
    if (
        speaker
        and lists.lang == "en"
        and phrase.name
        and phrase.name[0] is tokens[0]
        and _is_thing(speaker, tokens, lists)
    ):
        return None
    return speaker


def _is_given(phrase: Phrase, lists: WordLists) -> bool:
    """Whether a single word is a first name in English, where others at the start of a sentence are plain words."""
    return lists.lang == "en" and bool(gender_of(phrase.name[0].lower))


def _begin(tokens: Sequence[Token], limit: int, lists: WordLists) -> int:
    """Where to look from: past a quotation, a verb that comes first, and a participle with its comma."""
    asks = len(tokens) > 1 and tokens[0].lower in lists.reporting and tokens[1].is_capital  # Ask Tilda Marsh, …
    acts = lists.lang == "ar" and begins_with_verb(tokens, lists)
    is_english = lists.lang == "en" and tokens[0].is_word and is_participle(tokens, lists)  # Speaking to reporters, …
    apposed = lists.lang in PARTICIPLES and _is_apposed(tokens, limit, lists)
    is_romance = lists.lang in PARTICIPLES and begins_with_participle(tokens, lists)
    if is_english or is_romance or apposed:  # Jointe par téléphone, …; Fille d’un mineur, l’octogénaire …
        comma = next((near for near in range(limit) if tokens[near].text == ","), limit)
        return (past_name(tokens, comma, limit, lists) if is_english and comma < limit else comma) + 1
    if cleft := behind_cleft(tokens, limit, lists):
        return cleft
    if lists.lang == "de" and tokens[0].lower in _GERMAN_BEGINNING:
        return _behind_verb(tokens, limit, lists)
    if lists.lang == "en" and (begin := past_time(tokens, limit, lists)):
        return begin
    return 1 if tokens[0].is_quote or asks or acts else 0


def _behind_verb(tokens: Sequence[Token], limit: int, lists: WordLists) -> int:
    """Where a German sentence goes on behind its verb: Im Publikum schwenkte eine Mutter eine Möhre."""
    small = lists.articles | lists.prepositions | lists.stops | lists.common | lists.linking
    for place in range(2, min(limit, 9) - 1):
        token = tokens[place]
        if not token.is_word:
            return 0
        is_verb = tokens[place - 1].is_capital and not token.is_capital and token.lower not in small
        if is_verb and token.lower.endswith(("t", "te", "ten")):
            return place + 1
    return 0


def _before_colon(tokens: Sequence[Token], cast: Cast, memory: Memory, lists: WordLists) -> Speaker | None:
    """Somebody whose name stands right before a colon and a quotation: С ней не согласен Арнольд Фогель: «…»."""
    if lists.lang not in _BEFORE_COLON:
        return None
    colon = next(
        (near for near in range(1, len(tokens) - 1) if tokens[near].text == ":" and tokens[near + 1].is_quote), 0
    )
    if colon < 2 or not tokens[colon - 1].is_capital:
        return None
    first = colon
    while first and tokens[first - 1].is_capital and tokens[first - 1].is_word:
        first -= 1
    run = tuple(tokens[first:colon])
    leads = tokens[first - 1].lower if first else ""
    if not first or leads in lists.prepositions | lists.linking | lists.stops | lists.by | lists.articles:
        return None
    name = personal_run(run, tokens[first - 1], has_office=True) if lists.lang in SLAVIC else run
    speaker = resolve_phrase(Phrase(name, name), "", cast, memory, lists) if name else None
    member = speaker.member if speaker else None
    is_person = member is not None and (member.gender in ("m", "f") or (bool(member.offices) and member.gender != "n"))
    is_basic = name and (gender_of(name[0].lower) or (len(name) > 1 and name[0].lower[-1] not in "аяыиуюеі"))
    same_case = lists.lang not in SLAVIC or bool(is_basic)
    return speaker if is_person and same_case else None


def _starts_phrase(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a noun phrase begins here; with a month only where that is a first name: Jan Kowalski was calm."""
    if starts_phrase(tokens[place], lists):
        return True
    if tokens[place].lower not in lists.months or not tokens[place].is_capital or place + 1 >= len(tokens):
        return False
    behind = tokens[place + 1]
    return behind.is_capital and not is_time(behind, lists) and bool(gender_of(tokens[place].lower))


def _is_told_on(phrase: Phrase, tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether German goes on with what somebody said before: Die Verwaltung habe „geschlafen“."""
    behind = next((token.lower for token in tokens if token.start >= phrase.end), "")
    return lists.lang == "de" and not phrase.is_pronoun and behind in _TOLD_ON


def _is_thing(speaker: Speaker, tokens: Sequence[Token], lists: WordLists) -> bool:
    """Whether the first word of an English sentence is rather a thing than a name: Shares in Corvane fell."""
    if " " in speaker.name or speaker.gender or speaker.heads:
        return False
    return len(tokens) > 1 and tokens[1].lower in lists.prepositions


def _has_age(tokens: Sequence[Token]) -> bool:
    """Whether the age follows the first word, which is a name then: Abdel, 41 ans, cariste."""
    return len(tokens) > 2 and tokens[1].text == "," and tokens[2].text[0].isdigit()


def _begins_relative(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether a word is a relative pronoun in Arabic, or an article in German: in dem Schreiben, das uns vorliegt."""
    if lists.lang == "ar":
        return tokens[place].lower in lists.relative
    return lists.lang == "de" and place > 0 and tokens[place - 1].text == "," and tokens[place].lower in lists.articles


def _owner(phrase: Phrase, lists: WordLists) -> Phrase | None:
    """The owner of a thing that a sentence is about; nobody where it is about somebody."""
    first = phrase.tokens[0]
    if lists.lang != "en" or not first.is_capital or first.lower in lists.articles:
        return None
    place = next((index for index, one in enumerate(phrase.tokens) if one.lower.endswith("'s")), None)
    if place is None:
        return None
    if any(is_role(one.lower, lists) or one.lower in lists.bodies for one in phrase.tokens[place + 1 :]):
        return None
    last = phrase.tokens[place]
    tokens = (*phrase.tokens[:place], token_of(last.text[:-2], last.start))
    return Phrase(tokens, tokens)


def _apposed_person(phrase: Phrase, tokens: Sequence[Token], limit: int, lists: WordLists) -> Phrase | None:
    """The name between commas behind a description: Lomax’s opposite number, Jean Tully, …; The last up, Ian Rees, …"""
    if lists.lang != "en":
        return None
    owner = next((one for one in phrase.tokens if one.lower.endswith("'s")), None)
    begins = phrase.tokens[0] is tokens[0] and tokens[0].lower in ("the", "his", "her", "their", "its")
    if not (owner or begins) or (phrase.name and not owner):
        return None
    if owner and len(phrase.name) > 1 and phrase.name[0].start > owner.start and phrase.name[-1] is phrase.tokens[-1]:
        before = phrase.tokens[-len(phrase.name) - 1].lower  # not: Fairbrother’s shop, The Proving Room, …
        return None if before in lists.articles else Phrase(phrase.name, phrase.name)
    behind = (at for at in range(min(limit, 9)) if tokens[at].start >= phrase.end and not tokens[at].is_word)
    comma = next(behind, limit)
    if comma >= limit or tokens[comma].text != ",":
        return None
    signs = (at for at in range(comma + 1, min(limit, comma + 8)) if not tokens[at].is_word)
    end = next((at for at in signs if not tokens[at].lower.endswith("-year-old")), limit)
    name = tuple(tokens[max(comma + 1, end - 2) : end])
    offices = tokens[comma + 1 : end - 2]
    told = not offices or (
        (is_role(offices[-1].lower, lists) or offices[-1].lower.endswith("-year-old"))
        and not any(one.lower in lists.reporting for one in offices)
    )
    is_name = len(name) == 2 and told and all(one.is_capital and one.is_word for one in name)
    return Phrase(name, name) if is_name and end < limit and tokens[end].text == "," else None


def _without_verb(phrase: Phrase, leads: bool, lists: WordLists) -> Phrase:
    """A description without a verb that no list knows: l’intéressé hausse les épaules; le groupe invoque (it `leads`
    right into a quotation).
    """
    tokens = phrase.tokens
    small = lists.articles | lists.prepositions | lists.linking
    for place in range(2, len(tokens)):
        behind = tokens[place + 1 : place + 3]
        if tokens[place].lower in small or is_role(tokens[place].lower, lists):
            continue
        if any(one.lower in lists.articles and one.lower not in lists.linking for one in behind):
            return Phrase(tokens[:place], ())
    last = tokens[-1]
    if leads and len(tokens) > 2 and last.lower not in small and not (last.is_capital or is_role(last.lower, lists)):
        return Phrase(tokens[:-1], ())
    return phrase


def _is_apposed(tokens: Sequence[Token], limit: int, lists: WordLists) -> bool:
    """Whether a French or Spanish sentence begins with what somebody is: Fille d’un mineur, l’octogénaire …"""
    if limit < 4 or not is_role(tokens[0].lower, lists) or tokens[1].is_capital or gender_of(tokens[0].lower):
        return False
    comma = next((place for place in range(1, min(limit, 12)) if tokens[place].text == ","), 0)
    return tokens[1].lower in lists.linking and 0 < comma < limit - 2 and starts_phrase(tokens[comma + 1], lists)
