package me.digi.client.sandbox.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.internal.http.FaultPlan;
import me.digi.client.sandbox.internal.http.Recording;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.http.Service;
import me.digi.client.sandbox.internal.protocol.Content;
import me.digi.client.sandbox.internal.protocol.Request;
import me.digi.client.sandbox.internal.protocol.Rule;

/**
 * Shows the pages, and sends the browser back. {@code <page>?…} shows it; {@code <page>/allow?…} and
 * {@code <page>/deny?…} decide at once, by POST as the buttons do or by GET.
 */
public final class PageService implements Service {
    private static final Map<String, String> HTML = Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    private final String basePath;
    private final String applicationId;
    private final Pages pages;
    private final Consumer<LongFunction<RecordedRequest>> log;

    /**
     * Serves the pages.
     *
     * @param basePath the path of the onboard URL
     */
    public PageService(
            String basePath, String applicationId, Pages pages, Consumer<LongFunction<RecordedRequest>> log) {
        this.basePath = basePath;
        this.applicationId = applicationId;
        this.pages = pages;
        this.log = log;
    }

    @Override
    public Served serve(Request request) {
        Recording recording = new Recording(request);
        recording.operation(Operation.PAGE);
        recording.remarks(remarks(request));
        request.body().text();
        Response response;
        try {
            response = respond(request);
        } catch (PageException e) {
            response = html(e.status(), Html.error(String.valueOf(e.getMessage())));
            recording.refusal(e.refusal());
        }
        recording.user(pages.userOf(request.query()));
        recording.response(response, null);
        log.accept(recording.toRecord());
        return new Served(response, FaultPlan.NONE);
    }

    /** The official SDKs send it only when it is true. */
    private static List<String> remarks(Request request) {
        return request.query() != null && request.query().contains("sampleDataAutoOnboard=false")
                ? List.of("sampleDataAutoOnboard is false: it should be left out unless it is true")
                : List.of();
    }

    private Response respond(Request request) {
        String[] path = request.path().substring(basePath.length()).split("/", -1);
        boolean get = request.method().equals("GET");
        if (path.length == 1 && get) {
            Pages.Opened opened = pages.open(path[0], request.query());
            if (!opened.open()) {
                throw new PageException(Rule.PAGE_ONCE, "this link was used before, or has expired");
            }
            if (opened.asksNobody()) {
                return redirect(pages.decide(path[0], request.query(), null).toString());
            }
            return html(200, Html.consent(applicationId, opened, request.query()));
        }
        if (path.length == 2 && (get || request.method().equals("POST"))) {
            return switch (path[1]) {
                case "allow" ->
                    redirect(pages.decide(path[0], request.query(), null).toString());
                case "deny" ->
                    redirect(pages.decide(path[0], request.query(), "USER_CANCEL")
                            .toString());
                default -> throw new PageException(Rule.PAGE, 404, "there is no such decision");
            };
        }
        throw path.length > 2
                ? new PageException(Rule.PAGE, 404, "there is no such page")
                : new PageException(Rule.PAGE, 405, "a page is opened with GET");
    }

    private static Response html(int status, String page) {
        return new Response(status, HTML, Content.of(page.getBytes(UTF_8)));
    }

    private static Response redirect(String target) {
        return new Response(302, Map.of("Location", target, "Cache-Control", "no-store"), Content.of(new byte[0]));
    }
}
