#!/usr/bin/env python3
"""Draw the README's picture of the map in a browser: browser.py OUTPUT FRAGMENT FILE"""
import os
import shutil
import sys

from playwright.sync_api import sync_playwright

output, fragment, target = sys.argv[1:]
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.goto("file://%s#%s" % (os.path.abspath(os.path.join(output, "index.html")), fragment))
    page.wait_for_function("window.frontline !== undefined")
    page.wait_for_timeout(300)
    page.screenshot(path=target)
    browser.close()
