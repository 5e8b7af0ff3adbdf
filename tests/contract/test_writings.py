"""What is written in several ways is found by any of them, as a word and as a phrase."""

import pytest

from engines.asked import PUBLIC, Filters, Selection
from engines.base import Engine
from search_api.understanding import understand
from tests.contract.corpus import item, meeting

CORPUS = [
    meeting(
        "Byrådet",
        "2021-08-30",
        item("Frist", "Fristen blev sat til senest den 28-06-2021 kl. 12.00, jf. § 17, stk. 4."),
        item("Anlæg", "Der gives 1.200.000 kr. til Dansk Vejdrift A/S og til kommunens it-strategi."),
        item("Anlæg igen", "Der gives 1,3 mio. kr. den 29. juni 2021 i skoleåret 2021/22, jf. § 17, stk. 5."),
    )
]
FRIST, ANLAEG, IGEN = (f"byraadet-2021-08-30-{number:02d}" for number in (1, 2, 3))


@pytest.fixture
def written(engine: Engine) -> Engine:
    engine.write(CORPUS)
    return engine


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("frist 28. juni 2021", [FRIST]),
        ("28.6.21", [FRIST]),
        ("28/6-2021", [FRIST]),
        ('"senest den 28. juni 2021"', [FRIST]),
        ('"2021-06-29"', [IGEN]),
        ("kl. 12", [FRIST]),
        ("paragraf 17 stk. 4", [FRIST]),
        ("§ 17", [FRIST, IGEN]),
        ("1,2 mio. kr.", [ANLAEG]),
        ("1300000 kr.", [IGEN]),
        ("vejdrift a/s", [ANLAEG]),
        ("itstrategi", [ANLAEG]),
        ("skoleåret 2022", [IGEN]),
        ("28. juni 2020", []),
    ],
)
def test_it_is_found_however_it_is_written(written: Engine, question: str, found: list[str]) -> None:
    asked = understand(question).words
    assert list(written.select(Selection(words=asked), PUBLIC).ids) == found


def test_the_word_that_stands_for_it_is_evidence_of_every_kind(written: Engine) -> None:
    asked = understand("29-06-2021").words
    (best,) = [one for one in written.candidates(asked, None, Filters(), 5, PUBLIC) if one.evidence.all_words]
    assert best.item_id == IGEN
    assert best.evidence.stems > 0.3
    assert best.evidence.terms > 0.3
    assert best.evidence.grams > 0.3
