package me.digi.client.sandbox.internal.document;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.ForeignJku;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Oddity;
import me.digi.client.sandbox.Oversized;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.json.ShapeException;
import org.jspecify.annotations.Nullable;

/** Faults: one member for each kind, and several members for joined faults. */
public final class FaultDocument {
    private static final ObjectShape RESPONSE = ObjectShape.object()
            .required("status", Shape.wholeNumber(200, 599))
            .optional("headers", FaultDocument::checkHeaders)
            .optional("body", Shape.anyText())
            .optional(
                    "error", ObjectShape.object().required("code", Shape.text()).required("message", Shape.anyText()))
            .rule((path, response) -> {
                if (response.has("error") && response.has("body")) {
                    throw new ShapeException(path + ".error", "is not allowed together with a body");
                }
            });

    private static final ObjectShape CHANGE = ObjectShape.object()
            .required("part", Names.shape(Change.Part.values()))
            .required("path", Shape.text())
            .optional("remove", Shape.bool())
            .optional("value", (path, value) -> {})
            .rule((path, change) -> {
                if (change.has("value") == change.has("remove")) {
                    throw new ShapeException(path + ".value", "or remove is required, but not both");
                }
            });

    public static final ObjectShape SHAPE = ObjectShape.object()
            .optional("response", RESPONSE)
            .optional("delivery", Names.shape(Delivery.values()))
            .optional("forgery", Names.shape(Forgery.values()))
            .optional("foreignJku", Shape.text())
            .optional("oddities", Shape.arrayOf(Names.shape(Oddity.values())))
            .optional("changes", Shape.arrayOf(CHANGE))
            .optional("oversized", Shape.wholeNumber(1, Long.MAX_VALUE))
            .rule((path, fault) -> {
                if (fault.members().isEmpty()) {
                    throw new ShapeException(path, "must have at least one member");
                }
            });

    private FaultDocument() {}

    public static Map<String, Object> write(Fault fault) {
        Map<String, Object> json = new LinkedHashMap<>();
        add(fault, json);
        return json;
    }

    public static Fault read(JsonView json) {
        List<Fault> faults = new ArrayList<>();
        if (json.has("response")) {
            faults.add(response(json.object("response")));
        }
        if (json.has("delivery")) {
            faults.add(Names.read(Delivery.class, json.text("delivery")));
        }
        if (json.has("forgery")) {
            faults.add(Names.read(Forgery.class, json.text("forgery")));
        }
        if (json.has("foreignJku")) {
            faults.add(new ForeignJku(URI.create(json.text("foreignJku"))));
        }
        json.list("oddities").forEach(name -> faults.add(Names.read(Oddity.class, (String) name)));
        json.objects("changes").forEach(change -> faults.add(change(change)));
        if (json.has("oversized")) {
            faults.add(new Oversized(json.number("oversized")));
        }
        return faults.size() == 1 ? faults.get(0) : new Fault.Joined(faults);
    }

    private static void add(Fault fault, Map<String, Object> json) {
        if (fault instanceof Fault.Joined joined) {
            joined.faults().forEach(one -> add(one, json));
        } else if (fault instanceof CannedResponse response) {
            Map<String, Object> canned = new LinkedHashMap<>();
            canned.put("status", (long) response.status());
            canned.put("headers", new TreeMap<>(response.headers()));
            canned.put("body", response.body());
            json.put("response", canned);
        } else if (fault instanceof Delivery delivery) {
            json.put("delivery", Names.of(delivery));
        } else if (fault instanceof Forgery forgery) {
            json.put("forgery", Names.of(forgery));
        } else if (fault instanceof ForeignJku foreign) {
            json.put("foreignJku", foreign.jku().toString());
        } else if (fault instanceof Oddity oddity) {
            append(json, "oddities", Names.of(oddity));
        } else if (fault instanceof Change change) {
            append(json, "changes", write(change));
        } else if (fault instanceof Oversized oversized) {
            json.put("oversized", oversized.bytes());
        }
    }

    private static void append(Map<String, Object> json, String name, Object item) {
        List<Object> items = new ArrayList<>(json.get(name) instanceof List<?> before ? before : List.of());
        items.add(item);
        json.put(name, items);
    }

    private static Map<String, @Nullable Object> write(Change change) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("part", Names.of(change.part()));
        json.put("path", change.path());
        if (change.kept()) {
            json.put("value", change.value());
        } else {
            json.put("remove", true);
        }
        return json;
    }

    private static Change change(JsonView json) {
        Change.Part part = Names.read(Change.Part.class, json.text("part"));
        return new Change(
                part, json.text("path"), json.has("value"), json.members().get("value"));
    }

    private static CannedResponse response(JsonView json) {
        int status = (int) json.number("status");
        JsonView error = json.object("error");
        CannedResponse response = json.has("error")
                ? CannedResponse.error(status, error.text("code"), error.text("message"))
                : new CannedResponse(status, Map.of(), json.has("body") ? json.text("body") : "");
        JsonView headers = json.object("headers");
        for (String name : headers.members().keySet()) {
            response = response.withHeader(name, headers.text(name));
        }
        return response;
    }

    private static void checkHeaders(String path, @Nullable Object value) {
        Shape.anyObject().check(path, value);
        JsonView.of(value).members().forEach((name, header) -> Shape.anyText().check(path + "." + name, header));
    }
}
