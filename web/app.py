"""The application: one factory that puts the pages, the JSON API and their common manners together."""

from __future__ import annotations

from flask import Flask
from jinja2 import StrictUndefined

from mappings import labels
from mappings.naming import slug
from mappings.settings import Settings, load
from search_api import routes
from search_api.noting import nobody
from search_api.release import product_version
from search_api.service import SearchService
from web import (
    admin,
    assets,
    cases,
    errors,
    headers,
    languages,
    look,
    pages,
    people,
    saved,
    script_words,
    sources,
    taking,
    wording,
)
from web.administration import Administration
from web.administrators import Administrators
from web.question_store import QuestionStore
from web.questions import Questions
from web.statement import statement


def create_app(
    settings: Settings | None = None,
    service: SearchService | None = None,
    administration: Administration | None = None,
) -> Flask:
    """The application over `service`, or over what `settings` (or else the environment) name; of both, as is given.

    `settings` also tell how the pages look. There is a page to administer from where they name administrators, and
    `administration` is given, as `referat serve` does. Raises `BadSettings` and `IndexMismatch` as they do.
    """
    if settings is None:
        settings = load() if service is None else Settings()
    app = Flask(__name__)
    languages.register(app, settings)
    look.register(app, settings)
    administrators = Administrators(settings)
    told = statement(settings, product_version())
    if service is None:
        service = _opened(settings)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        capital=wording.capital,
        clock=wording.clock,
        day=wording.day,
        moment=wording.moment,
        number=wording.number,
        outcome_label=lambda outcome: wording.translated(labels.OUTCOME_LABELS[outcome]),
        slug=slug,
        translated=wording.translated,
    )
    app.jinja_env.globals.update(
        _=wording.gettext_html,
        copy_words=script_words.copy_words,
        gettext=wording.gettext_html,
        lang=languages.lang,
        language=lambda: languages.spoken().name,
        ngettext=wording.ngettext_html,
        saved_words=script_words.saved_words,
        suggestion_words=script_words.suggestion_words,
    )
    assets.register(app)
    headers.register(app)
    errors.register(app)
    questions = QuestionStore(settings.data)
    note = Questions(service, questions).note if settings.questions == "yes" else nobody
    app.register_blueprint(pages.blueprint(service, told, note))
    app.register_blueprint(cases.blueprint(service))
    app.register_blueprint(people.blueprint(service))
    app.register_blueprint(sources.blueprint(service))
    app.register_blueprint(taking.blueprint(service, settings))
    app.register_blueprint(saved.blueprint(service, settings))
    app.register_blueprint(routes.blueprint(service, note))
    app.jinja_env.globals["administers"] = lambda: False
    if administration is not None and administrators:
        app.jinja_env.globals["administers"] = administrators.asks
        app.register_blueprint(admin.blueprint(service, settings, administrators, administration, questions))
    routes.handle_unrouted(app)
    return app


def _opened(settings: Settings) -> SearchService:
    # Imported here, since it loads the engine and the model, which who brings a service does not need.
    from search_api.opening import open_service

    return open_service(settings)
