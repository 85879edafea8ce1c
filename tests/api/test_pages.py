"""The built pages at `/`, the reference at `/docs`, and health."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from afterview.api import frontend
from afterview.api.reference_page import write_reference
from afterview.main import create_app
from afterview.settings import Settings
from afterview.store.migrations import downgrade
from tests.conftest import CHEAP


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """No test here is about storing."""
    return sqlite_url


@pytest.fixture
def pages(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """An installation whose pages have been built."""
    dist = tmp_path / "dist"
    (dist / "assets").mkdir(parents=True)
    (dist / "index.html").write_text("<!doctype html><title>Afterview</title>")
    (dist / "assets" / "app-1a2b.js").write_text("export const long = 1;\n" * 100)
    (dist / "assets" / "font-1a2b.woff2").write_bytes(b"\0" * 5_000)
    monkeypatch.setattr(frontend, "PLACES", (tmp_path / "web", dist))
    return TestClient(create_app(settings, password_cost=CHEAP))


@pytest.fixture
def unbuilt(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """An installation whose pages have not been built."""
    monkeypatch.setattr(frontend, "PLACES", (tmp_path / "nowhere",))
    return TestClient(create_app(settings, password_cost=CHEAP))


@pytest.mark.parametrize("path", ["/", "/index.html"])
def test_the_first_page_is_asked_for_anew_each_time(pages: TestClient, path: str) -> None:
    answer = pages.get(path)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
    assert pages.get(path, headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_assets_are_kept_for_ever_and_sent_compressed(pages: TestClient) -> None:
    answer = pages.get("/assets/app-1a2b.js", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (answer.headers["content-encoding"], answer.headers["vary"]) == ("gzip", "Accept-Encoding")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.text.startswith("export const long")
    assert int(answer.headers["content-length"]) < len(answer.text)


@pytest.mark.parametrize(
    ("path", "encoding"), [("/assets/app-1a2b.js", "identity"), ("/", "gzip"), ("/assets/font-1a2b.woff2", "gzip")]
)
def test_what_is_small_or_compressed_or_not_wanted_so_is_sent_plain(
    pages: TestClient, path: str, encoding: str
) -> None:
    assert "content-encoding" not in pages.get(path, headers={"Accept-Encoding": encoding}).headers


@pytest.mark.parametrize("path", ["/assets/none.js", "/assets/../index.html/..%2f..", "/assets", "/applications"])
def test_nothing_but_the_built_files_is_there(pages: TestClient, path: str) -> None:
    assert pages.get(path).status_code == 404


def test_without_built_pages_the_first_page_says_how_to_build_them(unbuilt: TestClient) -> None:
    answer = unbuilt.get("/")
    assert answer.status_code == 200
    assert "make setup" in answer.text


def test_the_reference_names_every_call_and_loads_nothing_foreign(client: TestClient) -> None:
    page, contract = client.get("/docs").text, client.get("/openapi.json").json()
    for path in contract["paths"]:
        assert f"<code>{path}</code>" in page
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=\"(?!#|/)", page)
    assert set(re.findall(r'href="#(\w+)"', page)) <= set(re.findall(r'id="(\w+)"', page))
    assert client.get("/docs.css").headers["content-type"].startswith("text/css")


def test_the_reference_escapes_what_the_contract_says() -> None:
    contract = {"info": {"title": "<b>", "description": "`<i>`"}, "paths": {}, "components": {"schemas": {}}}
    page = write_reference(contract)
    assert "<b>" not in page
    assert "<code>&lt;i&gt;</code>" in page


def test_the_process_says_that_it_lives(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}


def test_it_is_ready_at_the_newest_migration_only(client: TestClient, database_url: str) -> None:
    assert client.get("/readyz").json() == {"status": "ok"}
    downgrade(database_url, "base")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "afterview migrate" in answer.json()["detail"]
