package me.digi.client.sandbox;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.sandbox.SandboxCaller.Tokens;
import org.jspecify.annotations.Nullable;

/** Sends requests for one user's data. */
final class DataCaller {
    final Sandbox sandbox;
    final ContractDetails contract;
    final SandboxCaller caller;
    final Tokens tokens;

    DataCaller(Sandbox sandbox, ContractDetails contract, Tokens tokens) {
        this.sandbox = sandbox;
        this.contract = contract;
        this.caller = new SandboxCaller(sandbox, contract);
        this.tokens = tokens;
    }

    /** Creates a user who consents to the sandbox's read contract. */
    static DataCaller ofNewUser(Sandbox sandbox) {
        return ofNewUser(sandbox, sandbox.contract());
    }

    static DataCaller ofNewUser(Sandbox sandbox, ContractDetails contract) {
        return new DataCaller(sandbox, contract, new SandboxCaller(sandbox, contract).consent());
    }

    /** The same user, who also consents to another contract. */
    DataCaller consentTo(ContractDetails other) {
        SandboxCaller otherCaller = new SandboxCaller(sandbox, other);
        String verifier = SandboxCaller.verifier();
        RequestJwt jwt = otherCaller.authorizeJwt(verifier).claim("access_token", tokens.access());
        String code = SandboxCaller.parameters(sandbox.allow(otherCaller.authorizeLink(jwt)))
                .get("code");
        return new DataCaller(
                sandbox, other, SandboxCaller.tokens(otherCaller.token(otherCaller.exchangeJwt(code, verifier))));
    }

    SandboxLibrary library() {
        return sandbox.library(tokens.user());
    }

    RequestJwt jwt() {
        return caller.jwt().claim("access_token", tokens.access());
    }

    Reply trigger(String options) {
        return caller.post("permission-access/trigger", jwt(), options);
    }

    String session() {
        return (String) ((Map<?, ?>) trigger("{}").json().get("session")).get("key");
    }

    Reply list(String session) {
        return get("permission-access/query/" + session);
    }

    /** Puts one file into the library, and starts a session that has listed it. */
    String list(SandboxFile file) {
        library().files(file).script(SyncScript.atOnce());
        String session = session();
        list(session);
        return session;
    }

    /** The entries of a file list. */
    static List<Map<String, Object>> files(Reply list) {
        return ((List<?>) list.json().get("fileList"))
                .stream().map(DataCaller::object).toList();
    }

    static String state(Reply list) {
        return (String) object(list.json().get("status")).get("state");
    }

    static Map<String, Object> account(Reply list, String accountId) {
        return object(object(object(list.json().get("status")).get("details")).get(accountId));
    }

    /** The members of a JSON object. */
    static Map<String, Object> object(Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, member) -> members.put((String) name, member));
        return members;
    }

    Reply get(String path) {
        return send("GET", path);
    }

    Reply send(String method, String path, String... headers) {
        return SandboxCaller.exchange(request(method, path, headers).build());
    }

    /** A request with a JWT that has the access token, without a body. */
    HttpRequest.Builder request(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        sandbox.environment().baseUrl().resolve(path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + jwt().sign());
        return headers.length == 0 ? request : request.headers(headers);
    }

    Download download(String session, String name) {
        return new Download(SandboxCaller.exchange(
                request("GET", "permission-access/query/" + session + "/" + name, "Accept", "application/octet-stream")
                        .build(),
                BodyHandlers.ofByteArray()));
    }

    Download download(SandboxFile file) {
        return download(list(file), file.name());
    }

    byte[] plain(Download download) throws GeneralSecurityException {
        return Decryption.decrypt(download.body(), contract.privateKey());
    }

    /** A response that is bytes. */
    static final class Download {
        private final HttpResponse<byte[]> response;

        Download(HttpResponse<byte[]> response) {
            this.response = response;
        }

        int status() {
            return response.statusCode();
        }

        byte[] body() {
            return response.body();
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
