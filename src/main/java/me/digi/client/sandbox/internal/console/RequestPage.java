package me.digi.client.sandbox.internal.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RecordedResponse;
import me.digi.client.sandbox.Refusal;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.internal.control.ControlCall;
import me.digi.client.sandbox.internal.control.RequestSearch;
import me.digi.client.sandbox.internal.control.Resource;
import me.digi.client.sandbox.internal.control.Route;
import me.digi.client.sandbox.internal.control.Verdict;
import me.digi.client.sandbox.internal.document.OperationNames;
import me.digi.client.sandbox.internal.html.Html;
import me.digi.client.sandbox.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** A request: why it was refused, what was sent, and the response. */
final class RequestPage implements Resource {
    private final Sandbox sandbox;

    RequestPage(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("requests/{number}", this::show));
    }

    private Response show(ControlCall call) {
        RecordedRequest request = RequestSearch.numbered(sandbox.requests(), call.path("number"));
        return Layout.page(
                Section.REQUESTS,
                "Request " + request.number(),
                Html.of(
                        "{}{}{}{}{}",
                        summary(request),
                        refusal(request.refusal()),
                        remarks(request),
                        sent(request),
                        received(request.response())));
    }

    private Html summary(RecordedRequest request) {
        return Html.of(
                """
                <p>{} {}{}</p>
                <p class="path"><b>{}</b> {}{}</p>
                <dl>
                <div><dt>Operation</dt><dd>{}</dd></div>
                <div><dt>Received</dt><dd>{}</dd></div>
                <div><dt>User</dt><dd>{}</dd></div>
                </dl>
                <p class="row">{}{}</p>
                """,
                Verdicts.badge(request),
                Verdicts.meaning(Verdict.of(request)),
                loosened(request),
                request.method(),
                request.path(),
                request.query() == null ? "" : "?" + request.query(),
                OperationNames.of(request.operation()),
                Times.whole(request.at()),
                request.userId() == null ? "none" : Links.toUser(request.userId()),
                neighbour(request.number() - 1, "Previous"),
                neighbour(request.number() + 1, "Next"));
    }

    private static String loosened(RecordedRequest request) {
        return request.loosened().isEmpty() ? "" : " Broken: " + String.join(", ", request.loosened());
    }

    private Html neighbour(long number, String label) {
        return sandbox.requests().numbered(number) == null
                ? Html.NONE
                : Html.of("<a href=\"{}\">{} request</a>", Links.request(number), label);
    }

    private static Html refusal(@Nullable Refusal refusal) {
        return refusal == null
                ? Html.NONE
                : Html.of(
                        """
                        <section class="refusal" aria-labelledby="refused">
                        <h2 id="refused">Why it was refused</h2>
                        <dl>
                        <div><dt>Rule</dt><dd><a href="{}#{}">{}</a></dd></div>
                        <div><dt>Expected</dt><dd>{}</dd></div>
                        <div><dt>Came</dt><dd>{}</dd></div>
                        <div><dt>The official SDK</dt><dd>{}</dd></div>
                        </dl>
                        </section>
                        """,
                        Section.RULES.path(),
                        refusal.rule(),
                        refusal.rule(),
                        refusal.expected(),
                        refusal.came(),
                        refusal.officialSdk());
    }

    private static Html remarks(RecordedRequest request) {
        return request.remarks().isEmpty()
                ? Html.NONE
                : Html.of(
                        "<h2>Accepted, but best avoided</h2>\n<ul>{}</ul>\n",
                        Html.each(request.remarks(), remark -> Html.of("<li>{}</li>", remark)));
    }

    private static Html sent(RecordedRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return Html.of(
                "<h2>Sent</h2>\n{}{}{}{}",
                MessageView.json("JWT header", request.jwtHeader()),
                MessageView.json("JWT claims", request.claims()),
                MessageView.headers(headers),
                MessageView.body(request.body()));
    }

    private static Html received(@Nullable RecordedResponse response) {
        if (response == null) {
            return Html.of("<h2>Response</h2>\n<p>None was sent.</p>\n");
        }
        return Html.of(
                "<h2>Response: {}</h2>\n<p class=\"quiet\">{} bytes after {} ms</p>\n{}{}{}",
                response.status(),
                response.bytes() < 0 ? "An unknown number of" : response.bytes(),
                String.format(Locale.ROOT, "%.2f", response.after().toNanos() / 1e6),
                MessageView.signedToken(response.body()),
                MessageView.headers(new TreeMap<>(response.headers())),
                MessageView.body(response.body()));
    }
}
