package me.digi.client.sandbox.internal.control;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RequestLog;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.document.OperationNames;
import me.digi.client.sandbox.internal.http.Response;

/** The request log: search, single requests, counts, an event stream, and an archive. */
final class RequestsResource implements Resource {
    private static final long LIMIT = 100;

    private final Sandbox sandbox;
    private final RequestLog log;

    RequestsResource(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.log = sandbox.requests();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("requests", RequestSearch.PARAMETERS, this::search),
                Route.delete("requests", call -> clear()),
                Route.get("requests/stream", RequestSearch.PARAMETERS, this::stream),
                Route.get("requests/counts", call -> counts()),
                Route.get("requests/har", RequestSearch.PARAMETERS, this::archive),
                Route.get("requests/{number}", this::show));
    }

    /** Newest first: at most {@code limit}, with numbers between {@code after} and {@code before}. */
    private Response search(ControlCall call) {
        List<RecordedRequest> found = found(call);
        long limit = call.number("limit", LIMIT);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "requests",
                found.stream()
                        .skip(Math.max(0, found.size() - limit))
                        .sorted((one, other) -> Long.compare(other.number(), one.number()))
                        .map(RequestDocument::summary)
                        .toList());
        json.put("found", (long) found.size());
        return ControlResponse.json(json);
    }

    private Response show(ControlCall call) {
        return ControlResponse.json(RequestDocument.full(RequestSearch.numbered(log, call.path("number"))));
    }

    private Response clear() {
        log.clear();
        return ControlResponse.done();
    }

    /** Counts all requests since the log was cleared, including those that are no longer kept. */
    private Response counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        Arrays.stream(Operation.values())
                .forEach(operation -> counts.put(OperationNames.of(operation), (long) log.count(operation)));
        return ControlResponse.json(Map.of("counts", counts));
    }

    /** A reader that reconnects continues after the last event it received. */
    private Response stream(ControlCall call) {
        String last = call.lastEventId();
        long after =
                last != null && last.matches("[0-9]{1,18}") ? Long.parseLong(last) : call.number("after", log.newest());
        return ControlResponse.content(
                200, "text/event-stream", new RequestStream(log, RequestSearch.of(call.query()), after));
    }

    private Response archive(ControlCall call) {
        return ControlResponse.json(HarDocument.of(found(call), sandbox.url()));
    }

    private List<RecordedRequest> found(ControlCall call) {
        RequestSearch search = RequestSearch.of(call.query());
        long after = call.number("after", 0);
        long before = call.number("before", Long.MAX_VALUE);
        return log.all().stream()
                .filter(request -> request.number() > after && request.number() < before)
                .filter(search::matches)
                .toList();
    }
}
