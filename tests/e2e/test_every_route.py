"""No page is forgotten: each that the application has is gone through by axe, the validator and the visits."""

from tests.e2e.pages import PAGES
from tests.web.serving import serve
from web.app import create_app

NO_PAGES = {"static", "theme", "logo", "sources.source", "taking.csv", "taking.json_lines", "taking.feed", "saved.file"}
# The administration's pages need somebody who may see them; `test_administration` and `test_valid_html` open them.
ELSEWHERE = ("api.", "admin.")


def test_every_route_is_gone_through(tmp_path):
    service = serve(tmp_path)
    app = create_app(service=service)
    service.close()
    routes = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    pages = {name for name in routes - NO_PAGES if not name.startswith(ELSEWHERE)}
    adapter = app.url_map.bind("localhost")
    paths = [address.partition("?")[0] for address in PAGES.values()]
    known = {adapter.match(path)[0] for path in paths if adapter.test(path)}
    assert pages - known == set()
    assert routes >= NO_PAGES  # what is no longer there is not excused
