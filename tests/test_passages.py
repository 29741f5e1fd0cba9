"""A source text is read as a reader sees it; any text at all can be read."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.passages import Article, Span, read_article

ODD = [
    *"ab Z9sé \n\n.,:;!?'\"-–—“”‘’«»‹›„‚`()「」『』\u00a0我们",
    "\n\n", "said ", " he said", ", сказал он, ", "''", "``", "<<", ">>",
    "— ", "5'10\"", "'90s", "s’ ", " “", "” ", "« ", " »",
    "word " * 30 + "\n",
]  # fmt: skip
odd_texts = st.lists(st.sampled_from(ODD), max_size=60).map("".join)
languages = st.sampled_from(["en", "de", "fr", "es", "ru", "uk", "zh", "ar", "xx"])
kinds = st.sampled_from(["article", "transcript", "statement", "post"])


@given(odd_texts | st.text(), languages, kinds)
def test_any_text_can_be_read(text: str, lang: str, kind: str) -> None:
    article = read_article(text, lang, kind)
    end = 0
    for passage in article.passages:
        assert passage.opening.start >= end
        assert passage.span == Span(passage.parts[0].start, passage.parts[-1].end)
        end = passage.span.end
        for part in passage.parts:
            assert 0 <= part.start < part.end <= len(text)
            assert text[part.start : part.end].strip() == text[part.start : part.end]
        for nested in passage.nested:
            assert passage.span.start <= nested.start < nested.end <= passage.span.end
    for spans in (article.sentences, [paragraph.span for paragraph in article.paragraphs]):
        assert all(one.end <= other.start for one, other in pairwise(spans))


def quoted(article: Article) -> list[str]:
    return [article.text[passage.span.start : passage.span.end] for passage in article.passages]
