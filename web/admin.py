"""The administration page: runs of the indexer, a file uploaded, the index made anew, what is asked.

Only whom the operator names sees any of it (`web.administrators`); nothing of it is kept by a cache, and every form
carries a token of ours.
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import replace

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from mappings.errors import ReferatError, WriterBusy
from mappings.settings import Settings
from mappings.told import Told
from search_api.service import SearchService
from web import admin_page
from web.admin_page import FrontPage, ShownStaged, refusal, run_page, shown_run, upload_page
from web.administration import Administration, Refused, Run
from web.administrators import Administrators
from web.form_tokens import FormTokens
from web.question_store import MONTHS, QuestionStore
from web.wording import translated

log = logging.getLogger(__name__)

_LATEST = 8  # runs on the first page
_QUESTIONS = 100  # of each list
_FORM = 10_000  # bytes that a form has beside its file
_SAID = {
    "discarded": Told("Filen er glemt; intet er læst ind."),
    "dropped": Told("Gamle udgaver af indekset er slettet."),
    "none": Told("Der er ingen gamle udgaver."),
    "forgotten": Told("Spørgsmålene er slettet."),
    "busy": Told("Der bliver skrevet i indekset lige nu. Vent, til det er færdigt, og prøv igen."),
}


def blueprint(
    service: SearchService,
    settings: Settings,
    administrators: Administrators,
    administration: Administration,
    questions: QuestionStore,
) -> Blueprint:
    """The administration pages over one service."""
    pages = Blueprint("admin", __name__, url_prefix="/admin")
    tokens = FormTokens(settings.data)

    @pages.before_request
    def check() -> None:
        user = administrators.checked()
        upload = request.endpoint == "admin.upload"
        request.max_content_length = _FORM + (settings.upload_limit * 2**20 if upload else 0)
        if request.method == "POST" and not upload:
            tokens.check(user, request.form.get("token", ""))

    @pages.after_request
    def keep_private(response: Response) -> Response:
        response.headers["Cache-Control"] = "private, no-store"
        return response

    @pages.get("")
    def front() -> str:
        return render_template("admin/front.html", page=_front())

    @pages.post("/uploads")
    def upload() -> AnyResponse:
        try:
            tokens.check(administrators.checked(), request.form.get("token", ""))
            sent = request.files.get("file")
            if sent is None or not sent.filename:
                raise Refused("name", "no file was sent")
            staged = administration.upload(sent.filename, sent.stream)
        except RequestEntityTooLarge:
            return _refused(Refused("large", ""), 413)
        except Refused as error:
            return _refused(error, 413 if error.why == "large" else 400)
        return redirect(url_for("admin.preview", key=staged.key), 303)

    @pages.get("/uploads/<key>")
    def preview(key: str) -> AnyResponse:
        try:
            found = administration.preview(key)
        except Refused as error:
            return _refused(error, 400)
        page = upload_page(found, tokens.of(administrators.checked()), busy=request.args.get("said") == "busy")
        return make_response(render_template("admin/upload.html", page=page))

    @pages.post("/uploads/<key>/take")
    def take(key: str) -> AnyResponse:
        try:
            number = administration.take(key, administrators.checked())
        except WriterBusy:
            return redirect(url_for("admin.preview", key=key, said="busy"), 303)
        return redirect(url_for("admin.run", number=number), 303)

    @pages.post("/uploads/<key>/discard")
    def discard(key: str) -> AnyResponse:
        administration.discard(key)
        return _back("discarded")

    @pages.get("/runs")
    def runs() -> str:
        return render_template("admin/runs.html", runs=[shown_run(run) for run in administration.runs()])

    @pages.get("/runs/<int:number>")
    def run(number: int) -> str:
        return render_template("admin/run.html", page=run_page(administration.run(number)))

    @pages.get("/reindex")
    def maintenance() -> str:
        token = tokens.of(administrators.checked())
        return render_template("admin/reindex.html", status=service.status(), token=token, said=_said())

    @pages.post("/reindex")
    def reindex() -> AnyResponse:
        try:
            number = administration.reindex(administrators.checked())
        except WriterBusy:
            return redirect(url_for("admin.maintenance", said="busy"), 303)
        return redirect(url_for("admin.run", number=number), 303)

    @pages.post("/reindex/drop-old")
    def drop_old() -> AnyResponse:
        try:
            dropped = administration.drop_old()
        except WriterBusy:
            return redirect(url_for("admin.maintenance", said="busy"), 303)
        return redirect(url_for("admin.maintenance", said="dropped" if dropped else "none"), 303)

    @pages.get("/questions")
    def asked() -> str:
        today = dt.date.today()
        return render_template(
            "admin/questions.html",
            counted=settings.questions == "yes",
            frequent=questions.frequent(_QUESTIONS, today),
            unanswered=questions.unanswered(_QUESTIONS, today),
            months=MONTHS,
            token=tokens.of(administrators.checked()),
            said=_said(),
        )

    @pages.post("/questions/forget")
    def forget() -> AnyResponse:
        questions.forget()
        return redirect(url_for("admin.asked", said="forgotten"), 303)

    def _front() -> FrontPage:
        user = administrators.checked()
        shown = [shown_run(run) for run in _runs()]
        return FrontPage(
            user=user,
            token=tokens.of(user),
            status=service.status(),
            running=next((one for one in shown if one.run.state == "running"), None),
            runs=tuple(shown[:_LATEST]),
            staged=tuple(ShownStaged(one, admin_page.size(one.size)) for one in administration.staged()),
            endings=tuple(administration.endings),
            limit=settings.upload_limit,
            said=_said(),
            refused="",
            refused_because="",
        )

    def _runs() -> list[Run]:
        """The runs; none where they cannot be read, which must not keep anybody from the rest of the page."""
        try:
            return administration.runs()
        except ReferatError as error:
            log.error("the runs cannot be told: %s", error)
            return []

    def _refused(error: Refused, status: int) -> AnyResponse:
        said = refusal(error.why, administration.endings, settings.upload_limit)
        because = str(error) if error.why == "unreadable" else ""
        page = replace(_front(), said="", refused=said, refused_because=because)
        return make_response(render_template("admin/front.html", page=page), status)

    return pages


def _said() -> str:
    """What the last form did, as the address tells."""
    told = _SAID.get(request.args.get("said", ""))
    return translated(told) if told else ""


def _back(said: str) -> AnyResponse:
    return redirect(url_for("admin.front", said=said), 303)
