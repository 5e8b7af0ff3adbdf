"""Saved searches: in the browser, or with the account of a user whom the operator's sign-in names.

Who signs in is not our business: a proxy before us tells who it was (see `web.users`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qs, urlencode

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from mappings.errors import BadRequest, NotFound
from mappings.settings import Settings
from mappings.told import Told
from search_api.access import PUBLIC
from search_api.answers import ItemAnswer
from search_api.exporting import KEY, key
from search_api.query import DEFAULT_SIZE, SearchRequest, from_parameters, parameters
from search_api.service import SearchService
from web import links, saved_file, users
from web.form_tokens import FormTokens
from web.saved_file import LARGEST_FILE, LONGEST_NAME, LONGEST_QUERY, Saved
from web.saved_hits import HitsOf
from web.saved_store import Kept, SavedSearches
from web.wording import collapsed, gettext, ngettext, shortened, translated

SHOWN = 5  # new results told by their titles
_MOST_SEEN = 30_000  # keys remembered of one search
_FORM = 10_000  # bytes that a form has beside its file


@dataclass(frozen=True, slots=True)
class SavedRow:
    """A saved search as the page shows it; `href` and `feed` are empty where it is not understood any more."""

    kept: Kept
    about: str
    fresh: tuple[ItemAnswer, ...]
    href: str
    feed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """The page: the search that can be saved (if any) and what it would be called; of a user also what is saved."""

    query: str
    name: str
    told: str
    feed: str
    user: str = ""
    mail: str = ""
    token: str = ""
    rows: tuple[SavedRow, ...] = ()
    notices: tuple[str, ...] = ()


def blueprint(service: SearchService, settings: Settings) -> Blueprint:
    """The pages of saved searches."""
    pages = Blueprint("saved", __name__)
    store = SavedSearches(settings.data)
    tokens = FormTokens(settings.data)
    hits = HitsOf(service)

    @pages.get("/saved")
    def saved() -> str:
        given = request.args.to_dict(flat=False)
        notice = given.pop("said", [""])[0]
        page = _page(from_parameters(given))
        user = users.user(settings)
        if not user:
            return render_template("saved.html", page=page)
        rows = tuple(_row(service, hits, _begun(hits, store, user, kept)) for kept in store.of(user))
        notices = (translated(_SAID[notice]),) if notice in _SAID else ()
        mail = users.told(settings.mail_header)
        page = replace(page, user=user, mail=mail, token=tokens.of(user), rows=rows, notices=notices)
        return render_template("saved_account.html", page=page)

    @pages.post("/saved")
    def save() -> AnyResponse:
        user = _checked(settings, tokens)
        name, query = collapsed(request.form.get("name", "")), request.form.get("query", "")
        if not name or len(name) > LONGEST_NAME:
            raise BadRequest(Told("Skriv et navn på højst %(longest)s tegn.", longest=LONGEST_NAME), "name")
        asked = _read(query)
        mail = users.told(settings.mail_header) if request.form.get("mail") == "yes" else ""
        new = Saved(name, _query(asked), dt.date.today(), _keys(hits, asked))
        return _back("saved" if store.save(user, new, mail) else "known")

    @pages.post("/saved/<int:number>/see")
    def see(number: int) -> AnyResponse:
        user, kept = _own(settings, store, tokens, number)
        keys = _keys(hits, _read(kept.query))
        if keys is not None:
            store.change(user, replace(kept, seen=_union(keys, kept.seen or "")))
        return _back("seen")

    @pages.post("/saved/<int:number>/mail")
    def mail(number: int) -> AnyResponse:
        user, kept = _own(settings, store, tokens, number)
        store.change(user, replace(kept, mail="" if kept.mail else users.told(settings.mail_header)))
        return _back("changed")

    @pages.post("/saved/<int:number>/delete")
    def delete(number: int) -> AnyResponse:
        user, kept = _own(settings, store, tokens, number)
        store.delete(user, kept.number)
        return _back("deleted")

    @pages.get("/saved.json")
    def file() -> Response:
        user = users.user(settings)
        if not user:
            raise NotFound(Told("Søgninger uden konto gemmes i browseren."))
        response = make_response(saved_file.written(store.of(user)))
        response.content_type = "application/json"
        name = f"gemte-soegninger-{dt.date.today().isoformat()}.json"
        response.headers["Content-Disposition"] = f"attachment; filename={name}"
        return response

    @pages.post("/saved.json")
    def take() -> AnyResponse:
        user = _checked(settings, tokens)
        sent = request.files.get("file")
        found, lost = saved_file.read(sent.read() if sent else b"", dt.date.today())
        for one in found:
            try:
                canonical = _query(_read(one.query))
            except BadRequest:
                lost += 1
                continue
            store.save(user, replace(one, query=canonical))
        return _back("some" if lost else "taken")

    @pages.before_request
    def limit() -> None:
        request.max_content_length = LARGEST_FILE + _FORM

    @pages.after_request
    def keep_private(response: Response) -> Response:
        if settings.user_header:
            response.headers["Cache-Control"] = "private, no-store"
        return response

    return pages


_SAID = {
    "saved": Told("Søgningen er gemt."),
    "known": Told("Søgningen er gemt i forvejen."),
    "seen": Told("Markeret som set."),
    "changed": Told("Ændret."),
    "deleted": Told("Slettet."),
    "taken": Told("Filen er hentet."),
    "some": Told("Filen er hentet, men nogle af søgningerne kunne ikke læses og er udeladt."),
}


def _checked(settings: Settings, tokens: FormTokens) -> str:
    """The user whose own form this is; raises `NotFound` where nobody is signed in, `BadRequest` for another's form."""
    user = users.user(settings)
    if not user:
        raise NotFound(Told("Søgninger uden konto gemmes i browseren."))
    tokens.check(user, request.form.get("token", ""))
    return user


