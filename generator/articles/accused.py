"""The accused of a report from a court, whom the text has named by another word: el constructor, касирка, التاجر."""

from __future__ import annotations

from generator.articles.cast import Cast
from generator.articles.lately import last_named
from generator.articles.memory import Speaker, fits, is_place

_ACCUSED = frozenset(
    (
        "acusado", "acusada", "procesado", "procesada", "imputado", "imputada", "encausado", "encausada", "подсудимый",
        "подсудимая", "обвиняемый", "обвиняемая", "підсудний", "підсудна", "обвинувачений", "обвинувачена", "متهم",
        "متهمة"
    )
)  # fmt: skip
#: Those in a court who are not the accused.
_COURT = frozenset(
    (
        "fiscal", "fiscala", "juez", "jueza", "magistrado", "magistrada", "abogado", "abogada", "letrado", "letrada",
        "testigo", "perito", "perita", "víctima", "viuda", "viudo", "прокурор", "гособвинитель", "обвинитель", "судья",
        "адвокат", "защитник", "свидетель", "свидетельница", "эксперт", "потерпевший", "потерпевшая", "следователь",
        "прокурорка", "суддя", "адвокатка", "захисник", "захисниця", "свідок", "свідкиня", "експерт", "експертка",
        "потерпілий", "потерпіла", "слідчий", "слідча", "обвинувач", "обвинувачка", "مدع", "مدعي", "مدعية", "قاض",
        "قاضي", "قاضية", "محام", "محامي", "محامية", "شاهد", "شاهدة", "خبير", "خبيرة", "ضحية"
    )
)  # fmt: skip


def accused(heads: frozenset[str], told: str, place: int, cast: Cast) -> Speaker | None:
    """The last one named who has no other part in the court; None where the description tells of nobody accused."""
    if not heads & _ACCUSED:
        return None
    named = (one for one in last_named(place, cast) if one.gender != "n")
    fitting = (one for one in named if fits(one, told) and not is_place(one, ("m",)))
    return next((one for one in fitting if not one.heads & _COURT), None)
