"""Calls to addresses that users name: checked at the moment of connecting, never redirected, over in time.

A name is looked up once, and the connection goes to the very address that was checked, so a name server that answers
one thing first and another later gains nothing. TLS and the Host header still speak of the name.
"""

import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, Final

import httpcore
import httpx

from afterview.connectors.addresses import Resolve, is_public, resolve

CONNECT_S: Final = 5.0
"""Seconds to wait for a connection, for each address of a host."""

MOST_ADDRESSES: Final = 3
"""How many addresses of a host are tried."""


class Refused(httpx.ConnectError):
    """The host is, or resolves to, an address that is not public."""


def outside_client(
    *, allow_private: bool, seconds: float, resolve: Resolve = resolve, trust: ssl.SSLContext | None = None
) -> httpx.Client:
    """A client whose every connection ends after that many seconds; `trust` are other authorities than the usual."""
    transport = _OutsideTransport(_Checked(resolve, allow_private, seconds), trust or httpx.create_ssl_context())
    return httpx.Client(
        transport=transport, timeout=httpx.Timeout(seconds, connect=CONNECT_S), follow_redirects=False, trust_env=False
    )


class _RefusedAddress(httpcore.ConnectError):
    """The same, below httpx."""


class _Checked(httpcore.NetworkBackend):
    """Connects to public addresses alone, and only for so long."""

    def __init__(self, resolve: Resolve, allow_private: bool, seconds: float) -> None:
        self._resolve = resolve
        self._allow_private = allow_private
        self._seconds = seconds
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that answers."""
        ends_at = monotonic() + self._seconds
        trouble: httpcore.ConnectError | httpcore.ConnectTimeout = httpcore.ConnectError("The host has no address.")
        for address in self._addresses(host, port):
            try:
                stream = self._network.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
            else:
                return _Timed(stream, ends_at)
        raise trouble

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = self._resolve(host, port)
        except OSError:
            raise httpcore.ConnectError("The host cannot be found.") from None
        if not self._allow_private and not all(map(is_public, found)):
            raise _RefusedAddress("The host is at an address that is not public.")
        return list(found[:MOST_ADDRESSES])


class _Timed(httpcore.NetworkStream):
    """A connection that is over at an instant, however little and often the other side says something."""

    def __init__(self, stream: httpcore.NetworkStream, ends_at: float) -> None:
        self._stream = stream
        self._ends_at = ends_at

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What came, while there is time."""
        return self._stream.read(max_bytes, self._left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send, while there is time."""
        self._stream.write(buffer, self._left(timeout, httpcore.WriteTimeout))

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, with the same end."""
        left = self._left(timeout, httpcore.ConnectTimeout)
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, left), self._ends_at)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  (as httpcore declares it)
        """What the connection beneath knows of itself."""
        return self._stream.get_extra_info(info)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def _left(self, timeout: float | None, over: type[Exception]) -> float:
        left = self._ends_at - monotonic()
        if left <= 0:
            raise over("The time for this call is over.")
        return left if timeout is None else min(left, timeout)


class _OutsideTransport(httpx.BaseTransport):
    """httpx over connections of our own making; every request has its own."""

    def __init__(self, network: httpcore.NetworkBackend, trust: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(ssl_context=trust, network_backend=network, max_keepalive_connections=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        url = request.url
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with _as_httpx(request):
            answer = self._pool.handle_request(
                httpcore.Request(
                    request.method,
                    target,
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        body = _Body(answer.stream, request)
        return httpx.Response(answer.status, headers=answer.headers, stream=body, extensions=answer.extensions)

    def close(self) -> None:
        """Close whatever is open."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The body of an answer as it comes."""

    def __init__(self, stream: Any, request: httpx.Request) -> None:  # noqa: ANN401  (httpcore names no type for it)
        self._stream = stream
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        with _as_httpx(self._request):
            yield from self._stream

    def close(self) -> None:
        """Read no more of it."""
        self._stream.close()


@contextmanager
def _as_httpx(request: httpx.Request) -> Iterator[None]:
    """Errors of the layer below under the names that httpx gives them, which are the same."""
    try:
        yield
    except _RefusedAddress as error:
        raise Refused(str(error), request=request) from None
    except (
        httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, httpcore.UnsupportedProtocol
    ) as error:  # fmt: skip
        name: type[httpx.RequestError] = getattr(httpx, type(error).__name__, httpx.TransportError)
        raise name(str(error), request=request) from error
