package me.digi.client.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.SandboxCaller.Reply;
import org.jspecify.annotations.Nullable;

/** Calls the control API, and validates each exchange against {@code api-spec/sandbox-control.yaml}. */
final class ControlCaller {
    private static final OpenApiInteractionValidator DESCRIPTION =
            OpenApiInteractionValidator.createForSpecificationUrl("api-spec/sandbox-control.yaml")
                    .withBasePathOverride("/")
                    .build();

    private final Sandbox sandbox;

    ControlCaller(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Map<String, @Nullable Object> get(String path) {
        return json(send("GET", path, null), 200);
    }

    Map<String, @Nullable Object> post(String path, @Nullable String body) {
        return json(send("POST", path, body), 200);
    }

    Map<String, @Nullable Object> put(String path, String body) {
        return json(send("PUT", path, body), 200);
    }

    void done(String method, String path, @Nullable String body) {
        assertThat(send(method, path, body).status()).isEqualTo(204);
    }

    Reply send(String method, String path, @Nullable String body) {
        HttpRequest.Builder request = request(path)
                .header("Authorization", "Bearer " + sandbox.controlToken())
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        Reply reply = SandboxCaller.exchange(request.build());
        check(method, path, body, reply);
        return reply;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url(path));
    }

    URI url(String path) {
        return sandbox.controlUrl().resolve(path);
    }

    static List<Map<String, @Nullable Object>> list(Map<String, @Nullable Object> json, String name) {
        return ((List<?>) json.get(name)).stream().map(ControlCaller::object).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> object(@Nullable Object json) {
        return (Map<String, @Nullable Object>) json;
    }

    private static Map<String, @Nullable Object> json(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body()).isIn(status, 201);
        return Json.parseObject(reply.body());
    }

    private static void check(String method, String path, @Nullable String body, Reply reply) {
        URI address = URI.create("/" + path);
        SimpleRequest.Builder request =
                new SimpleRequest.Builder(method, address.getRawPath()).withHeader("Authorization", "Bearer token");
        if (address.getQuery() != null) {
            for (String pair : address.getQuery().split("&", -1)) {
                request.withQueryParam(pair.split("=", 2)[0], pair.split("=", 2)[1]);
            }
        }
        if (body != null) {
            request.withContentType("application/json").withBody(body);
        }
        SimpleResponse.Builder response = new SimpleResponse.Builder(reply.status());
        reply.headers().firstValue("Content-Type").ifPresent(response::withContentType);
        if (!reply.body().isEmpty()) {
            response.withBody(reply.body());
        }
        Request sent = request.build();
        if (reply.status() < 400) {
            assertThat(DESCRIPTION.validateRequest(sent).getMessages())
                    .as(method + " " + path)
                    .isEmpty();
        }
        assertThat(DESCRIPTION
                        .validateResponse(address.getRawPath(), Request.Method.valueOf(method), response.build())
                        .getMessages())
                .as(method + " " + path + " " + reply.body())
                .isEmpty();
    }
}
