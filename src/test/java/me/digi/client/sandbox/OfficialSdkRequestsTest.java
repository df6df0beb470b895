package me.digi.client.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import me.digi.client.auth.ContractDetails;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;
import me.digi.client.sandbox.SandboxCaller.Reply;
import me.digi.client.spec.Exchange;
import me.digi.client.spec.RecordedTraffic;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Replays the recorded traffic of the official SDK for Node.js with another server; the sandbox must respond with the
 * same statuses. Codes, tokens, keys and ids are replaced by those in the corresponding responses of the sandbox, and
 * each JWT is signed again.
 */
class OfficialSdkRequestsTest {
    private static final String REDIRECT_URI = "https://app.example/return?user=42";
    private static final String ONBOARD = "/apps/saas/";
    private static final String CLOUD = "/v1/clouds/";
    private static final List<Exchange> TRAFFIC = RecordedTraffic.exchanges();
    private static final Set<String> SENT_BY_THE_CLIENT_ITSELF = Set.of("authorization", "filedescriptor");

    private final String applicationId = clientId(0)[0];

    @AutoClose
    private final Sandbox sandbox =
            Sandbox.builder().applicationId(applicationId).start();

    private final Map<String, ContractDetails> contracts = new HashMap<>();
    private final Map<String, String> replaced = new LinkedHashMap<>();
    private final Set<Object> spent = new HashSet<>();

    @Test
    void everyRequestGetsTheRecordedStatus() {
        List<ContractKind> kinds = List.of(ContractKind.READ, ContractKind.PUSH, ContractKind.READ_RAW);
        for (int i = 0; i < kinds.size(); i++) {
            String id = clientId(i)[1];
            contracts.put(id, sandbox.addContract(id, kinds.get(i), REDIRECT_URI));
        }
        sandbox.newUsers(library -> library.script(SyncScript.atOnce())
                .files(
                        SandboxFile.mapped("a.json", FileContent.of("[]")),
                        SandboxFile.mapped("b.json", FileContent.of("[]")),
                        SandboxFile.mapped("c.json", FileContent.of("[]")),
                        SandboxFile.mapped("d.json", FileContent.of("[]")),
                        SandboxFile.mapped("e.json", FileContent.of("[]")),
                        SandboxFile.mapped("f.json", FileContent.of("[]"))));
        List<String> others = new ArrayList<>();
        for (int i = 0; i < TRAFFIC.size(); i++) {
            Exchange recorded = TRAFFIC.get(i);
            if (recorded.url().encodedPath().startsWith(ONBOARD)) {
                assertThat(others).isEmpty();
                visit(recorded);
                continue;
            }
            endTokensIfTheirsHadEnded(recorded);
            Reply reply = send(recorded);
            if (reply.status() != recorded.status()) {
                others.add(i + " " + recorded.method() + " " + recorded.url().encodedPath() + ": " + reply.status()
                        + " in place of " + recorded.status() + ", " + reply.body());
            }
            learn(recorded.responseBody().utf8(), reply.body());
        }

        assertThat(others).isEmpty();
        assertThat(sandbox.requests().all())
                .filteredOn(request -> !request.remarks().isEmpty())
                .flatExtracting(RecordedRequest::remarks)
                .containsExactly(
                        "claims.state is empty, so a forged callback cannot be recognized",
                        "query.from is \"undefined\", and was ignored",
                        "query.to is \"undefined\", and was ignored");
    }

    private void visit(Exchange recorded) {
        URI link = URI.create(translated(recorded.url().toString())
                .replace(
                        "https://api.digi.me" + ONBOARD,
                        sandbox.environment().onboardUrl().toString()));
        String location = recorded.responseHeaders().get("location");
        URI callback = location.contains("success=false") ? sandbox.fail(link, "ONBOARD_ERROR") : sandbox.allow(link);
        Map<String, String> ours = SandboxCaller.parameters(callback);
        SandboxCaller.parameters(URI.create(location)).forEach((name, value) -> replace(value, ours.get(name)));
        assertThat(ours)
                .containsOnlyKeys(SandboxCaller.parameters(URI.create(location)).keySet());
    }

    /** Tokens of the recorded server had expired where it refused a request. */
    private void endTokensIfTheirsHadEnded(Exchange recorded) {
        Object refreshToken = claims(recorded).get("refresh_token");
        if (recorded.status() == 401 && refreshToken == null) {
            sandbox.expireAccessTokens();
        } else if (recorded.status() == 401 && !spent.contains(refreshToken)) {
            sandbox.grants().stream()
                    .filter(grant -> grant.live() != null)
                    .forEach(grant -> sandbox.revoke(grant.userId()));
        } else if (refreshToken != null) {
            spent.add(refreshToken);
        }
    }

