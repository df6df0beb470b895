"""Tests a client without digi.me, as TestWithSandbox.java does: the sandbox consents for the user, moves the clock, fails when it
is told to, and counts the requests.

    java -jar digime-client-VERSION-sandbox-standalone.jar
    python3 examples/python/test_with_sandbox.py
"""

from urllib.parse import parse_qs, urlsplit

from client import Client
from sandbox import Sandbox

sandbox = Sandbox()
overview = sandbox.call("GET", "")
key = sandbox.call("GET", "contracts/sandbox-contract/key")
sandbox.call("DELETE", "requests")

client = Client(overview["baseUrl"], overview["applicationId"], "sandbox-contract", key, sandbox.now)
code, verifier = client.authorize("https://app.example/callback")
callback = sandbox.allow(f"{overview['onboardUrl']}authorize?code={code}")
client.exchange(parse_qs(urlsplit(callback).query)["code"][0], verifier)

sandbox.advance("P2D")
client.list_accounts()  # the access token has expired
sandbox.fail_next("listAccounts", {"delivery": "drop-after"})
accounts = client.list_accounts()  # the connection breaks once

assert len(accounts) == 3, accounts
assert sandbox.count("refreshToken") == 1
assert sandbox.count("listAccounts") == 4
print("3 accounts, 1 refresh, 4 requests for the accounts: refused, repeated, lost, repeated")
