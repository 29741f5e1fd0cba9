"""Articles in languages without word lists: what is quoted truly is found, what is not is refused, nobody is wronged.

The articles stand in `elsewhere.toml`.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from quoting import FILE, check_brief

from generator.articles.detection import detect
from generator.articles.passages import read_article

Said = Sequence[tuple[str, str]]

ARTICLES = {
    f"{lang} {place}": (lang, one["text"], one["said"])
    for lang, articles in tomllib.loads((Path(__file__).parent / "elsewhere.toml").read_text(encoding="utf-8")).items()
    for place, one in enumerate(articles, 1)
}
every_article = pytest.mark.parametrize(
    ("lang", "text", "said"), [pytest.param(*one, id=name) for name, one in ARTICLES.items()]
)
#: Names that a language puts into another case, as they stand in these articles.
CASES = {"Elina Haapsaaren": "Elina Haapsaari"}


@every_article
def test_the_language_is_told(lang: str, text: str, said: Said) -> None:
    assert detect(text) == lang


def test_a_code_in_capitals_is_the_same_language() -> None:
    _, text, _ = ARTICLES["pl 1"]
    assert read_article(text, "PL-pl").passages == read_article(text, "pl").passages


@every_article
def test_what_is_quoted_truly_is_found_and_nobody_is_doubted(lang: str, text: str, said: Said) -> None:
    people = list(dict.fromkeys(name or "Somebody Else" for _, name in said))
    quotes = [{"speaker": name or "Somebody Else", "text": words} for words, name in said]
    checked = check_brief(text, participants=people, quotes=quotes)
    assert [one.status for one in checked.citations] == ["matched"] * len(said)
    assert not checked.errors
    assert "quote-speaker" not in {one.rule for one in checked.findings}


@every_article
def test_what_is_not_said_so_is_refused(lang: str, text: str, said: Said) -> None:
    """Remarks of two made one, a word left out, two words swapped."""
    two = [f"{one.rstrip('.')}. {other[0].upper()}{other[1:]}" for (one, by), (other, to) in pairwise(said) if by != to]
    words = [one.split() for one, _ in said if len(one.split()) > 3]
    less = [" ".join([*each[:1], *each[2:]]) for each in words]
    swapped = [" ".join([*each[:-2], each[-1], each[-2]]) for each in words]
    wrong = [*two, *less, *swapped]
    quotes = [{"speaker": "Somebody Else", "text": each} for each in wrong]
    checked = check_brief(text, participants=["Somebody Else"], quotes=quotes)
    assert wrong
    assert [each for each, one in zip(wrong, checked.citations, strict=True) if one.status == "matched"] == []


NEGATED = [
    ("pt", "Não houve falha no sistema de alerta", "Houve falha no sistema de alerta", "without “Não”"),
    ("bg", "Не можем да си отворим прозорците", "Можем да си отворим прозорците", "without “Не”"),
    ("el", "Δεν θα κρυφτώ πίσω από το δάχτυλό μου", "Θα κρυφτώ πίσω από το δάχτυλό μου", "without “Δεν”"),
    ("it", "Pagheremo tutto quello che serve ma non domani", "Pagheremo tutto quello che serve", "with “ma”"),
    ("tr", "Bu kararı bekliyoruz demek hiç doğru değil", "Bu kararı bekliyoruz demek", "with “hiç”"),
    ("cs", "Dostaneme peníze, které nikdo neslíbil", "Dostaneme peníze, které", "with “nikdo”"),
]


@pytest.mark.parametrize(("lang", "words", "cut", "told"), NEGATED, ids=[one[0] for one in NEGATED])
def test_a_cut_that_drops_a_negation_is_a_warning(lang: str, words: str, cut: str, told: str) -> None:
    text = f"{words[:12]}\n\n{words[:9]}, {words[:9]}: „{words}”.\n"
    checked = check_brief(text, source={"file": FILE, "lang": lang}, quotes=[{"speaker": "A. B.", "text": cut}])
    assert any(
        told in one.message for one in checked.findings if one.rule in ("quote-opening-dropped", "quote-truncated")
    )


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Det regnet.", "Knut Moen"),
        ("Rektor Per Lie kom.", "Per Lie"),
        ("Rektor Per Lie og lærer Ola Berg kom.", None),
    ],
)
def test_a_pronoun_means_nobody_where_several_are_named_since(between: str, name: str | None) -> None:
    text = f"– Vi har ikke råd til dette, sier ordfører Knut Moen.\n\n{between}\n\n– Det er trist, sier han.\n"
    article = read_article(f"Skolen stenges\n\nKommunen stenger skolen til høsten.\n\n{text}", "no")
    assert article.passages[-1].speaker == name


@pytest.mark.parametrize(
    ("lang", "line"),
    [("sv", "– Vi väntar, säger Moen. "), ("fi", "– Kauppa lähti, Pussinen sanoo. "), ("it", "– Sì, a b, c d. ")],
)
def test_a_long_dialogue_takes_as_long_as_its_parts(lang: str, line: str) -> None:
    """A paragraph eight times as long took sixty times as long."""
    took = []
    for times in (250, 2000):
        begun = process_time()
        read_article(f"Titel\n\n{line * times}\n", lang)
        took.append(process_time() - begun)
    assert took[1] < 30 * took[0] + 1


def test_who_speaks_is_told_rightly_or_not_at_all() -> None:
    """Of the quotations whose speaker has a name, the rest are told of nobody: better none than another."""
    told = Counter[str]()
    for lang, text, said in ARTICLES.values():
        passages = read_article(text, lang).passages
        for words, name in said:
            parts = [one for one in passages if (text[one.span.start : one.span.end].strip(" ,.?!") or "-") in words]
            found = {CASES.get(one.speaker, one.speaker) for one in parts if one.speaker}
            assert parts, words
            if name:
                told["rightly" if found == {name} else "wrongly" if found else "not"] += 1
    assert told == {"rightly": 193, "not": 113}


#: The word that a cut drops, the source, and what is quoted of it.
MISLEADING = [
    (
        "it",
        "non",
        "«Non è vero che abbiamo firmato l'accordo di ieri», ha detto Ornella Dacchi.",
        "abbiamo firmato l'accordo di ieri",
    ),
    (
        "it",
        "ma",
        "«Sosteniamo la riforma del porto, ma non a queste condizioni», ha detto Ornella Dacchi.",
        "Sosteniamo la riforma del porto",
    ),
    (
        "it",
        "se",
        "«Firmeremo l'intesa domani mattina se arriveranno i fondi», ha detto Ornella Dacchi.",
        "Firmeremo l'intesa domani mattina",
    ),
    (
        "pt",
        "não",
        "“Não é verdade que o porto será fechado este ano”, disse Olga Varandas.",
        "o porto será fechado este ano",
    ),
    (
        "pt",
        "mas",
        "“O plano é bom para a cidade, mas chega tarde demais”, disse Olga Varandas.",
        "O plano é bom para a cidade",
    ),
    (
        "nl",
        "niet",
        "“Het is niet zo dat wij de brug gaan sluiten dit jaar”, zei Marjan Hoefslag.",
        "wij de brug gaan sluiten dit jaar",
    ),
    (
        "nl",
        "tenzij",
        "“De boot vaart morgen gewoon weer uit tenzij het stormt”, zei Marjan Hoefslag.",
        "De boot vaart morgen gewoon weer uit",
    ),
    ("sv", "inte", "”Det är inte så att vi stänger skolan i höst”, säger Ylva Stenhammar.", "vi stänger skolan i höst"),
    (
        "sv",
        "men",
        "”Skolan ska vara kvar i byn men bara till sommaren”, säger Ylva Stenhammar.",
        "Skolan ska vara kvar i byn",
    ),
    (
        "da",
        "ikke",
        "»Jeg har ikke sagt at broen bliver bygget næste år,« siger Bodil Ravnsborg.",
        "broen bliver bygget næste år",
    ),
    (
        "no",
        "ikke",
        "«Det er ikke sant at vi stopper fisket til våren», sier Solveig Aspelund.",
        "vi stopper fisket til våren",
    ),
    (
        "fi",
        "ei",
        "”Ei ole totta, että silta avataan ensi viikolla”, sanoo Aino Pellervola.",
        "silta avataan ensi viikolla",
    ),
    (
        "fi",
        "mutta",
        "”Silta avataan ensi viikolla mutta vain jalankulkijoille”, sanoo Aino Pellervola.",
        "Silta avataan ensi viikolla",
    ),
    (
        "pl",
        "nie",
        "„Nie jest prawdą, że zamykamy oddział w tym roku” – powiedziała Danuta Mrozewska.",
        "zamykamy oddział w tym roku",
    ),
    (
        "pl",
        "ale",
        "„Oddział będzie otwarty do końca roku ale tylko w dni robocze” – powiedziała Danuta Mrozewska.",
        "Oddział będzie otwarty do końca roku",
    ),
    (
        "cs",
        "není",
        "„Není pravda, že lanovka letos pojede na Hůrku,“ řekl Bohumil Zárub.",
        "lanovka letos pojede na Hůrku",
    ),
    (
        "cs",
        "pokud",
        "„Lanovka letos určitě pojede na Hůrku pokud dostaneme razítko,“ řekl Bohumil Zárub.",
        "Lanovka letos určitě pojede na Hůrku",
    ),
    (
        "sk",
        "nie je",
        "„Nie je pravda, že voda z kohútika je zdravá,“ povedal Štefan Hudák.",
        "voda z kohútika je zdravá",
    ),
    (
        "ro",
        "nu",
        "„Nu este adevărat că spitalul va fi închis în iarnă”, a declarat Doina Hriscu.",
        "spitalul va fi închis în iarnă",
    ),
    (
        "ca",
        "no",
        "«No és veritat que tanquem la llar d'infants aquest any», va dir Montserrat Vilagut.",
        "tanquem la llar d'infants aquest any",
    ),
    (
        "tr",
        "ama",
        "“Bu iş nisan ayında tamamen biter ama para gelirse”, dedi Nermin Akıncı.",
        "Bu iş nisan ayında tamamen biter",
    ),
    ("hu", "nem", "„Nem igaz, hogy a komp jövőre is áll majd”, mondta Halmos Erzsébet.", "a komp jövőre is áll majd"),
    (
        "el",
        "δεν",
        "«Δεν είναι αλήθεια ότι το λιμάνι θα κλείσει φέτος», είπε ο Στέλιος Βαρνάς.",
        "το λιμάνι θα κλείσει φέτος",
    ),
    (
        "bg",
        "не",
        "„Не е вярно, че мостът ще падне тази година“, каза Росица Дамгалиева.",
        "мостът ще падне тази година",
    ),
    ("hr", "nije", "„Nije istina da zatvaramo most ove godine”, rekla je Vesna Tolić.", "zatvaramo most ove godine"),
    (
        "hr",
        "ako",
        "„Most ćemo otvoriti već ovog ljeta ako bude novca”, rekla je Vesna Tolić.",
        "Most ćemo otvoriti već ovog ljeta",
    ),
    (
        "id",
        "tidak",
        '"Tidak benar bahwa kami menutup jembatan tahun ini," kata Ratna Wulandaru.',
        "kami menutup jembatan tahun ini",
    ),
    (
        "id",
        "jika",
        '"Jembatan akan kami buka bulan depan jika sudah aman," kata Ratna Wulandaru.',
        "Jembatan akan kami buka bulan depan",
    ),
    (
        "vi",
        "không",
        "“Không phải là chúng tôi sẽ đóng cầu năm nay”, bà Đỗ Thị Nhàn nói.",
        "chúng tôi sẽ đóng cầu năm nay",
    ),
    (
        "vi",
        "nhưng",
        "“Cầu sẽ mở lại vào tháng sau nhưng chỉ cho người đi bộ”, bà Đỗ Thị Nhàn nói.",
        "Cầu sẽ mở lại vào tháng sau",
    ),
    ("he", "לא", '"לא נכון שאנחנו סוגרים את הגשר השנה", אמרה נעמה ברקוביץ.', "שאנחנו סוגרים את הגשר השנה"),
    ("he", "אם", '"נפתח את הגשר בחודש הבא אם יהיה בטוח", אמרה נעמה ברקוביץ.', "נפתח את הגשר בחודש הבא"),
    ("hi", "नहीं", "“हम पुल अगले महीने खोलेंगे नहीं”, सरिता बंसवाल ने कहा।", "हम पुल अगले महीने खोलेंगे"),
    ("fa", "اگر", "«پل را ماه آینده باز می‌کنیم اگر ایمن باشد»، مهناز کوشکی گفت.", "پل را ماه آینده باز می‌کنیم"),
]


@pytest.mark.parametrize(
    ("lang", "word", "text", "quote"), [pytest.param(*one, id=f"{one[0]}, {one[1]}") for one in MISLEADING]
)
def test_a_cut_that_drops_what_turns_a_sentence_is_noticed(lang: str, word: str, text: str, quote: str) -> None:
    checked = check_brief(
        f"Harbour\n\nThree lines.\n\n{text}\n",
        source={"lang": lang},
        participants=["Somebody Else"],
        quotes=[{"speaker": "Somebody Else", "text": quote}],
    )
    told = [one for one in checked.findings if one.rule in ("quote-opening-dropped", "quote-truncated")]
    assert checked.citation.status == "matched"
    assert len(told) == 1 and f"“{word}" in told[0].message.lower()
    assert "quote-language" not in {one.rule for one in checked.findings}
