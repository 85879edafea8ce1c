"""The built pages at `/`: read once at the start, compressed once, and served from memory."""

import gzip
import mimetypes
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

_PACKAGE: Final = Path(__file__).parents[1]
PLACES: Final = (_PACKAGE / "web", _PACKAGE.parents[1] / "frontend" / "dist")
"""Where the built pages may be: in an installed wheel, and in a checkout."""

WORTH_COMPRESSING: Final = 1024
_COMPRESSIBLE: Final = ("text/", "image/svg+xml", "application/json", "application/manifest+json")
_FOREVER: Final = "public, max-age=31536000, immutable"
_TYPES: Final = {".webmanifest": "application/manifest+json", ".woff2": "font/woff2", ".js": "text/javascript"}

NOT_BUILT: Final = """<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Afterview</title>
<link rel="stylesheet" href="/docs.css">
<main>
<h1>Afterview is running</h1>
<p>The pages have not been built yet. Run <code>make setup</code>, then start it again.</p>
<p>The API is there already: <a href="/docs">its reference</a>.</p>
</main>
</html>
"""


@dataclass(frozen=True, slots=True)
class Page:
    """One file, ready to be sent."""

    body: bytes
    compressed: bytes | None
    media_type: str
    etag: str
    cache_control: str

    async def answer(self, request: Request) -> Response:
        """The file, compressed for those who take it, or 304 for those who have it."""
        headers = {"ETag": self.etag, "Cache-Control": self.cache_control, "Vary": "Accept-Encoding"}
        if self.etag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if self.compressed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(self.compressed, headers=headers, media_type=self.media_type)
        return Response(self.body, headers=headers, media_type=self.media_type)


def frontend_routes() -> list[Route]:
    """A route per built file, `/` among them; without any, a page that says how to build them."""
    folder = built_frontend()
    return _routes_of(folder) if folder else [Route("/", _say_not_built)]


def built_frontend() -> Path | None:
    """The folder of the built pages, if they have been built."""
    return next((folder for folder in PLACES if (folder / "index.html").is_file()), None)


def _routes_of(folder: Path) -> list[Route]:
    routes = []
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        address = "/" + file.relative_to(folder).as_posix()
        page = _read(file, _FOREVER if address.startswith("/assets/") else "no-cache")
        routes.append(Route(address, page.answer))
        if address == "/index.html":
            routes.append(Route("/", page.answer))
    return routes


def _read(file: Path, cache_control: str) -> Page:
    body = file.read_bytes()
    media_type = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    worth_it = len(body) > WORTH_COMPRESSING and media_type.startswith(_COMPRESSIBLE)
    return Page(
        body=body,
        compressed=gzip.compress(body, mtime=0) if worth_it else None,
        media_type=media_type,
        etag=f'W/"{sha256(body).hexdigest()[:24]}"',
        cache_control=cache_control,
    )


async def _say_not_built(_: Request) -> Response:
    return HTMLResponse(NOT_BUILT, headers={"Cache-Control": "no-store"})
