package me.digi.client.sandbox.internal.operation;

import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.Call;

/** The options of a session. A wrong shape is malformed; a valid shape with an impossible scope is out of bounds. */
final class SessionOptions {
    private static final Shape SECONDS = Shape.wholeNumber(0, 253_402_300_799L);
    private static final Shape LAST = Shape.text("[1-9][0-9]{0,4}[dmy]", "a number of days, months or years like 6m");
    private static final Shape ID = Shape.wholeNumber(1, Integer.MAX_VALUE);
    private static final Shape TEXTS = Shape.arrayOf(Shape.text());

    private static final ObjectShape TIME_RANGE = ObjectShape.object()
            .optional("from", SECONDS)
            .optional("last", LAST)
            .optional("to", SECONDS);

    private static final ObjectShape SERVICE_TYPE = ObjectShape.object()
            .required("id", ID)
            .required("serviceObjectTypes", Shape.arrayOf(ObjectShape.object().required("id", ID)));

    private static final ObjectShape SERVICE_GROUP =
            ObjectShape.object().required("id", ID).required("serviceTypes", Shape.arrayOf(SERVICE_TYPE));

    private static final ObjectShape CRITERIA = ObjectShape.object()
            .optional("from", SECONDS)
            .optional("last", LAST)
            .optional(
                    "metadata",
                    ObjectShape.object()
                            .optional("appId", TEXTS)
                            .optional(
                                    "accounts",
                                    Shape.arrayOf(ObjectShape.object()
                                            .required("accountId", Shape.text())
                                            .optional("username", Shape.text())))
                            .optional("contractId", TEXTS)
                            .optional("mimeType", TEXTS)
                            .optional("reference", TEXTS)
                            .optional("tags", TEXTS));

    static final ObjectShape SHAPE = ObjectShape.object()
            .optional(
                    "limits",
                    ObjectShape.object()
                            .optional(
                                    "duration",
                                    ObjectShape.object()
                                            .optional("sourceFetch", Shape.wholeNumber(0, Integer.MAX_VALUE))))
            .optional(
                    "scope",
                    ObjectShape.object()
                            .optional("timeRanges", Shape.arrayOf(TIME_RANGE))
                            .optional("serviceGroups", Shape.arrayOf(SERVICE_GROUP))
                            .optional("criteria", Shape.arrayOf(CRITERIA)))
            .optional("sourceFetch", Shape.bool())
            .optional(
                    "sourceFetchFilter",
                    ObjectShape.object()
                            .required("account", ObjectShape.object().required("id", TEXTS)));

    private static final long LAST_SERVICE_GROUP = 10;

    private SessionOptions() {}

    /** Checks that no range ends before it starts, and that every group is known. */
    static void checkScope(Call call, String path, JsonView options) {
        JsonView scope = options.object("scope");
        scope.objects("timeRanges").forEach(range -> checkRange(call, path + ".scope.timeRanges", range));
        for (JsonView group : scope.objects("serviceGroups")) {
            Long id = group.optionalNumber("id");
            if (id == null || id > LAST_SERVICE_GROUP) {
                call.refuse(ApiErrors.scopeOutOfBounds(path + ".scope.serviceGroups has an unknown group: " + id));
            }
        }
    }

    private static void checkRange(Call call, String path, JsonView range) {
        Long from = range.optionalNumber("from");
        Long to = range.optionalNumber("to");
        if (from != null && to != null && from > to) {
            call.refuse(ApiErrors.scopeOutOfBounds(path + " has a range that ends before it starts"));
        }
    }
}
