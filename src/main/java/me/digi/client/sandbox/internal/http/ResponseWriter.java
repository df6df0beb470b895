package me.digi.client.sandbox.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.ErrorShape;
import me.digi.client.sandbox.FileContent;
import me.digi.client.sandbox.ForeignJku;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Oddity;
import me.digi.client.sandbox.Oversized;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.protocol.ApiError;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.state.RandomText;

/** Signs and writes the responses of operations, and applies faults to them. */
public final class ResponseWriter {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final ResponseSigner signer;
    private final RandomText random;
    private final ErrorShape errors;

    public ResponseWriter(ResponseSigner signer, RandomText random, ErrorShape errors) {
        this.signer = signer;
        this.errors = errors;
        this.random = random;
    }

    Response write(ApiResponse result, FaultPlan plan) {
        Object json = result.json();
        if (json == null) {
            if (!plan.oddities().isEmpty()) {
                throw new IllegalArgumentException("the response is not JSON");
            }
            Content content = result.content();
            return new Response(result.status(), result.headers(), content == null ? Content.of(new byte[0]) : content);
        }
        if (result.token() != null) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("token", token(result.token(), plan));
            members.putAll(JsonView.of(json).members());
            json = members;
        }
        String text = Json.write(JsonPath.apply(
                Oddities.body(json, result.token() != null, plan.oddities()), plan.changes(Change.Part.BODY)));
        String mark = plan.oddities().contains(Oddity.BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        Response response = Response.of(CannedResponse.json(result.status(), mark + text));
        return plan.oddities().contains(Oddity.GZIP) ? compressed(response) : response;
    }

    /** Writes an error, with a new reference if its shape has one. */
    CannedResponse write(ApiError failure) {
        CannedResponse response =
                CannedResponse.error(errors, failure.status(), failure.code(), failure.explanation(), random.next(9));
        for (Map.Entry<String, String> header : failure.headers().entrySet()) {
            response = response.withHeader(header.getKey(), header.getValue());
        }
        return response;
    }

    /** Returns the response with the faults that apply while it is sent. */
    Response send(Response response, FaultPlan plan) {
        Oversized oversized = plan.first(Oversized.class);
        long length = response.body().length();
        return oversized == null || oversized.bytes() <= length || length < 0
                ? new Response(response.status(), response.headers(), response.body(), plan)
                : new Response(response.status(), response.headers(), oversized(response.body(), oversized), plan);
    }

    /** Adds spaces. */
    private static Content oversized(Content body, Oversized oversized) {
        FileContent spaces = FileContent.repeated((byte) ' ', oversized.bytes() - body.length());
        return new Content() {
            @Override
            public long length() {
                return oversized.bytes();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                body.writeTo(out);
                try (InputStream more = spaces.open()) {
                    more.transferTo(out);
                }
            }
        };
    }

    private static Response compressed(Response response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            response.body().writeTo(gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.of(response.status(), response.headers(), bytes.toByteArray())
                .withHeader("Content-Encoding", "gzip");
    }

    private String token(Map<String, ?> payload, FaultPlan plan) {
        Map<String, ?> odd = Oddities.payload(payload, plan.oddities());
        Map<String, ?> changed = JsonView.of(JsonPath.apply(odd, plan.changes(Change.Part.PAYLOAD)))
                .members();
        ForeignJku foreign = plan.first(ForeignJku.class);
        String jku = foreign == null ? signer.jku() : foreign.jku().toString();
        Forgery forgery = plan.first(Forgery.class);
        return forgery == null ? signer.sign(changed, jku) : signer.forge(changed, jku, forgery);
    }
}
