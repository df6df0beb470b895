package me.digi.client.sandbox.internal.page;

import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.internal.html.HtmlDocument;
import me.digi.client.sandbox.internal.http.Recording;
import me.digi.client.sandbox.internal.http.Response;
import me.digi.client.sandbox.internal.http.Service;
import me.digi.client.sandbox.internal.protocol.Request;
import me.digi.client.sandbox.internal.protocol.Rule;

/**
 * Serves the pages. {@code <page>?…} shows a page; {@code <page>/allow?…} and {@code <page>/deny?…} decide, by POST
 * like the buttons or by GET; {@code <page>/fail?…} simulates the error in its form. Decisions redirect the browser.
 */
public final class PageService implements Service {
    private final String basePath;
    private final Pages pages;
    private final Consumer<LongFunction<RecordedRequest>> log;

    /**
     * Creates the service.
     *
     * @param basePath the path of the onboard URL
     */
    public PageService(String basePath, Pages pages, Consumer<LongFunction<RecordedRequest>> log) {
        this.basePath = basePath;
        this.pages = pages;
        this.log = log;
    }

    @Override
    public Response serve(Request request) {
        Recording recording = new Recording(request);
        recording.operation(Operation.PAGE);
        recording.remarks(remarks(request));
        request.body().text();
        Response response;
        try {
            response = respond(request);
        } catch (PageException e) {
            response = HtmlDocument.response(
                    e.status(), "This link does not work", ConsentView.error(String.valueOf(e.getMessage())));
            recording.refusal(e.refusal());
        }
        recording.user(pages.userOf(request.query()));
        recording.response(response, null);
        log.accept(recording.toRecord());
        return response;
    }

    /** The official SDKs send the parameter only if it is true. */
    private static List<String> remarks(Request request) {
        return request.query() != null && request.query().contains("sampleDataAutoOnboard=false")
                ? List.of("sampleDataAutoOnboard is false: omit it unless it is true")
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
            if (opened.needsNoDecision()) {
                return redirect(pages.decide(path[0], request.query(), null));
            }
            return HtmlDocument.response(200, "Consent", pages.show(opened, request.query()));
        }
        if (path.length == 2 && (get || request.method().equals("POST"))) {
            String errorCode = switch (path[1]) {
                case "allow" -> null;
                case "deny" -> PageError.USER_CANCEL.name();
                case "fail" -> Choice.errorCode(request.body().text());
                default -> throw new PageException(Rule.PAGE, 404, "there is no such decision");
            };
            return redirect(pages.decide(path[0], request.query(), choice(request), errorCode));
        }
        throw path.length > 2
                ? new PageException(Rule.PAGE, 404, "there is no such page")
                : new PageException(Rule.PAGE, 405, "a page is opened with GET");
    }

    /** A body that is not a form is ignored. */
    private static Choice choice(Request request) {
        String type = request.first("Content-Type");
        return type != null && type.startsWith("application/x-www-form-urlencoded")
                ? Choice.read(request.body().text())
                : Choice.NONE;
    }

    private static Response redirect(URI target) {
        return HtmlDocument.redirect(302, target.toString());
    }
}
