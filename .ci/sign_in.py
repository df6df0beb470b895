"""Signs in at the sandbox and reads the user's accounts with a generated client for Python, in the directory that is the
argument. WithSandbox.java sets the environment."""
import base64
import hashlib
import json
import os
import secrets
import sys
import time
from urllib.parse import parse_qs, urlsplit

import urllib3
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

sys.path.insert(0, sys.argv[1])
import openapi_client  # noqa: E402

env = os.environ
key = serialization.load_pem_private_key(env["READ_KEY"].encode(), None)


def base64_url(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def jwt(**claims):
    claims["client_id"] = env["APPLICATION_ID"] + "_" + env["READ_CONTRACT"]
    claims["nonce"] = secrets.token_hex(16)
    claims["timestamp"] = int(time.time() * 1000)
    parts = [json.dumps(part).encode() for part in ({"alg": "PS512", "typ": "JWT"}, claims)]
    content = ".".join(map(base64_url, parts))
    pss = padding.PSS(padding.MGF1(hashes.SHA512()), salt_length=64)
    return content + "." + base64_url(key.sign(content.encode(), pss, hashes.SHA512()))


def client(**claims):
    host = env["BASE_URL"].rstrip("/")
    return openapi_client.ApiClient(openapi_client.Configuration(host=host, access_token=jwt(**claims)))


def payload(response):
    part = response.token.get_secret_value().split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


code_verifier = base64_url(secrets.token_bytes(32))
authorize = client(
    response_type="code",
    response_mode="query",
    redirect_uri=env["REDIRECT_URI"],
    state="some state",
    code_challenge=base64_url(hashlib.sha256(code_verifier.encode()).digest()),
    code_challenge_method="S256",
)
code = payload(openapi_client.OAuthApi(authorize).authorize(openapi_client.ActionsRequest()))["preauthorization_code"]
page = env["ONBOARD_URL"] + "authorize/allow?sourceType=pull&code=" + code
callback = urllib3.request("GET", page, redirect=False).headers["location"]
exchange = client(
    grant_type="authorization_code",
    code=parse_qs(urlsplit(callback).query)["code"][0],
    code_verifier=code_verifier,
)
access_token = payload(openapi_client.OAuthApi(exchange).request_token())["access_token"]["value"]
accounts = openapi_client.PermissionAccessApi(client(access_token=access_token)).list_accounts()
assert len(accounts) == 3 and accounts[0].id
print("Python signs in\tok", flush=True)
