"""Questions asked of a service, and what is told of its answers."""

from search_api.access import PUBLIC, Access
from search_api.answers import SearchAnswer
from search_api.query import SearchRequest
from search_api.service import SearchService


def ask(service: SearchService, question: str = "", access: Access = PUBLIC, **filters: object) -> SearchAnswer:
    return service.search(SearchRequest(question=question, **filters), access)  # type: ignore[arg-type]


def ids(answer: SearchAnswer) -> list[str]:
    return [result.id for result in answer.results]


def counts(answer: SearchAnswer, facet: str) -> dict[str | int, int]:
    return {value.value: value.count for value in answer.facets[facet]}
