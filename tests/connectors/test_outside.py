"""Calls to addresses that users name: only public ones, checked when connecting, never redirected, over in time."""

import ssl
from collections.abc import Iterator, Sequence
from pathlib import Path
from socket import create_server, socket
from threading import Thread

import httpx
import pytest

from afterview.connectors.addresses import is_public, resolve
from afterview.connectors.outside import Refused, outside_client
from tests.certificates import self_made
from tests.receiver import Receiver, receiving

NAME = "hooks.example.com"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A server on loopback."""
    with receiving() as receiver:
        yield receiver


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0",
        "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1", "2002:7f00:0001::1", "2002:0a00:0001::1",
    ],
)  # fmt: skip
def test_addresses_inside_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_addresses_of_the_internet_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "017700000001", "localhost", "::1"])
def test_loopback_is_refused_however_it_is_written(host: str, receiver: Receiver) -> None:
    shown = f"[{host}]" if ":" in host else host
    with outside_client(allow_private=False, seconds=5) as client, pytest.raises(Refused):
        client.post(f"http://{shown}:{receiver.port}/")
    assert receiver.received == []


def test_a_host_with_one_address_inside_is_refused_whole(receiver: Receiver) -> None:
    def names(host: str, port: int) -> Sequence[str]:
        return ["93.184.216.34", "127.0.0.1"]

    with outside_client(allow_private=False, seconds=5, resolve=names) as client, pytest.raises(Refused):
        client.post(f"http://{NAME}:{receiver.port}/")
    assert receiver.received == []


def test_a_name_that_leads_elsewhere_after_it_was_checked_gains_nothing(receiver: Receiver) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["240.0.0.1"] if len(asked) == 1 else ["127.0.0.1"]

    with outside_client(allow_private=True, seconds=1, resolve=rebinding) as client, pytest.raises(httpx.ConnectError):
        client.post(f"http://{NAME}:{receiver.port}/")
    assert (asked, receiver.received) == ([NAME], [])


def test_the_name_is_looked_up_anew_for_every_call(receiver: Receiver) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])

    def rebinding(host: str, port: int) -> Sequence[str]:
        return next(answers)

    with outside_client(allow_private=True, seconds=5, resolve=rebinding) as client:
        assert client.post(f"http://{NAME}:{receiver.port}/").status_code == 204
    with outside_client(allow_private=False, seconds=5, resolve=rebinding) as client, pytest.raises(Refused):
        client.post(f"http://{NAME}:{receiver.port}/")


def test_the_server_hears_the_name_that_was_meant(receiver: Receiver) -> None:
    with outside_client(allow_private=True, seconds=5, resolve=lambda *_: ["127.0.0.1"]) as client:
        client.post(f"http://{NAME}:{receiver.port}/a?b=c", content=b"{}")
    assert receiver.only.headers["host"] == f"{NAME}:{receiver.port}"
    assert (receiver.only.path, receiver.only.body) == ("/a?b=c", b"{}")


def test_the_next_address_is_tried_when_one_does_not_answer(receiver: Receiver) -> None:
    with outside_client(allow_private=True, seconds=5, resolve=lambda *_: ["127.0.0.77", "127.0.0.1"]) as client:
        assert client.post(f"http://{NAME}:{receiver.port}/").status_code == 204


def test_a_redirect_is_an_answer_and_not_followed(receiver: Receiver) -> None:
    receiver.will_answer(302, location=receiver.url)
    with outside_client(allow_private=True, seconds=5) as client:
        assert client.post(receiver.url).status_code == 302
    assert len(receiver.received) == 1


def test_no_proxy_of_the_environment_stands_between(receiver: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with outside_client(allow_private=True, seconds=5) as client:
        assert client.post(receiver.url).status_code == 204


def test_a_host_that_nobody_knows_cannot_be_reached() -> None:
    def nobody(host: str, port: int) -> Sequence[str]:
        raise OSError("unknown")

    with outside_client(allow_private=False, seconds=5, resolve=nobody) as client, pytest.raises(httpx.ConnectError):
        client.post(f"https://{NAME}/")


@pytest.mark.parametrize("host", ["a..b", "x" * 70 + ".example"])
def test_a_name_that_cannot_be_is_unknown(host: str) -> None:
    with pytest.raises(OSError, match=r"label|not known"):
        resolve(host, 80)


def test_whoever_says_a_little_now_and_then_is_cut_off_in_time() -> None:
    with create_server(("127.0.0.1", 0)) as dripping:
        thread = Thread(target=drip, args=[dripping])
        thread.start()
        with outside_client(allow_private=True, seconds=0.5) as client, pytest.raises(httpx.ReadTimeout):
            client.post(f"http://127.0.0.1:{dripping.getsockname()[1]}/")
        thread.join(timeout=30)


def drip(server: socket) -> None:
    """Answer a byte at a time, each time the socket would have timed out, for as long as anybody listens."""
    connection, _ = server.accept()
    connection.settimeout(0.05)
    try:
        connection.sendall(b"HTTP/1.1 200 OK\r\nx-drip: ")
        while True:
            try:
                if connection.recv(4096) == b"":
                    return
            except TimeoutError:
                connection.sendall(b".")
    except OSError:
        return
    finally:
        connection.close()


def test_tls_speaks_of_the_name_and_not_of_the_address(tmp_path: Path) -> None:
    certificate = self_made(NAME, tmp_path)
    told: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _, name, __: told.append(name)
    trust = ssl.create_default_context(cafile=certificate)
    with create_server(("127.0.0.1", 0)) as plain:
        thread = Thread(target=answer_once, args=[plain, context])
        thread.start()
        address = f"https://{NAME}:{plain.getsockname()[1]}/"
        with outside_client(allow_private=True, seconds=10, resolve=lambda *_: ["127.0.0.1"], trust=trust) as client:
            assert client.post(address).status_code == 204
        thread.join(timeout=30)
    assert told == [NAME]


def answer_once(plain: socket, context: ssl.SSLContext) -> None:
    """Answer one request over TLS."""
    connection, _ = plain.accept()
    with context.wrap_socket(connection, server_side=True) as secure:
        secure.recv(4096)
        secure.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")
