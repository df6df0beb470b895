package me.digi.client.sandbox.internal.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.User;
import org.jspecify.annotations.Nullable;

/** Returns the user's data as an XML report: only of MedMij, of all time or of a range in seconds. */
final class DownloadReport {
    /** The official SDK for Node.js sends this for a missing bound. */
    private static final String UNDEFINED = "undefined";

    private static final Shape SECONDS = Shape.text("undefined|0|[1-9][0-9]{0,11}", "a whole number of seconds");

    private DownloadReport() {}

    static ApiOperation operation() {
        return new ApiOperation(Operation.DOWNLOAD_REPORT, "GET", "export/{serviceType}/report")
                .claims(AccessTokens.CLAIMS)
                .query(ObjectShape.object()
                        .required("format", Shape.oneOf("xml"))
                        .optional("from", SECONDS)
                        .optional("to", SECONDS)
                        .rule(DownloadReport::checkBounds))
                .remarks((claims, query) -> remarks(query))
                .download()
                .handle(DownloadReport::respond);
    }

    private static void checkBounds(String path, JsonView query) {
        String from = bound(query, "from");
        String to = bound(query, "to");
        if (from != null && to != null && Long.parseLong(from) > Long.parseLong(to)) {
            throw new ShapeException(path + ".to", "is before " + path + ".from");
        }
    }

    private static List<String> remarks(JsonView query) {
        return Stream.of("from", "to")
                .filter(name -> UNDEFINED.equals(query.optionalText(name)))
                .map(name -> "query." + name + " is \"" + UNDEFINED + "\", and was ignored")
                .toList();
    }

    private static ApiResponse respond(Call call) {
        User user = AccessTokens.authorizedUser(call);
        if (!call.path("serviceType").equals("medmij")) {
            throw ApiErrors.malformed(
                    Rule.REPORT_TYPE,
                    "the service type must be medmij",
                    "the service type " + call.path("serviceType"));
        }
        String report = String.format(
                Locale.ROOT,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <report xmlns="urn:digi.me:sandbox:report" serviceType="medmij"%s%s>
                  <patient id="%s"/>
                  <medication name="Paracetamol 500 mg" status="active"/>
                  <laboratoryResult code="2339-0" name="Glucose" value="5.4" unit="mmol/L"/>
                </report>
                """,
                attribute("from", bound(call.query(), "from")),
                attribute("to", bound(call.query(), "to")),
                user.id());
        return ApiResponse.bytes(
                Map.of("Content-Type", "application/octet-stream"), Content.of(report.getBytes(UTF_8)));
    }

    private static String attribute(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + value + "\"";
    }

    private static @Nullable String bound(JsonView query, String name) {
        String text = query.optionalText(name);
        return UNDEFINED.equals(text) ? null : text;
    }
}
