"""`/unsubscribe/{token}`: the link at the end of a daily letter, for people and for their mail programs (RFC 8058).

Programs that look for dangerous pages follow every link in a letter, so looking changes nothing; only the button does.
"""

from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import Annotated, Any, Final

from fastapi import APIRouter, Path
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from afterview.api.dependencies import Now, Wiring
from afterview.services.unsubscribing import unsubscribe

public_router = APIRouter(tags=["Daily letters"], generate_unique_id_function=lambda route: route.name)

PAGE: Final[dict[int | str, dict[str, Any]]] = {200: {"content": {"text/html": {"schema": {"type": "string"}}}}}
Token = Annotated[str, Path(description="The secret that the link in the letter holds.")]

_STYLE: Final = (
    ":root{color-scheme:light dark}"
    "body{margin:0;padding:12vh 20px;background:light-dark(#faf7f1,#131718);color:light-dark(#1e2529,#ece9e2);"
    "font:17px/1.55 Figtree,'Segoe UI',Helvetica,Arial,sans-serif}"
    "main{max-width:34rem;margin:0 auto}"
    "h1{font:400 32px/1.2 Newsreader,Georgia,serif;text-wrap:balance}"
    "button{min-height:44px;padding:0 24px;border:0;border-radius:22px;font:inherit;cursor:pointer;"
    "background:light-dark(#1b5f53,#83d2bf);color:light-dark(#ffffff,#0c221d)}"
    "a{color:light-dark(#175549,#8fd8c6)}"
    ":focus-visible{outline:3px solid light-dark(#0b57c2,#9cc3ff);outline-offset:3px}"
)
_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
_ASKING: Final = (
    "Stop the daily letters?",
    "<p>Everything you keep in Afterview stays as it is.</p>"
    '<form method="post"><button>Stop the letters</button></form>',
)
_STOPPED: Final = (
    "You get no more daily letters.",
    '<p>Should you want them again, switch them on in <a href="{settings}">your settings</a>.</p>',
)


@public_router.get("/unsubscribe/{token}", response_class=HTMLResponse, responses=PAGE)
def ask_about_unsubscribing(token: Token, request: Request, parts: Wiring) -> Response:
    """A page with the button that stops the daily letters; to look at it stops nothing."""
    parts.rate_limits.count_unsubscribing(request, token=token)
    parts.stop_links.user_of(token)
    return _page(*_ASKING)


@public_router.post("/unsubscribe/{token}", response_class=HTMLResponse, responses=PAGE)
def stop_daily_letters(token: Token, request: Request, parts: Wiring, now: Now) -> Response:
    """Stop the daily letters, by the button or by a mail program's one click; again, it changes nothing."""
    parts.rate_limits.count_unsubscribing(request, token=token)
    with parts.writing() as session:
        unsubscribe(session, user_id=parts.stop_links.user_of(token), now=now)
    title, text = _STOPPED
    return _page(title, text.format(settings=escape(f"{parts.settings.public_url}/#/settings")))


def _page(title: str, text: str) -> Response:
    """A page that loads nothing, in our colours."""
    return HTMLResponse(
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body><main><h1>{title}</h1>{text}</main></body>\n"
        "</html>\n",
        headers=_HEADERS,
    )
