"""A page as a test reads it: its elements, its words, its links, nothing of how it is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass
class Element:
    """An element with its attributes and what it holds, in order."""

    name: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def all(self, name: str = "", /, **attributes: str) -> list["Element"]:
        """The elements within of this name, with a class (`class_`) or other attributes (`aria_label`)."""
        return [one for one in self._within() if (not name or one.name == name) and one._has(attributes)]

    def one(self, name: str = "", /, **attributes: str) -> "Element":
        found = self.all(name, **attributes)
        assert len(found) == 1, f"{len(found)} × {name} {attributes}"
        return found[0]

    @property
    def text(self) -> str:
        """The words within, single-spaced."""
        return " ".join("".join(self._strings()).split())

    @property
    def texts(self) -> list[str]:
        return [child.text for child in self.children if isinstance(child, Element)]

    @property
    def scripts(self) -> list[str]:
        """What every script within is: the name of one of our own files, or else its very text."""
        found = []
        for script in self.all("script"):
            name, static, file = script.attributes.get("src", "").partition("/static/")
            found.append(file.partition("?")[0] if static and not name and not script.text else repr(script))
        return found

    def links(self) -> dict[str, str]:
        """Where each link leads, by its words."""
        return {link.text: link.attributes["href"] for link in self.all("a")}

    def _within(self) -> Iterator["Element"]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child._within()

    def _strings(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._strings()
                if child.name in ("li", "p", "h1", "h2", "h3", "dt", "dd", "td", "br", "div"):
                    yield " "

    def _has(self, attributes: dict[str, str]) -> bool:
        for name, value in attributes.items():
            own = self.attributes.get(name.rstrip("_").replace("_", "-"))
            if own is None or (value not in own.split() if name == "class_" else own != value):
                return False
        return True


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self._open[-1].name == tag, f"</{tag}> closes <{self._open[-1].name}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def finished(self) -> Element:
        assert self._open == [self.root], f"never closed: {[one.name for one in self._open[1:]]}"
        return self.root


def read(html: str) -> Element:
    """The page as an element; fails where elements do not nest."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finished()
