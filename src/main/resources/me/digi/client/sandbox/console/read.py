import base64, gzip, hashlib, http.server, json, secrets, sys, time
from urllib.parse import parse_qs, urlsplit

import brotli
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

sys.path.insert(0, "client")
import openapi_client as api

key = serialization.load_pem_private_key(open("{{contractId}}.pem", "rb").read(), None)


def base64_url(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()


def client(**claims):
    """A client for one request, since each needs its own JWT."""
    claims |= {"client_id": "{{applicationId}}_{{contractId}}", "nonce": secrets.token_hex(16),
               "timestamp": int(time.time() * 1000)}
    signed = ".".join(base64_url(json.dumps(part).encode()) for part in ({"alg": "PS512", "typ": "JWT"}, claims))
    pss = padding.PSS(padding.MGF1(hashes.SHA512()), salt_length=64)
    jwt = signed + "." + base64_url(key.sign(signed.encode(), pss, hashes.SHA512()))
    return api.ApiClient(api.Configuration(host="{{baseUrl}}".rstrip("/"), access_token=jwt))


def payload(response):
    """Unverified: an application must check the signature."""
    part = response.token.get_secret_value().split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


redirect_uri = "http://localhost:8765/callback"
verifier = base64_url(secrets.token_bytes(32))
authorize = client(response_type="code", response_mode="query", redirect_uri=redirect_uri, state="some state",
                   code_challenge=base64_url(hashlib.sha256(verifier.encode()).digest()), code_challenge_method="S256")
code = payload(api.OAuthApi(authorize).authorize(api.ActionsRequest()))["preauthorization_code"]
print("Open this page, and press Allow: {{onboardUrl}}authorize?sourceType=pull&code=" + code, flush=True)


class Callback(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.code = parse_qs(urlsplit(self.path).query)["code"][0]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"Done. Continue in the terminal.")

    def log_message(self, *ignored):
        pass


server = http.server.HTTPServer(("localhost", 8765), Callback)
server.handle_request()
exchange = client(grant_type="authorization_code", code=server.code, code_verifier=verifier)
access_token = payload(api.OAuthApi(exchange).request_token())["access_token"]["value"]

session = api.PermissionAccessApi(client(access_token=access_token)).start_session(api.TriggerRequest())
session = session.session.key.get_secret_value()
while True:
    files = api.PermissionAccessApi(client(access_token=access_token)).list_files(session)
    if files.status.state in ("completed", "partial"):
        break
    time.sleep(3)
for entry in files.file_list:
    response = api.PermissionAccessApi(client(access_token=access_token)).download_file_with_http_info(
        session, entry.name, _headers={"Accept": "application/octet-stream"})
    oaep = padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None)
    encrypted = response.data
    aes = Cipher(algorithms.AES(key.decrypt(encrypted[:256], oaep)), modes.CBC(encrypted[256:272])).decryptor()
    content = aes.update(encrypted[272:]) + aes.finalize()
    content = content[: -content[-1]]
    metadata = next(value for name, value in response.headers.items() if name.lower() == "x-metadata")
    compression = json.loads(base64.urlsafe_b64decode(metadata + "=" * (-len(metadata) % 4))).get("compression")
    if compression == "gzip":
        content = gzip.decompress(content)
    elif compression == "brotli":
        content = brotli.decompress(content)
    print(entry.name, content[:60])
