#!/usr/bin/env python3
"""Open a map in a browser with tiles under it, from a server of our own.

    check_tiles.py FRONTLINE THEATRE DAY

Fails unless Chromium draws tiles from the address given and no other, without an error, and names whom to thank.
Needs playwright and chromium.
"""
import http.server
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import zlib

from playwright.sync_api import sync_playwright

SIZE = 256
CREDIT = "Ours & <co>"
problems, asked, elsewhere = [], [], []


def picture():
    """A tile of one colour."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\x80\xc0\xff" * SIZE for _ in range(SIZE))
    head = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


class Tiles(http.server.BaseHTTPRequestHandler):
    tile = picture()

    def do_GET(self):
        asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        self.wfile.write(self.tile)

    def log_message(self, *_):
        pass


def main():
    program, theatre, day = sys.argv[1:]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = "http://127.0.0.1:%d/" % server.server_address[1]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [program, "build", theatre, "--output", folder + "/o", "--on", day, "--view", "assessed", "--format", "html",
             "--tiles", host + "t/{z}/{x}/{y}.png", "--tiles-credit", CREDIT, "--quiet"], check=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1200, "height": 800})
            page.on("console", lambda m: problems.append("console: " + m.text) if m.type == "error" else None)
            page.on("request", lambda r: None if r.url.startswith((host, "file:", "data:")) else elsewhere.append(r.url))
            page.goto("file://" + os.path.join(folder, "o/index.html"))
            page.wait_for_selector("img.leaflet-tile-loaded")
            page.wait_for_timeout(500)
            drawn = page.evaluate("document.querySelectorAll('img.leaflet-tile-loaded').length")
            if CREDIT not in page.inner_text("body"):
                problems.append("nobody is thanked for the tiles")
            browser.close()
    server.shutdown()
    if drawn < 4:
        problems.append("only %d tiles are drawn" % drawn)
    problems.extend("asked for " + path for path in asked if not re.fullmatch(r"/t/\d+/\d+/\d+\.png", path))
    problems.extend("asked elsewhere: " + url for url in elsewhere)
    for problem in problems[:20]:
        print(problem)
    print("tiles: %d asked for, %d drawn, %d problems" % (len(asked), drawn, len(problems)))
    return 1 if problems else 0


sys.exit(main())
