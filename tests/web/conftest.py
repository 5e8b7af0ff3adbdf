"""The application over hand-made minutes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from search_api.service import SearchService
from tests.web.administering import Site
from tests.web.reading import Element, read
from tests.web.serving import serve
from web.app import create_app

Get = Callable[..., Element]


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    yield (opened := serve(tmp_path_factory.mktemp("web")))
    opened.close()


@pytest.fixture(scope="session")
def app(service: SearchService) -> Flask:
    return create_app(service=service)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def get(client: FlaskClient) -> Get:
    """The page at an address, read; its status must be what is expected."""

    def page(address: str, status: int = 200) -> Element:
        response = client.get(address)
        assert response.status_code == status, response.text
        return read(response.text)

    return page


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """The pages with an administrator, over an index of this test alone."""
    yield (opened := Site(tmp_path))
    opened.close()
