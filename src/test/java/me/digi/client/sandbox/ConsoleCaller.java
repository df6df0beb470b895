package me.digi.client.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import me.digi.client.sandbox.SandboxCaller.Reply;

/** Calls the console like a signed-in browser. */
final class ConsoleCaller {
    private final Sandbox sandbox;

    ConsoleCaller(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Reply get(String path) {
        return SandboxCaller.exchange(signedIn(path).build());
    }

    /** Submits a form with names and values in turn, from a page of the sandbox. */
    Reply post(String path, String... fields) {
        return SandboxCaller.exchange(form(signedIn(path), fields)
                .header("Origin", sandbox.url().toString())
                .build());
    }

    HttpRequest.Builder signedIn(String path) {
        return request(path).header("Cookie", "digime-sandbox-token=" + sandbox.controlToken());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.url() + "/console/" + path));
    }

    static HttpRequest.Builder form(HttpRequest.Builder request, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=');
            body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()));
    }
}
