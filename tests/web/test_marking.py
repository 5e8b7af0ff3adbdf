"""Marks in text."""

from hypothesis import given
from hypothesis import strategies as st

from web.marking import Piece, pieces
from web.wording import counted, number, shortened


def test_marks_cut_a_text_in_pieces():
    assert pieces("om hjemmearbejde nu", [(3, 16)]) == (
        Piece("om ", False),
        Piece("hjemmearbejde", True),
        Piece(" nu", False),
    )


def test_marks_outside_the_text_are_left_out():
    assert pieces("kort", [(2, 99), (50, 60), (-5, -1)]) == (Piece("ko", False), Piece("rt", True))


@given(st.text(), st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40))))
def test_the_pieces_are_the_text_whatever_the_marks(text, marks):
    assert "".join(piece.text for piece in pieces(text, marks)) == text


@given(st.text(), st.integers(3, 60))
def test_a_shortened_text_is_never_longer(text, longest):
    assert len(shortened(text, longest)) <= longest + 1


def test_a_text_is_cut_between_words():
    assert shortened("Direktionen godkendte  rammerne,\nog der evalueres", 33) == "Direktionen godkendte rammerne …"


def test_numbers_and_counts_are_danish():
    assert number(1234567) == "1.234.567"
    assert (counted(1, "punkt", "punkter"), counted(1200, "punkt", "punkter")) == ("1 punkt", "1.200 punkter")
