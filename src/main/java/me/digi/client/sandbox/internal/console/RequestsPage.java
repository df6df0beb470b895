package me.digi.client.sandbox.internal.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.RequestSearch;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.control.Verdict;
import me.digi.client.sandbox.internal.document.OperationNames;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.JsonView;

/** The newest requests, filtered by operation, verdict, user and text. With scripts, the browser adds new ones live. */
final class RequestsPage implements Resource {
    private static final int SHOWN = 100;
    private static final Forms.Option ANY = new Forms.Option("", "any");

    private final Sandbox sandbox;

    RequestsPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("", this::show),
                Forms.route("requests/clear", call -> sandbox.requests().clear(), call -> Section.REQUESTS.path()));
    }

    private Response show(ControlCall call) {
        String before = call.query().optionalText("before");
        long end = before == null || !before.matches("[0-9]{1,18}") ? Long.MAX_VALUE : Long.parseLong(before);
        RequestSearch search = RequestSearch.of(call.query());
        List<RecordedRequest> kept = sandbox.requests().all();
        List<RecordedRequest> found = IntStream.rangeClosed(1, kept.size())
                .mapToObj(fromEnd -> kept.get(kept.size() - fromEnd))
                .filter(request -> request.number() < end && search.matches(request))
                .limit(SHOWN + 1)
                .toList();
        return Layout.page(
                Section.REQUESTS,
                "Requests",
                Html.of(
                        """
                        {}
                        <div id="live"{}>
                        {}
                        </div>
                        <div class="row">
                        <a class="button" href="/control/v1/requests/har{}" download="sandbox.har">Export as HAR</a>
                        {}</div>
                        """,
                        search(call.query()),
                        Html.when(
                                end == Long.MAX_VALUE,
                                " data-stream=\"/control/v1/requests/stream{}\"",
                                query(call.query(), -1)),
                        found.isEmpty() ? nothing(call.query()) : list(found, call.query()),
                        query(call.query(), -1),
                        Forms.button(ConsoleService.PATH + "requests/clear", "Clear the log")));
    }

    private static Html search(JsonView query) {
        List<Forms.Option> operations = Forms.options(
                Arrays.stream(Operation.values()).map(OperationNames::of).sorted());
        return Html.of(
                """
                <form class="row" role="search">
                {}{}<label>User<input name="user" value="{}" autocomplete="off" spellcheck="false"></label>
                <label>Text<input name="text" type="search" value="{}" autocomplete="off" spellcheck="false"></label>
                <button>Find</button>
                </form>
                """,
                Forms.select("operation", "Operation", Forms.with(ANY, operations), query.optionalText("operation")),
                Forms.select(
                        "verdict",
                        "Verdict",
                        Forms.with(ANY, Forms.options(Verdict.values())),
                        query.optionalText("verdict")),
                Forms.text(query, "user"),
                Forms.text(query, "text"));
    }

    private static Html nothing(JsonView query) {
        return query.members().isEmpty()
                ? Html.of(
                        "<p>No requests so far. <a href=\"{}\">Start here</a> shows how to send one.</p>\n",
                        Section.START.path())
                : Html.of("<p>No request matches.</p>\n");
    }

    private static Html list(List<RecordedRequest> found, JsonView query) {
        List<RecordedRequest> shown = found.subList(0, Math.min(SHOWN, found.size()));
        long oldest = shown.get(shown.size() - 1).number();
        return Html.of(
                "{}{}",
                Table.of("No.", "Time", "Request", "User", "Verdict", "Status", "ms")
                        .dense()
                        .caption((shown.size() == 1 ? "1 request" : shown.size() + " requests") + ", the newest first")
                        .html(shown, RequestsPage::row),
                found.size() > SHOWN
                        ? Html.of(
                                "<p><a href=\"{}{}\">Older requests</a></p>\n",
                                Section.REQUESTS.path(),
                                query(query, oldest))
                        : Html.NONE);
    }

    private static Table.Row row(RecordedRequest request) {
        var response = request.response();
        String why = request.refusal() != null ? request.refusal().rule() : request.errorCode();
        return new Table.Row(
                "r" + request.number(),
                List.of(
                        Html.of("<a href=\"{}\">{}</a>", Links.request(request.number()), request.number()),
                        Times.ofDay(request.at()),
                        Html.of(
                                "<b>{}</b> <span class=\"path\">{}</span> <span class=\"quiet\">{}</span>",
                                request.method(),
                                request.path(),
                                OperationNames.of(request.operation())),
                        Links.toUser(request.userId()),
                        Html.of("{} <span class=\"name\">{}</span>", Verdicts.badge(request), why == null ? "" : why),
                        response == null ? "none" : response.status(),
                        response == null ? "" : response.after().toMillis()));
    }

    /** Returns the search as a query; a number that is not negative limits it to requests before that one. */
    private static String query(JsonView query, long before) {
        List<String> parts = query.members().keySet().stream()
                .filter(name -> !name.equals("before"))
                .map(name -> Links.encode(name) + "=" + Links.encode(query.text(name)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (before >= 0) {
            parts.add("before=" + before);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
