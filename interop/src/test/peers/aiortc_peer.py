#!/usr/bin/python3
"""aiortc as a peer of the echo programs.

    aiortc_peer.py offer URL CONNECTIONS   makes so many connections to an echo server, in a row,
                                           and waits for the server to close the last one
    aiortc_peer.py serve                   is an echo server, until it is ended

Prints a line for all that the test waits for. Exits with 0 if everything came back as it was sent.
"""

import asyncio
import itertools
import json
import os
import signal
import sys
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from aiortc import RTCPeerConnection, RTCSessionDescription

LIMIT_SECONDS = 20
# What aiortc 1.4 announces as its own limit, and so what it has to be able to send.
LARGEST_BYTES = 65536
SMALL_MESSAGES = [
    "Hello", "Grüße, 世界 🌍", b"\x07", "", b"", "after the empty ones", bytes(range(256)) * 5,
]


def say(line):
    print(line, flush=True)


class Channel:
    """A data channel on which each message is to come back before the next is sent."""

    def __init__(self, channel):
        self.channel = channel
        self.opened = asyncio.Event()
        self.closed = asyncio.Event()
        self.messages = asyncio.Queue()
        channel.on("open", self.opened.set)
        channel.on("close", self.closed.set)
        channel.on("message", self.messages.put_nowait)

    async def echo(self, message):
        self.channel.send(message)
        returned = await asyncio.wait_for(self.messages.get(), LIMIT_SECONDS)
        if returned != message:
            raise AssertionError(
                f"{type(message).__name__} of {len(message)} came back as "
                f"{type(returned).__name__} of {len(returned)}")

    async def wait_for(self, event):
        await asyncio.wait_for(event.wait(), LIMIT_SECONDS)


def post(url, description):
    body = json.dumps({"type": description.type, "sdp": description.sdp}).encode()
    request = urllib.request.Request(url, body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=LIMIT_SECONDS) as response:
        return RTCSessionDescription(**json.load(response))


async def offer_once(url, stays):
    begun = time.monotonic()
    pc = RTCPeerConnection()
    try:
        first = Channel(pc.createDataChannel("first"))
        # aiortc gathers all of its candidates before this returns.
        await pc.setLocalDescription(await pc.createOffer())
        loop = asyncio.get_running_loop()
        answer = await loop.run_in_executor(None, post, url, pc.localDescription)
        await pc.setRemoteDescription(answer)
        await first.wait_for(first.opened)
        say(f"open after {1000 * (time.monotonic() - begun):.1f} ms")
        await converse(pc, first)
        if stays:
            say("staying")
            await first.wait_for(first.closed)
    finally:
        await pc.close()


async def converse(pc, first):
    for message in SMALL_MESSAGES + ["x" * LARGEST_BYTES, os.urandom(LARGEST_BYTES)]:
        await first.echo(message)
    second = Channel(pc.createDataChannel("second", ordered=False))
    await second.wait_for(second.opened)
    for message in SMALL_MESSAGES:
        await second.echo(message)
    await first.echo("the other channel")
    second.channel.close()
    await second.wait_for(second.closed)
    await first.echo("still here")


async def offer(url, connections):
    for i in range(1, connections + 1):
        await offer_once(url, stays=i == connections)


async def answer(offered, number):
    """A connection that sends everything back."""
    pc = RTCPeerConnection()

    @pc.on("datachannel")
    def adopt(channel):
        channel.on("message", channel.send)

        @channel.on("close")
        async def closed():
            # The client's first channel lives as long as its connection.
            if channel.label == "echo":
                await pc.close()
                say(f"connection {number} closed")

    await pc.setRemoteDescription(RTCSessionDescription(**offered))
    await pc.setLocalDescription(await pc.createAnswer())
    return {"type": pc.localDescription.type, "sdp": pc.localDescription.sdp}


def http_server(loop):
    numbers = itertools.count(1)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            offered = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answered = asyncio.run_coroutine_threadsafe(answer(offered, next(numbers)), loop)
            body = json.dumps(answered.result(LIMIT_SECONDS)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    return ThreadingHTTPServer(("127.0.0.1", 0), Handler)


async def serve():
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    server = http_server(loop)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"serving on http://127.0.0.1:{server.server_address[1]}/offer")
    await ended.wait()


def main():
    if sys.argv[1] == "offer":
        asyncio.run(offer(sys.argv[2], int(sys.argv[3])))
    else:
        asyncio.run(serve())


if __name__ == "__main__":
    main()
