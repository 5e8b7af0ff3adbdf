"""The question's words on the page of an item, marked and numbered, so that one can go from each to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from search_api.highlighting import Marker
from web.marking import pieces
from web.text import Block, ListBlock, ListItem, Paragraph, Span, Spans, Table

MOST = 40  # places that are listed; a page that holds more of them is best read from its beginning


@dataclass(frozen=True, slots=True)
class Place:
    """One of the question's words: its number on the page, and the heading it stands under."""

    number: int
    heading: str


class Reached:
    """Marks text after text, in the order of the page, and remembers where. Without terms nothing is marked."""

    def __init__(self, marker: Marker) -> None:
        self._marker = marker
        self._places: list[Place] = []

    @property
    def places(self) -> tuple[Place, ...]:
        """The first of the places, in order."""
        return tuple(self._places[:MOST])

    @property
    def more(self) -> int:
        """How many places there are beyond these."""
        return max(len(self._places) - MOST, 0)

    def blocks(self, found: Sequence[Block], heading: str) -> tuple[Block, ...]:
        """The blocks with the words in them marked."""
        return tuple(self._block(block, heading) for block in found) if self._marker.terms else tuple(found)

    def line(self, text: str, heading: str) -> Spans:
        """A line of text with the words in it marked."""
        return self._spans((Span(text),), heading)

    def _block(self, block: Block, heading: str) -> Block:
        if isinstance(block, Paragraph):
            return Paragraph(tuple(self._spans(line, heading) for line in block.lines))
        if isinstance(block, ListBlock):
            return self._list(block, heading)
        header = tuple(self._spans(cell, heading) for cell in block.header)
        return Table(header, tuple(tuple(self._spans(cell, heading) for cell in row) for row in block.rows))

    def _list(self, block: ListBlock, heading: str) -> ListBlock:
        items = (
            ListItem(
                self._spans(item.spans, heading),
                item.number,
                tuple(self._list(inner, heading) for inner in item.nested),
            )
            for item in block.items
        )
        return ListBlock(block.numbered, tuple(items))

    def _spans(self, spans: Spans, heading: str) -> Spans:
        return tuple(part for span in spans for part in self._parts(span, heading))

    def _parts(self, span: Span, heading: str) -> Iterator[Span]:
        if span.href:  # an address is one link, whatever words it is made of
            yield span
            return
        for piece in pieces(span.text, self._marker.marks(span.text)):
            number = 0
            if piece.marked:
                number = len(self._places) + 1
                self._places.append(Place(number, heading))
            yield replace(span, text=piece.text, mark=number)
