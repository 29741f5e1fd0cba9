"""Numbers in running text: digits, number words, and what multiplies them."""

from __future__ import annotations

import re

_DIGIT = re.compile(r"\d")
#: What makes a number larger: 3 million, 3 тысячи, drei Millionen.
_MULTIPLES = re.compile(
    r"hundreds?|thousands?|[mb]illions?|trillions?|dozens?|lakhs?|crores?|[mbt]n|percent|cents?|"
    r"hundert\w*|tausend\w*|million(?:en)?|milliarden?|billionen?|prozent|dutzend\w*|mio|mrd|"
    r"cents|mille|milliers?|milliards?|douzaines?|"
    r"cien\w*|mil|miles|mill[oó]n(?:es)?|billones|docenas?|"
    r"сот\w*|ст[оа]|тысяч\w*|тыс|миллион\w*|млн|миллиард\w*|млрд|триллион\w*|процент\w*|десят\w*|"
    r"сотн\w*|тисяч\w*|тис|мільйон\w*|мільярд\w*|трильйон\w*|відсотк\w*|відсоток|"
    r"[十百千万亿萬億兆]|مئ\w*|مائ\w*|ألف|آلاف|ألفا|مليون\w*|ملايين|مليار\w*|بالمئة|بالمائة|[%‰]",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"(?:-\w+)?|thirds?|fourth|fifth|sixth|seventh|eighth|ninth|tenth|half|halves|twice|thrice|double|triple|"
    r"eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\w+zehn|\w*(?:zwan|vier|fünf|sech|sieb|acht|neun)zig|"
    r"dreißig|halb\w*|anderthalb|eineinhalb|(?:drit|vier|fünf|sechs|sieb|ach|neun|zehn)tel|tiers|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|"
    r"quarante|cinquante|soixante|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte|treinta|cuarenta|"
    r"cincuenta|sesenta|setenta|ochenta|noventa|trece|catorce|quince|dieci\w+|veinti\w+|mitad|tercios?|"
    r"дв(?:а|е|ух|ум|умя|ое|оих|оим)|тр(?:и|[её]х|[её]м|емя|ое|оих|оим)|четыр(?:е|[её]х|[её]м|ьмя)|"
    r"(?:пят|шест|девят|двадцат|тридцат)(?:ь|и|ью)|(?:сем|восем|восьм)(?:ь|и)|восемью|четверо|пятеро|шестеро|семеро|"
    r"сорока?|пятьдесят|пятидесяти|полтора|полторы|полутора|трет(?:ь|и|ью)|четверт(?:ь|и|ью)|"
    r"дві|двох|двом|двома|двоє|трьох|трьом|трьома|троє|чотир(?:и|ьох|ьом|ма)|шість|сім|вісім|двадцять|тридцять|"
    r"(?:п['’ʼ]ят|шест|сем|вос|дев['’ʼ]ят)(?:ь|и|ьми|ьох|ьом|ьмох)|п['’ʼ]ятеро|півтора|півтори|третин(?:а|и|у|і|ою)|чверт(?:ь|і)|[俩仨倍一二两三四五六七八九零〇半]|"
    r"نصف|واحد|اثن\w+|ثلاث\w*|أربع\w*|خمس\w*|ست|ستة|سبع\w*|ثمان\w*|تسع\w*|عشر\w*",
    re.IGNORECASE,
)


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or letters, or multiplies one."""
    return bool(_DIGIT.search(word) or _WORDS.fullmatch(word) or _MULTIPLES.fullmatch(word))


def has_digit(word: str) -> bool:
    """Whether a word is written with digits."""
    return bool(_DIGIT.search(word))


def inside_number(before: str, after: str) -> bool:
    """Whether a cut between two neighbouring words stops inside a number: 3 | million, 10 | 000."""
    if not is_number(before):
        return False
    return bool(_MULTIPLES.fullmatch(after)) or (has_digit(before) and has_digit(after))
