"""Twenty readers before a server of two processes: `python -m tests.bench._province_readers FOLDER DATABASE`.

Reads `{"cookies", "paths", "readers", "looks"}` from standard input, where `looks` are the seconds between two pages of
one reader, and prints the 95th percentile of all answers.
"""

from __future__ import annotations

import http.client
import json
import random
import socket
import statistics
import subprocess
import sys
import threading
import time
from typing import Any

PAGES_EACH = 15


def main() -> int:
    folder, database = sys.argv[1:]
    asked = json.load(sys.stdin)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "province", "serve", "--data", folder, "--database", database]
    words += ["--plain", "--workers", "2", "--port", str(port)]
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(port)
        times: list[float] = []
        readers = [threading.Thread(target=_read, args=(port, asked, times, seed)) for seed in range(asked["readers"])]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        print(json.dumps({"p95": statistics.quantiles(times, n=20)[-1], "n": len(times)}))
    finally:
        server.terminate()
        server.wait()
    return 0


def _wait(port: int) -> None:
    for _ in range(2_400):  # a busy machine takes a minute to start two processes
        try:
            _ask(http.client.HTTPConnection("127.0.0.1", port), "/health", "")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError


def _read(port: int, asked: dict[str, Any], times: list[float], seed: int) -> None:
    chosen = random.Random(seed)  # noqa: S311  who reads what, no secret
    connection = http.client.HTTPConnection("127.0.0.1", port)
    cookie = "; ".join(f"{name}={value}" for name, value in asked["cookies"].items())
    time.sleep(chosen.random() * asked["looks"])
    for _ in range(PAGES_EACH):
        begin = time.perf_counter()
        _ask(connection, chosen.choice(asked["paths"]), cookie)
        times.append(1000 * (time.perf_counter() - begin))
        time.sleep(asked["looks"] * (0.5 + chosen.random()))


def _ask(connection: http.client.HTTPConnection, path: str, cookie: str) -> None:
    connection.request("GET", path, headers={"cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise ValueError(f"{path}: {answer.status}")


if __name__ == "__main__":
    sys.exit(main())
