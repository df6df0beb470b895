"""Just enough of a client of digi.me to test with: it signs requests, refreshes an expired token, and retries once."""

import base64
import datetime
import hashlib
import http.client
import json
import secrets
import string
import urllib.error
import urllib.request

import ps512


class ApiError(Exception):
    def __init__(self, status, error):
        super().__init__(f"HTTP {status} {error['code']}: {error['message']}")
        self.code = error["code"]


class Client:
    def __init__(self, base_url, application_id, contract_id, private_key, now):
        self.base_url = base_url
        self.client_id = f"{application_id}_{contract_id}"
        self.key = ps512.private_key(private_key)
        self.now = now
        self.tokens = None

    def authorize(self, redirect_uri):
        """The code for the page, and the verifier for the exchange."""
        verifier = _encode(_random_text().encode())
        response = self._send("POST", "oauth/authorize", {
            "redirect_uri": redirect_uri,
            "state": _random_text(),
            "response_type": "code",
            "response_mode": "query",
            "code_challenge": _encode(hashlib.sha256(verifier.encode()).digest()),
            "code_challenge_method": "S256",
        }, {})
        return _payload(response["token"])["preauthorization_code"], verifier

    def exchange(self, code, verifier):
        self._request_token({"grant_type": "authorization_code", "code": code, "code_verifier": verifier})

    def list_accounts(self):
        try:
            return self._accounts()
        except ApiError as error:
            if error.code != "InvalidToken":
                raise
            refresh_token = self.tokens["refresh_token"]["value"]
            self._request_token({"grant_type": "refresh_token", "refresh_token": refresh_token})
            return self._accounts()
        except (http.client.HTTPException, OSError):
            # No response came: this request may be repeated.
            return self._accounts()

    def _accounts(self):
        claims = {"access_token": self.tokens["access_token"]["value"]}
        return self._send("GET", "permission-access/accounts", claims)

    def _request_token(self, claims):
        self.tokens = _payload(self._send("POST", "oauth/token", claims)["token"])

    def _send(self, method, path, claims, body=None):
        headers = {"Authorization": "Bearer " + self._jwt(claims)}
        if body is not None:
            headers["Content-Type"] = "application/json"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base_url + path, data, headers, method=method)
        try:
            with urllib.request.urlopen(request) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            raise ApiError(error.code, json.load(error)["error"]) from None

    def _jwt(self, claims):
        now = datetime.datetime.fromisoformat(self.now()[:19] + "+00:00")
        common = {"client_id": self.client_id, "nonce": _random_text(), "timestamp": int(now.timestamp() * 1000)}
        parts = ({"alg": "PS512", "typ": "JWT"}, {**common, **claims})
        signed = ".".join(_encode(json.dumps(part).encode()) for part in parts)
        return signed + "." + _encode(ps512.sign(self.key, signed.encode()))


def _payload(jwt):
    """Unverified: a real client checks the signature."""
    part = jwt.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def _encode(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def _random_text():
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(32))
