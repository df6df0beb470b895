package me.digi.client.sandbox.internal.console;

import java.net.URI;
import java.util.Map;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.ForeignJku;
import me.digi.client.sandbox.Oversized;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.document.FaultDocument;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.NotJsonException;
import org.jspecify.annotations.Nullable;

/** A fault with fields in the form. */
enum FilledFault {
    CHANGE("A member of the response has another value; without a value, it is missing", """
            <label>Of<select name="part"><option value="BODY">the body</option>
            <option value="PAYLOAD">the claims of the signed token</option></select></label>
            <label>Member<input name="path" placeholder="session.key" autocomplete="off" spellcheck="false"></label>
            <label>Value, as JSON or text<input name="value" autocomplete="off" spellcheck="false"></label>
            """) {
        @Override
        Fault fault(ControlCall call) {
            Change.Part part = Change.Part.valueOf(call.field("part"));
            String value = call.body().optionalText("value");
            return new Change(part, call.field("path"), value != null, value == null ? null : jsonOrText(value));
        }
    },
    FOREIGN_JKU("The jku of a signed response is another URL. The signature is valid", """
            <label>URL<input name="jku" placeholder="http://127.0.0.1:9/jwks" autocomplete="off" spellcheck="false"></label>
            """) {
        @Override
        Fault fault(ControlCall call) {
            return new ForeignJku(URI.create(call.field("jku")));
        }
    },
    OVERSIZED("A correct response, followed by white space", """
            <label>Size in bytes<input name="bytes" type="number" min="1" value="1000000000"></label>
            """) {
        @Override
        Fault fault(ControlCall call) {
            return new Oversized(Long.parseLong(call.field("bytes")));
        }
    },
    DOCUMENT("Any fault, or several joined, in the format of the control API", """
            <label>JSON<textarea name="json" rows="3" spellcheck="false">
            {"response": {"status": 302, "headers": {"Location": "https://other.example/"}}}</textarea></label>
            """) {
        @Override
        Fault fault(ControlCall call) {
            Map<String, ?> json = Json.parseObject(call.field("json"));
            FaultDocument.SHAPE.check("fault", json);
            return FaultDocument.read(JsonView.of(json));
        }
    };

    private final String meaning;
    private final String fields;

    FilledFault(String meaning, String fields) {
        this.meaning = meaning;
        this.fields = fields;
    }

    abstract Fault fault(ControlCall call);

    String meaning() {
        return meaning;
    }

    Html fields() {
        return Html.of(fields);
    }

    private static @Nullable Object jsonOrText(String value) {
        try {
            return Json.parseObject("{\"value\":" + value + "}").get("value");
        } catch (NotJsonException e) {
            return value;
        }
    }
}
