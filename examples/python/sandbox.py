"""The control API of a sandbox, as described in api-spec/sandbox-control.yaml. Python 3.9, no dependencies."""

import json
import os
import pathlib
import urllib.request


class Sandbox:
    def __init__(self, url=None, token=None):
        """By default DIGIME_SANDBOX_URL and DIGIME_SANDBOX_TOKEN, or the default port and the token in its directory."""
        url = url or os.environ.get("DIGIME_SANDBOX_URL", "http://127.0.0.1:8787")
        self.base = url.rstrip("/") + "/control/v1/"
        self.token = (
            token
            or os.environ.get("DIGIME_SANDBOX_TOKEN")
            or pathlib.Path("digime-sandbox/control-token").read_text("ascii").strip()
        )

    def call(self, method, path, body=None):
        """The JSON or the text of the response; None if it is empty. HTTPError if it is an error."""
        headers = {"Authorization": "Bearer " + self.token}
        if body is not None:
            headers["Content-Type"] = "application/json"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, headers, method=method)
        with urllib.request.urlopen(request) as response:
            text = response.read().decode()
            if not text:
                return None
            return json.loads(text) if response.headers["Content-Type"].startswith("application/json") else text

    def allow(self, url):
        """The callback after the user has consented on a page."""
        return self.call("POST", "consents/decide", {"url": url, "decision": "allow"})["callbackUrl"]

    def advance(self, duration):
        """Moves the clock by a duration such as P2D."""
        self.call("POST", "clock/advance", {"duration": duration})

    def now(self):
        """The sandbox's time, such as 2030-01-01T00:00:00Z."""
        return self.call("GET", "clock")["now"]

    def fail_next(self, operation, fault):
        """Lets the next request of an operation fail, such as {"delivery": "drop-after"}."""
        self.call("POST", "faults", {"operation": operation, "fault": fault})

    def count(self, operation):
        """How many requests of the operation there were."""
        return self.call("GET", "requests/counts")["counts"][operation]
