package me.digi.client.sandbox;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.sandbox.DataCaller.Download;
import me.digi.client.sandbox.SandboxCaller.Reply;

/** Calls the cloud for one storage. */
final class CloudCaller {
    private final Sandbox sandbox;
    private final ContractDetails contract;
    private final String storage;

    CloudCaller(Sandbox sandbox, ContractDetails contract, String storage) {
        this.sandbox = sandbox;
        this.contract = contract;
        this.storage = storage;
    }

    /** Creates a storage without a user. */
    static CloudCaller ofNewStorage(Sandbox sandbox) {
        SandboxCaller caller = new SandboxCaller(sandbox);
        Reply created = caller.storage();
        return new CloudCaller(
                sandbox, sandbox.contract(), (String) created.json().get("id"));
    }

    /** A JWT with the header and claims for the cloud. */
    RequestJwt jwt() {
        long now = sandbox.clock().instant().getEpochSecond();
        String kid = contract.contractId() + "_" + sandbox.applicationId() + "_0";
        return RequestJwt.of(sandbox.applicationId(), contract, sandbox.clock())
                .without("client_id")
                .without("nonce")
                .without("timestamp")
                .header(Map.of("alg", "PS512", "typ", "at+jwt", "kid", kid))
                .claim("sub", sandbox.applicationId())
                .claim("iss", contract.contractId())
                .claim("aud", "cloud")
                .claim("iat", now)
                .claim("exp", now + 60);
    }

    Reply list(String folder, boolean recursive) {
        return send("GET", folder + "?recursive=" + recursive, jwt());
    }

    Reply upload(String path, byte[] body) {
        return SandboxCaller.exchange(request(path, jwt())
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    Download download(String path) {
        return new Download(SandboxCaller.exchange(
                request(path, jwt())
                        .header("Accept", "application/octet-stream")
                        .build(),
                BodyHandlers.ofByteArray()));
    }

    Reply delete(String path) {
        return send("DELETE", path, jwt());
    }

    Reply send(String method, String path, RequestJwt jwt) {
        return SandboxCaller.exchange(
                request(path, jwt).method(method, BodyPublishers.noBody()).build());
    }

    /** A request for a path in the application's folder. */
    HttpRequest.Builder request(String path, RequestJwt jwt) {
        // Not resolve(), which would normalize the path.
        URI uri = URI.create(sandbox.environment().cloudUrl() + "clouds/" + storage + "/files/apps/"
                + sandbox.applicationId() + path);
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + jwt.sign());
    }
}