    private Reply send(Exchange recorded) {
        String path = translated(recorded.url().encodedPath());
        String base = path.startsWith(CLOUD)
                ? path.replaceFirst("/v1/", sandbox.environment().cloudUrl().toString())
                : path.replaceFirst("/v1.7/", sandbox.environment().baseUrl().toString());
        String query = recorded.url().encodedQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(query == null ? base : base + "?" + query))
                .method(
                        recorded.method(),
                        recorded.requestBody().size() == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(body(recorded)));
        recorded.requestHeaders().toMultimap().forEach((name, values) -> {
            if (!SENT_BY_THE_CLIENT_ITSELF.contains(name)) {
                request.header(name, translated(values.get(0)));
            }
        });
        request.header("Authorization", "Bearer " + jwt(recorded));
        String descriptor = recorded.requestHeaders().get("FileDescriptor");
        if (descriptor != null) {
            request.header("FileDescriptor", signed(part(descriptor, 0), part(descriptor, 1), contract(recorded)));
        }
        return SandboxCaller.exchange(request.build());
    }

    private byte[] body(Exchange recorded) {
        String type = String.valueOf(recorded.requestHeaders().get("Content-Type"));
        return type.equals("application/json")
                ? translated(recorded.requestBody().utf8()).getBytes(UTF_8)
                : recorded.requestBody().toByteArray();
    }

    private String jwt(Exchange recorded) {
        Map<String, @Nullable Object> claims = new LinkedHashMap<>(claims(recorded));
        claims.replaceAll((name, value) -> value instanceof String text ? translated(text) : value);
        long now = sandbox.clock().millis();
        if (claims.containsKey("nonce")) {
            claims.put("nonce", RequestJwt.randomText());
            claims.put("timestamp", now);
        } else {
            claims.put("iat", now / 1000);
            claims.put("exp", now / 1000 + 60);
        }
        return signed(part(bearer(recorded), 0), claims, contract(recorded));
    }

    private String signed(
            Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims, ContractDetails by) {
        RequestJwt jwt = RequestJwt.of(applicationId, by, sandbox.clock())
                .without("client_id")
                .without("nonce")
                .without("timestamp")
                .header(new LinkedHashMap<>(header));
        for (Map.Entry<String, @Nullable Object> claim : claims.entrySet()) {
            jwt = jwt.claim(claim.getKey(), claim.getValue());
        }
        return jwt.sign();
    }

    private ContractDetails contract(Exchange recorded) {
        Object client = claims(recorded).get("client_id");
        Object issuer = claims(recorded).get("iss");
        return contracts.get(client == null ? issuer : String.valueOf(client).split("_", -1)[1]);
    }

    private static String[] clientId(int index) {
        return String.valueOf(claims(TRAFFIC.get(index)).get("client_id")).split("_", -1);
    }

    private static Map<String, @Nullable Object> claims(Exchange recorded) {
        return part(bearer(recorded), 1);
    }

    private static String bearer(Exchange recorded) {
        return recorded.requestHeaders().get("Authorization").substring("Bearer ".length());
    }

    private static Map<String, @Nullable Object> part(String jwt, int index) {
        return Json.parseObject(new String(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[index]), UTF_8));
    }

    private String translated(String text) {
        String translated = text;
        for (Map.Entry<String, String> one : replaced.entrySet()) {
            translated = translated.replace(one.getKey(), one.getValue());
        }
        return translated;
    }

    /** Values at the same place of both responses correspond. */
    private void learn(String theirs, String ours) {
        try {
            learn(Json.parse(theirs), Json.parse(ours));
        } catch (JsonException e) {
            // Bytes, or no body.
        }
    }

    private void learn(@Nullable Object theirs, @Nullable Object ours) {
        if (theirs instanceof Map<?, ?> their && ours instanceof Map<?, ?> our) {
            their.forEach((name, value) -> {
                if (name.equals("token") && our.get(name) instanceof String token) {
                    learn(part((String) value, 1), part(token, 1));
                } else {
                    learn(value, our.get(name));
                }
            });
        } else if (theirs instanceof List<?> their && ours instanceof List<?> our) {
            for (int i = 0; i < Math.min(their.size(), our.size()); i++) {
                learn(their.get(i), our.get(i));
            }
        } else if (theirs instanceof String their && ours instanceof String our) {
            replace(their, our);
        }
    }

    /** Only long texts, since short ones are names, which may be part of others. */
    private void replace(String theirs, @Nullable String ours) {
        if (ours != null && theirs.matches("[\\w.-]{15,}") && !contracts.containsKey(theirs) && !theirs.equals(ours)) {
            replaced.put(theirs, ours);
        }
    }
}