def _own(settings: Settings, store: SavedSearches, tokens: FormTokens, number: int) -> tuple[str, Kept]:
    user = _checked(settings, tokens)
    kept = store.one(user, number)
    if kept is None:
        raise NotFound(Told("Den gemte søgning findes ikke."))
    return user, kept


def _back(said: str) -> AnyResponse:
    return redirect(url_for("saved.saved", said=said), 303)


def _page(asked: SearchRequest) -> SavedPage:
    query = _query(asked)
    labels = [label for _, _, label in links.filters(asked)]
    question = shortened(asked.question, LONGEST_NAME // 2)
    quoted = [gettext("»%(words)s«", words=question)] if question else []
    told = " · ".join((*quoted, *labels)) or gettext("Alle punkter")
    name = shortened(", ".join((*([question] if question else []), *labels)) or gettext("Alle punkter"), LONGEST_NAME)
    return SavedPage(query=query, name=name, told=told, feed=links.address(url_for("taking.feed"), _plain(asked)))


def _plain(asked: SearchRequest) -> SearchRequest:
    return replace(asked, page=1, size=DEFAULT_SIZE)


def _query(asked: SearchRequest) -> str:
    """The search as its address has it, without its page."""
    return urlencode(list(parameters(_plain(asked))))


def _read(query: str) -> SearchRequest:
    """The search of such a query; raises `BadRequest` where it cannot be understood."""
    if len(query) > LONGEST_QUERY:
        raise BadRequest(Told("Søgningen er for lang til at gemmes."), "query")
    return from_parameters(parse_qs(query))


def _keys(hits: HitsOf, asked: SearchRequest) -> str | None:
    """The keys of all results; None where they are too many."""
    ids = hits(asked).ids
    return None if ids is None else "".join(map(key, ids))


def _begun(hits: HitsOf, store: SavedSearches, user: str, kept: Kept) -> Kept:
    """The search as it is kept; one that nobody has looked at begins with what there is now."""
    if kept.seen is not None:
        return kept
    try:
        begun = replace(kept, seen=_keys(hits, _read(kept.query)))
    except BadRequest:  # which the row tells
        return kept
    if begun.seen is not None:
        store.change(user, begun)
    return begun


def _row(service: SearchService, hits: HitsOf, kept: Kept) -> SavedRow:
    try:
        asked = _read(kept.query)
    except BadRequest as error:
        about = gettext("Søgningen kan ikke længere forstås: %(why)s", why=translated(error.told))
        return SavedRow(kept, about, (), "", "")
    found = hits(asked)
    total = ngettext("%(num)s resultat", "%(num)s resultater", found.total)
    href, feed = links.address(url_for("pages.search"), asked), links.address(url_for("taking.feed"), asked)
    if found.ids is None:
        about = gettext(
            "%(total)s: så mange, at nye ikke kan tælles. Afgræns søgningen, eller brug dens feed.", total=total
        )
        return SavedRow(kept, about, (), href, feed)
    seen = _parts(kept.seen or "")
    new = [one for one in found.ids if key(one) not in seen] if kept.seen is not None else []
    about = (
        ngettext("%(num)s ny siden sidst, %(total)s", "%(num)s nye siden sidst, %(total)s", len(new), total=total)
        if new
        else gettext("Ingen nye siden sidst, %(total)s", total=total)
    )
    return SavedRow(kept, about, tuple(service.items(new[:SHOWN], PUBLIC)), href, feed)


def _parts(keys: str) -> dict[str, None]:
    return dict.fromkeys(keys[at : at + KEY] for at in range(0, len(keys), KEY))


def _union(now: str, before: str) -> str:
    every: Sequence[str] = [*_parts(now), *_parts(before)]
    return "".join(list(dict.fromkeys(every))[:_MOST_SEEN])
