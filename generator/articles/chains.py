"""Where a Russian or Ukrainian description ends, and what goes on with it: источник в правительстве."""

from __future__ import annotations

from collections.abc import Sequence

from generator.articles.reporter import Token
from generator.articles.slavic import SLAVIC, basic_office
from generator.wordlists import WordLists

#: Those who tell something and whom only the place where they sit narrows.
TALKING = frozenset(
    (
        "собеседник", "собеседница", "источник", "источники", "собеседники", "співрозмовник", "співрозмовниця",
        "співрозмовники", "джерело", "джерела"
    )
)  # fmt: skip
_SITTING = frozenset(["в", "во", "у", "из", "із", "зі", "з"])
_WEARING = frozenset(["в", "у", "на", "с", "со", "з", "із", "зі"])
#: What somebody wears, carries or rides on.
_WORN = frozenset(
    (
        "платке", "косынке", "кепке", "шапке", "шляпе", "очках", "куртке", "пальто", "форме", "камуфляже", "костюме",
        "футболке", "маске", "халате", "жилете", "каске", "шали", "пуховике", "тулупе", "мотоцикле", "велосипеде",
        "самокате", "коляске", "коляской", "костылях", "плакатом", "собакой", "рюкзаком", "хустці", "кепці", "шапці",
        "капелюсі", "окулярах", "куртці", "формі", "камуфляжі", "костюмі", "футболці", "масці", "халаті", "жилеті",
        "касці", "пуховику", "мотоциклі", "велосипеді", "самокаті", "візку", "візочком", "милицях", "плакатом",
        "собакою", "рюкзаком", "капелюшку", "окулярами", "бородою", "бородой", "парасолькою", "зонтом"
    )
)  # fmt: skip
#: How verbs and short adjectives end that no genitive ends so.
_VERBAL = {
    "ru": ("ет", "ёт", "ит", "ут", "ют", "ат", "ят", "тся", "ться", "лся", "лась", "лись", "у", "ю", "ал", "ял", "ел",
           "ил", "ёл", "ул", "ый", "ий", "ён", "чен"),
    "uk": ("є", "ить", "їть", "уть", "ють", "ать", "ять", "ться", "вся", "лася", "лися", "ею", "ську", "ав", "яв", "ув",
           "ий"),
}  # fmt: skip
_ADVERBS = frozenset(
    (
        "всё", "все", "же", "ж", "тоже", "также", "теж", "також", "уже", "вже", "ещё", "еще", "ще", "лишь", "лише",
        "только", "тільки", "сразу", "одразу", "потом", "потім", "позже", "пізніше", "снова", "знову", "вновь", "тут",
        "здесь", "однако", "втім", "утім", "впрочем", "дважды", "двічі", "однажды", "натомість", "наоборот", "навпаки"
    )
)  # fmt: skip
_HIM = frozenset(["ним", "ней", "нею", "ними", "ней", "этим", "цим"])
_PRONOUNS = frozenset(["його", "її", "їх", "їхній", "їхня", "его", "её", "ее", "их"])
_MOST = 4  # words behind в


def ends_chain(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Whether the verb or what is told of somebody begins here: Тренер стриманіший; Дружина його сміється."""
    token, before = tokens[place], tokens[place - 1].lower
    if lists.lang not in SLAVIC or token.is_capital:
        return False
    office = basic_office(before, lists.lang)
    if office not in lists.roles and office not in lists.same:
        return False
    word = token.lower
    if word in lists.roles or word in lists.same:
        return False
    behind = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if word in _ADVERBS or (
        word in _WEARING and (behind in lists.oblique or behind in lists.pronouns or behind in _HIM)
    ):
        return True  # спикер всё же пояснила; Прокурор с ним не согласен
    return word in _PRONOUNS or (len(word) > 3 and word.endswith(_VERBAL[lists.lang]))


def with_place(tokens: Sequence[Token], start: int, end: int, limit: int, lists: WordLists) -> int:
    """Where a description ends with the place where somebody sits, or with what is worn: покупчиня в хустці."""
    if (
        lists.lang not in SLAVIC
        or end >= limit - 1
        or end - start > 2
        or any(one.is_capital for one in tokens[start + 1 : end])
    ):
        return end
    leads = tokens[end].lower
    stop = next((near for near in range(end + 1, min(end + 1 + _MOST, limit)) if not tokens[near].is_word), limit)
    behind = tokens[end + 1 : stop]
    if not behind or len(behind) > 3:
        return end
    if leads in _SITTING and basic_office(tokens[start].lower, lists.lang) in TALKING:
        body = next((at for at, one in enumerate(behind) if basic_office(one.lower, lists.lang) in lists.bodies), None)
        return end + 2 + body if body is not None else end
    worn = next((at for at, one in enumerate(behind) if one.lower in _WORN), None)
    return end + 2 + worn if leads in _WEARING and worn is not None else end
