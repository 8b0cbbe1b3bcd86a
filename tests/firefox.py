"""Firefox as Debian ships it, driven through Marionette, which it brings along: JSON over a socket of this machine."""

import base64
import contextlib
import itertools
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: Seconds in which Firefox starts on a busy machine, and in which it answers.
PATIENCE_S = 60
#: The key under which WebDriver refers to an element.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
#: Nothing of the browser's own is fetched or shown.
_PREFERENCES = {
    "app.normandy.enabled": False,
    "app.update.auto": False,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "intl.accept_languages": "en-GB",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "services.settings.server": "data:,",
    "toolkit.telemetry.enabled": False,
}


def firefox_path() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


class FirefoxError(Exception):
    """What Firefox answers to a command that it could not do."""


class Firefox:
    """One window; every command waits until it is done."""

    def __init__(self, port: int) -> None:
        self._link = _connect(port)
        self._numbers = itertools.count(1)
        self._receive()  # its greeting
        self.command("WebDriver:NewSession", acceptInsecureCerts=False)

    def command(self, name: str, **parameters: Any) -> Any:
        number = next(self._numbers)
        text = json.dumps([0, number, name, parameters]).encode()
        self._link.sendall(b"%d:%b" % (len(text), text))
        _, answered, error, result = self._receive()
        assert answered == number
        if error:
            raise FirefoxError(f"{name}: {error['message']}")
        return result.get("value", result)

    def open(self, address: str, *, ready: bool = True) -> None:
        """Shows an address, and waits until the map on it is ready."""
        self.command("WebDriver:Navigate", url=address)
        if ready:
            self.until("return document.documentElement.dataset.ready === 'true'")

    def run(self, script: str, *arguments: Any) -> Any:
        """What a script returns that is run in the page."""
        return self.command("WebDriver:ExecuteScript", script=script, args=list(arguments))

    def until(self, script: str, *arguments: Any) -> Any:
        """Runs a script until it returns something true."""
        deadline = time.monotonic() + PATIENCE_S
        while not (found := self.run(script, *arguments)):
            assert time.monotonic() < deadline, f"never true: {script}\n{self.messages()}"
            time.sleep(0.05)
        return found

    def click(self, selector: str) -> None:
        """A click of the mouse, which fails where something lies over the element."""
        self.command("WebDriver:ElementClick", id=self._find(selector))

    def type(self, selector: str, text: str) -> None:
        self.command("WebDriver:ElementSendKeys", id=self._find(selector), text=text)

    def screenshot(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(self.command("WebDriver:TakeScreenshot", full=False)))

    def messages(self) -> list[str]:
        """Errors and warnings in the console that a page caused: of scripts, styles, policies and requests.

        Deprecated fields are left out: Leaflet copies all that an event has.
        """
        script = """
            const { nsIScriptError } = Ci;
            return Services.console.getMessageArray()
              .map((m) => { try { return m.QueryInterface(nsIScriptError); } catch { return null; } })
              .filter((m) => m && /^(file|http|data|blob):/.test(m.sourceName))
              .filter((m) => !/ is deprecated/.test(m.errorMessage))
              .map((m) => `${m.category}: ${m.errorMessage} (${m.sourceName}:${m.lineNumber})`);
        """
        return list(self._run_in_browser(script))

    def forget_messages(self) -> None:
        self._run_in_browser("Services.console.reset()")

    def close(self) -> None:
        self._link.close()

    def _run_in_browser(self, script: str) -> Any:
        """Runs a script of the browser's own, not of the page."""
        self.command("Marionette:SetContext", value="chrome")
        try:
            return self.run(script)
        finally:
            self.command("Marionette:SetContext", value="content")

    def _find(self, selector: str) -> str:
        self.until("return document.querySelector(arguments[0]) !== null", selector)
        return str(self.command("WebDriver:FindElement", using="css selector", value=selector)[ELEMENT])

    def _receive(self) -> Any:
        length = b""
        while (byte := self._link.recv(1)) != b":":
            assert byte, "Firefox closed the connection"
            length += byte
        text = b""
        while len(text) < int(length):
            part = self._link.recv(int(length) - len(text))
            assert part, "Firefox closed the connection"
            text += part
        return json.loads(text)


@contextlib.contextmanager
def running(path: str, profile: Path, **preferences: str | int) -> Iterator[Firefox]:
    """Firefox without a window, with a new profile, while the context lasts."""
    profile.mkdir()
    port = _free_port()
    chosen = _PREFERENCES | preferences | {"marionette.port": port}
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in chosen.items())
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [
        path,
        "--headless",
        "--marionette",
        "--remote-allow-system-access",
        "--no-remote",
        "--profile",
        str(profile),
    ]
    process = subprocess.Popen(
        [*command, "--width", "1280", "--height", "800"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        firefox = Firefox(port)
        yield firefox
        firefox.close()
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE_S)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _connect(port: int) -> socket.socket:
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
        except ConnectionRefusedError:
            assert time.monotonic() < deadline, "Firefox did not start"
            time.sleep(0.1)
