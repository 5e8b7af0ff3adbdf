"""Every link on every page leads somewhere."""

from urllib.parse import urldefrag

from tests.web.reading import read

MOST = 400  # pages followed: filters combine without end


def test_every_internal_link_resolves(client):
    waiting, seen, fragments = ["/", "/?q=hjemmearbejde", "/?q=cykelsti&page=2"], set(), []
    while waiting and len(seen) < MOST:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        response = client.get(address)
        assert response.status_code == 200, address
        if response.mimetype != "text/html":
            continue
        page = read(response.text)
        ids = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
        assert len(ids) == len(set(ids)), f"an id stands twice on {address}"
        for element in page.all():
            link, fragment = urldefrag(element.attributes.get("href", ""))
            if link.startswith("/"):
                waiting.append(link)
            elif fragment:
                fragments.append((address, fragment))
                assert fragment in ids
            for name in ("for", "aria-labelledby"):
                assert set(element.attributes.get(name, "").split()) <= set(ids)
    assert any(address.startswith("/items/") for address in seen)
    assert any(address.startswith("/meetings/") for address in seen)
    assert fragments
