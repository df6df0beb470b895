package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.io.Json;
import org.jspecify.annotations.Nullable;

/** Calls a sandbox over HTTP, without checks. */
final class SandboxCaller {
    static final String REDIRECT_URI = "https://app.example/callback";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Sandbox sandbox;
    private final ContractDetails contract;

    SandboxCaller(Sandbox sandbox, ContractDetails contract) {
        this.sandbox = sandbox;
        this.contract = contract;
    }

    SandboxCaller(Sandbox sandbox) {
        this(sandbox, sandbox.contract());
    }

    /** A JWT with the claims of all requests. */
    RequestJwt jwt() {
        return RequestJwt.of(sandbox.applicationId(), contract, sandbox.clock());
    }

    RequestJwt authorizeJwt(String verifier) {
        return jwt().claim("redirect_uri", REDIRECT_URI)
                .claim("state", "the state")
                .claim("response_type", "code")
                .claim("response_mode", "query")
                .claim("code_challenge", challenge(verifier))
                .claim("code_challenge_method", "S256");
    }

    RequestJwt exchangeJwt(String code, String verifier) {
        return jwt().claim("grant_type", "authorization_code")
                .claim("code", code)
                .claim("code_verifier", verifier);
    }

    RequestJwt refreshJwt(String refreshToken) {
        return jwt().claim("grant_type", "refresh_token").claim("refresh_token", refreshToken);
    }

    RequestJwt reauthorizeJwt(String accessToken, String verifier) {
        return jwt().claim("access_token", accessToken)
                .claim("redirect_uri", REDIRECT_URI)
                .claim("state", "the state")
                .claim("code_challenge", challenge(verifier))
                .claim("code_challenge_method", "S256");
    }

    Reply authorize(RequestJwt jwt) {
        return post("oauth/authorize", jwt, "{}");
    }

    Reply token(RequestJwt jwt) {
        return send("POST", "oauth/token", jwt.sign(), null);
    }

    Reply refresh(Tokens tokens) {
        return token(refreshJwt(tokens.refresh()));
    }

    Reply accounts(String accessToken) {
        return send(
                "GET",
                "permission-access/accounts",
                jwt().claim("access_token", accessToken).sign(),
                null);
    }

    Reply post(String path, RequestJwt jwt, String body) {
        return send("POST", path, jwt.sign(), body);
    }

    /** Creates a reference to an account ({@code accountId}) or a storage ({@code cloudId}). */
    Reply reference(RequestJwt jwt, String type, Object value) {
        return post("reference", jwt, "{\"type\":\"" + type + "\",\"value\":\"" + value + "\"}");
    }

    /** Creates a storage. */
    Reply storage() {
        return send("POST", "storage", jwt().sign(), null);
    }

    static URI with(URI link, String parameters) {
        return URI.create(link + "&" + parameters);
    }

    /** Sends a request, as JSON if there is a body. */
    Reply send(String method, String path, @Nullable String jwt, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        sandbox.environment().baseUrl().resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (jwt != null) {
            request.header("Authorization", "Bearer " + jwt);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return exchange(request.build());
    }

    static Reply exchange(HttpRequest request) {
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    static <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates a user, from authorization to the token pair. */
    Tokens consent() {
        String verifier = verifier();
        URI callback = sandbox.allow(authorizeLink(authorizeJwt(verifier)));
        return tokens(token(exchangeJwt(parameters(callback).get("code"), verifier)));
    }

    URI authorizeLink(RequestJwt jwt) {
        return link("authorize", authorize(jwt), "preauthorization_code");
    }

    URI link(String page, Reply reply, String codeClaim) {
        return sandbox.environment()
                .onboardUrl()
                .resolve(page + "?code=" + reply.payload().get(codeClaim));
    }

    static Tokens tokens(Reply reply) {
        Map<String, ?> payload = reply.payload();
        return new Tokens(
                (String) ((Map<?, ?>) payload.get("access_token")).get("value"),
                (String) ((Map<?, ?>) payload.get("refresh_token")).get("value"),
                (String) payload.get("sub"));
    }

    static Map<String, String> parameters(URI address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        return parameters;
    }

    static String verifier() {
        return RequestJwt.encode(RequestJwt.randomText().getBytes(UTF_8));
    }

    static String challenge(String verifier) {
        try {
            return RequestJwt.encode(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The result of a consent. */
    record Tokens(String access, String refresh, String user) {}

    /** A response. */
    record Reply(int status, HttpHeaders headers, String body) {
        Map<String, @Nullable Object> json() {
            return Json.parseObject(body);
        }

        /** The header of the signed token, unverified. */
        Map<String, @Nullable Object> tokenHeader() {
            return part(0);
        }

        /** The payload of the signed token, unverified. */
        Map<String, @Nullable Object> payload() {
            return part(1);
        }

        String token() {
            return (String) json().get("token");
        }

        String errorCode() {
            return (String) ((Map<?, ?>) json().get("error")).get("code");
        }

        String message() {
            return (String) ((Map<?, ?>) json().get("error")).get("message");
        }

        private Map<String, @Nullable Object> part(int index) {
            return Json.parseObject(new String(Base64.getUrlDecoder().decode(token().split("\\.", -1)[index]), UTF_8));
        }
    }
}
