"""The browser of the tests is Playwright's, with more switched off."""

from __future__ import annotations

import re

from playwright.sync_api import Browser


def test_nothing_that_playwright_switches_off_is_on_again(browser: Browser) -> None:
    line = browser.new_browser_cdp_session().send("SystemInfo.getInfo")["commandLine"]
    theirs, ours = re.findall(r"--disable-features=(\S+)", line)
    assert set(theirs.split(",")) < set(ours.split(","))
