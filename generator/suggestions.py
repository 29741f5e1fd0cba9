"""What was probably meant: the nearest known word, and the words that other tools use."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.lookalikes import as_seen

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
    "date": "date when published",
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
    "start_date": "from date",
    "summary": "summary note",
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
    "until": "to",
    "since": "from",
    "start": "from date",
    "end": "to",
    "title": "title headline role label what name",
    "tldr": "summary",
    "translation": "text translated_by",
    "translator": "translated_by",
    "type": "kind",
    "unknown": "not_known",
    "updated": "changes",
    "updates": "changes",
    "last_updated": "changes",
    "lastmod": "changes",
    "modified": "changes",
    "corrected": "changes",
    "correction": "changes",
    "venue": "where occasion",
    "what": "text what",
    "when": "when date",
    "where": "where occasion places",
    "who": "who speaker name participants",
    "why": "why_it_matters reason note",
    "words": "text",
    "writer": "byline",
}


#: Words of other tools for the few words that a value may have.
_OTHER_VALUES = {
    "happened": "done complete completed held occurred finished over true yes",
    "slipped": "postponed delayed deferred moved rescheduled late",
    "cancelled": "canceled dropped abandoned off scrapped no false",
    "superseded": "replaced overtaken obsolete",
    "confirmed": "certain sure definite agreed fixed",
    "expected": "likely probable scheduled planned",
    "proposed": "possible suggested tentative uncertain maybe",
    "correction": "corrected fix error erratum",
    "update": "updated addition added new",
    "typo": "spelling minor",
    "article": "news report story",
    "transcript": "interview debate hearing",
    "statement": "release press_release speech communique declaration",
    "post": "tweet thread blog message",
}

#: And in other languages: German, French, Spanish, Russian, Ukrainian.
_VALUES_ELSEWHERE = {
    "happened": "geschehen stattgefunden eingetreten tenu réalisé celebrado ocurrido realizado состоялось состоялся "
    "відбулося відбувся",
    "slipped": "verschoben vertagt reporté ajourné aplazado pospuesto отложено перенесено відкладено",
    "cancelled": "abgesagt gestrichen annulé cancelado anulado отменено скасовано",
    "superseded": "überholt ersetzt remplacé sustituido reemplazado заменено замінено",
    "confirmed": "bestätigt sicher confirmé confirmado подтверждено подтверждён підтверджено",
    "expected": "erwartet voraussichtlich wahrscheinlich geplant attendu prévu esperado previsto ожидается очікується",
    "proposed": "vorgeschlagen möglich proposé propuesto предложено запропоновано",
    "correction": "korrektur berichtigung richtigstellung corrección correccion rectificatif исправление поправка "
    "виправлення",
    "update": "aktualisierung ergänzung actualisation actualización actualizacion обновление дополнение оновлення",
    "typo": "tippfehler schreibfehler coquille errata опечатка описка",
    "article": "artikel artículo articulo статья стаття",
    "transcript": "mitschrift protokoll transcription transcripción стенограмма стенограма",
    "statement": "erklärung pressemitteilung mitteilung déclaration communiqué declaración comunicado заявление заява",
    "post": "beitrag publication publicación пост допис",
}

#: The fields in other languages: an editor's own words.
_IN_OTHER_LANGUAGES = {
    "title": "titel titre título titulo заголовок назва 标题 العنوان",
    "date": "datum fecha дата 日期 التاريخ",
    "summary": "zusammenfassung résumé resumen резюме сводка підсумок 摘要 الملخص",
    "source": "quelle fuente источник джерело 来源 المصدر",
    "topics": "themen thèmes temas темы теми",
    "places": "orte lieux lugares места місця",
    "participants": "teilnehmer teilnehmende participantes участники учасники",
    "mentioned": "erwähnt mentionnés mencionados упомянуты згадані",
    "key_points": "kernpunkte stichpunkte points_clés puntos_clave",
    "quotes": "zitate citas цитаты цитати 引语",
    "speaker": "sprecher sprecherin locuteur orador спикер спікер",
    "text": "wortlaut texte texto текст",
    "name": "nom nombre имя ім'я",
    "role": "rolle amt rôle fonction cargo должность посада",
    "organisation": "organización organizacion организация організація",
    "next_steps": "nächste_schritte prochaines_étapes próximos_pasos",
    "what": "was quoi qué что що",
    "when": "wann quand cuándo когда коли",
    "where": "wo où dónde где де",
    "file": "datei fichier archivo файл",
    "draft": "entwurf brouillon borrador черновик чернетка",
}
#: And in Italian, Portuguese, Dutch, the languages of Scandinavia, Finnish, Polish, Czech, Slovak, Croatian, Romanian,
#: Hungarian, Turkish, Greek and Bulgarian.
_FARTHER = {
    "title": "titolo titolu tittel rubrik overskrift otsikko tytuł titulek nadpis názov naslov titlu cím başlık "
    "τίτλος заглавие",
    "date": "data dato päivä päivämäärä datum dátum tarih ημερομηνία",
    "summary": "sommario riassunto sintesi resumo samenvatting sammanfattning sammendrag tiivistelmä streszczenie "
    "shrnutí souhrn zhrnutie sažetak rezumat összefoglaló özet περίληψη резюме",
    "source": "fonte bron källa kilde lähde źródło zdroj izvor sursa sursă forrás kaynak πηγή източник",
    "topics": "temi argomenti onderwerpen ämnen emner aiheet tematy témata témy teme témák konular θέματα",
    "places": "luoghi locais plaatsen platser steder paikat miejsca místa miesta mjesta locuri helyszínek yerler "
    "τόποι места",
    "participants": "partecipanti deelnemers deltagare deltakere deltagere osallistujat uczestnicy účastníci sudionici "
    "participanți résztvevők katılımcılar συμμετέχοντες",
    "mentioned": "citati menzionati vermeld genoemd nämnda nevnt nævnt mainitut wspomniani zmínění zmienení spomenuti "
    "menționați említettek anılanlar",
    "quotes": "citazioni virgolettati citações citacoes citaten citat sitater citater sitaatit lainaukset cytaty "
    "citáty citace citati citate idézetek alıntılar παραθέσεις цитати",
    "speaker": "oratore parlante falante orador spreker talare taler puhuja mówca mluvčí rečník govornik vorbitor "
    "beszélő konuşmacı konuşan ομιλητής говорител",
    "text": "testo tekst teksti szöveg metin κείμενο",
    "name": "nome naam namn navn nimi imię nazwisko jméno meno ime nume név isim ad όνομα име",
    "role": "ruolo carica função funcao functie roll rolle rooli tehtävä rola funkcja stanowisko funkce funkcia "
    "funkcija funcție szerep tisztség görev rol ρόλος длъжност",
    "next_steps": "prossimi_passi próximos_passos volgende_stappen nästa_steg neste_steg næste_skridt "
    "seuraavat_askeleet następne_kroki kolejne_kroki další_kroky ďalšie_kroky sljedeći_koraci "
    "pașii_următori következő_lépések sonraki_adımlar",
    "what": "cosa que wat vad hva hvad mitä co čo što ce mit ne τι какво",
    "when": "quando wanneer när når hvornår milloin kiedy kdy kedy kada când mikor zaman πότε кога",
    "where": "dove onde waar var hvor missä gdzie kde gdje unde hol nerede πού къде",
    "file": "bestand fil tiedosto plik soubor súbor datoteka fișier fájl dosya αρχείο файл",
    "draft": "bozza rascunho concept utkast kladde luonnos szkic koncept nacrt ciornă vázlat taslak πρόχειρο",
}
for _words in (_OTHER_VALUES, _VALUES_ELSEWHERE, _IN_OTHER_LANGUAGES, _FARTHER):
    for _known, _said in _words.items():
        for _word in _said.split():
            _OTHER_WORDS[_word] = f"{_OTHER_WORDS.get(_word, '')} {_known}".strip()


#: Words of other tools for which a brief has no field, and what does their work here.
_NEEDLESS = {
    "id": "the path of the file is the id of a brief",
    "slug": "the path of the file is the address of a brief",
    "permalink": "the path of the file is the address of a brief",
    "layout": "every brief has the same layout",
    "template": "every brief has the same layout",
    "image": "briefs have no pictures",
    "images": "briefs have no pictures",
    "photo": "briefs have no pictures",
    "weight": "briefs stand in the order of their dates",
    "order": "briefs stand in the order of their dates",
}


def why_needless(word: str) -> str:
    """Why a field of another tool is none of a brief; nothing for any other word."""
    return _NEEDLESS.get(word.strip().casefold(), "")


def find_meant(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant: another spelling of it, or the word of another tool."""
    choices = list(known)
    plain = as_seen(word).strip(" \"'“”„«»*_`<>").casefold().replace(" ", "_").replace("-", "_")
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
