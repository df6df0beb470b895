package me.digi.client.sandbox.internal.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.RequestSearch;
import me.digi.client.sandbox.internal.document.OperationNames;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.json.JsonView;

/** The newest requests, found by operation, verdict, user and text. A browser with scripts shows new ones as they come. */
final class RequestsPage implements ConsolePage {
    private static final int SHOWN = 100;

    private final Sandbox sandbox;

    RequestsPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<ConsoleRoute> routes() {
        return List.of(ConsoleRoute.get("", this::show), ConsoleRoute.post("requests/clear", call -> clear()));
    }

    private Response show(ConsoleCall call) {
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

    private Response clear() {
        sandbox.requests().clear();
        return HtmlDocument.redirect(303, Section.REQUESTS.path());
    }

    private static Html search(JsonView query) {
        List<Forms.Option> operations = Arrays.stream(Operation.values())
                .map(OperationNames::of)
                .sorted()
                .map(Forms.Option::new)
                .toList();
        return Html.of(
                """
                <form class="row" role="search">
                {}{}<label>User<input name="user" value="{}" autocomplete="off" spellcheck="false"></label>
                <label>Text<input name="text" type="search" value="{}" autocomplete="off" spellcheck="false"></label>
                <button>Find</button>
                </form>
                """,
                Forms.select("operation", "Operation", any(operations), query.optionalText("operation")),
                Forms.select("verdict", "Verdict", any(Verdicts.options()), query.optionalText("verdict")),
                orEmpty(query, "user"),
                orEmpty(query, "text"));
    }

    private static Html nothing(JsonView query) {
        return query.members().isEmpty()
                ? Html.of(
                        "<p>No requests so far. <a href=\"{}\">Start here</a> has a first one to send.</p>\n",
                        Section.START.path())
                : Html.of("<p>No request that is kept fits.</p>\n");
    }

    private static Html list(List<RecordedRequest> found, JsonView query) {
        List<RecordedRequest> shown = found.subList(0, Math.min(SHOWN, found.size()));
        long oldest = shown.get(shown.size() - 1).number();
        return Html.of(
                """
                <table class="cards dense">
                <caption>{}, the newest first</caption>
                <thead><tr><th>No.</th><th>Time</th><th>Request</th><th>User</th><th>Verdict</th><th>Status</th><th>ms</th></tr></thead>
                <tbody>
                {}</tbody>
                </table>
                {}""",
                shown.size() == 1 ? "1 request" : shown.size() + " requests",
                Html.each(shown, RequestsPage::row),
                found.size() > SHOWN
                        ? Html.of(
                                "<p><a href=\"{}{}\">Older requests</a></p>\n",
                                Section.REQUESTS.path(),
                                query(query, oldest))
                        : Html.NONE);
    }

    private static Html row(RecordedRequest request) {
        var response = request.response();
        String why = request.refusal() != null ? request.refusal().rule() : request.errorCode();
        return Html.of(
                """
                <tr id="r{}">
                <td data-label="No."><a href="{}">{}</a></td>
                <td data-label="Time">{}</td>
                <td data-label="Request"><b>{}</b> <span class="path">{}</span> <span class="quiet">{}</span></td>
                <td data-label="User">{}</td>
                <td data-label="Verdict">{} <span class="name">{}</span></td>
                <td data-label="Status">{}</td>
                <td data-label="ms">{}</td>
                </tr>
                """,
                request.number(),
                Links.request(request.number()),
                request.number(),
                Times.ofDay(request.at()),
                request.method(),
                request.path(),
                OperationNames.of(request.operation()),
                Links.toUser(request.userId()),
                Verdicts.badge(request),
                why == null ? "" : why,
                response == null ? "none" : response.status(),
                response == null ? "" : String.valueOf(response.after().toMillis()));
    }

    private static List<Forms.Option> any(List<Forms.Option> options) {
        List<Forms.Option> all = new ArrayList<>(options);
        all.add(0, new Forms.Option("", "any"));
        return all;
    }

    private static String orEmpty(JsonView query, String name) {
        String text = query.optionalText(name);
        return text == null ? "" : text;
    }

    /** The same search as a query, of requests before that number if it is not negative. */
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
