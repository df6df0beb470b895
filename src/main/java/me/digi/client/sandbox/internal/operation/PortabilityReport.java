package me.digi.client.sandbox.internal.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.Answer;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.protocol.Endpoint;
import me.digi.client.sandbox.internal.protocol.Refusals;
import me.digi.client.sandbox.internal.state.User;
import org.jspecify.annotations.Nullable;

/** The user's data as an XML report: of MedMij alone, and of all time or of a part of it, in seconds. */
final class PortabilityReport implements ApiOperation {
    private static final Shape SECONDS = Shape.text("0|[1-9][0-9]{0,11}", "a whole number of seconds");

    @Override
    public Endpoint endpoint() {
        return new Endpoint(Operation.REPORT, "GET", "export/{serviceType}/report");
    }

    @Override
    public ObjectShape claims() {
        return AccessTokens.CLAIMS;
    }

    @Override
    public ObjectShape query() {
        return ObjectShape.object()
                .required("format", Shape.oneOf("xml"))
                .optional("from", SECONDS)
                .optional("to", SECONDS)
                .rule((path, query) -> {
                    if (query.has("from")
                            && query.has("to")
                            && seconds(query.text("from")) > seconds(query.text("to"))) {
                        throw new ShapeException(path + ".to", "lies before " + path + ".from");
                    }
                });
    }

    @Override
    public boolean answersBytes() {
        return true;
    }

    @Override
    public Answer answer(Call call) {
        User user = AccessTokens.authorizedUser(call);
        if (!call.path("serviceType").equals("medmij")) {
            throw Refusals.malformed("the service type must be medmij");
        }
        String report = """
                <?xml version="1.0" encoding="UTF-8"?>
                <report xmlns="urn:digi.me:sandbox:report" serviceType="medmij"%s%s>
                  <patient id="%s"/>
                  <medication name="Paracetamol 500 mg" status="active"/>
                  <laboratoryResult code="2339-0" name="Glucose" value="5.4" unit="mmol/L"/>
                </report>
                """.formatted(
                        attribute("from", call.query().optionalText("from")),
                        attribute("to", call.query().optionalText("to")),
                        user.id());
        return Answer.bytes(Map.of("Content-Type", "application/octet-stream"), Content.of(report.getBytes(UTF_8)));
    }

    private static String attribute(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + value + "\"";
    }

    private static long seconds(String text) {
        return Long.parseLong(text);
    }
}
