package me.digi.client.sandbox.internal.control;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.RequestLog;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.document.OperationNames;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.UnknownException;
import org.jspecify.annotations.Nullable;

/**
 * A search for requests.
 *
 * @param text in lower case, to be found in the path, the query, the body, the claims or the response
 */
public record RequestSearch(
        @Nullable Operation operation,
        @Nullable Verdict verdict,
        @Nullable String user,
        @Nullable String text) {
    static final Set<String> PARAMETERS = Set.of("operation", "verdict", "user", "text", "after", "before", "limit");

    /** Reads the parameters of a query. */
    public static RequestSearch of(JsonView query) {
        String operation = query.optionalText("operation");
        String verdict = query.optionalText("verdict");
        String text = query.optionalText("text");
        return new RequestSearch(
                operation == null ? null : OperationNames.read(operation),
                verdict == null ? null : Names.read(Verdict.class, verdict),
                query.optionalText("user"),
                text == null ? null : text.toLowerCase(Locale.ROOT));
    }

    /** Returns the request of that number, if it is one and the log still has the request. */
    public static RecordedRequest numbered(RequestLog log, String number) {
        RecordedRequest request = number.matches("[0-9]{1,18}") ? log.numbered(Long.parseLong(number)) : null;
        if (request == null) {
            throw new UnknownException("request in the log", number);
        }
        return request;
    }

    public boolean matches(RecordedRequest request) {
        return (operation == null || operation == request.operation())
                && (verdict == null || verdict == Verdict.of(request))
                && (user == null || user.equals(request.userId()))
                && (text == null || contains(request, text));
    }

    private static boolean contains(RecordedRequest request, String text) {
        return List.of(
                        request.path(),
                        String.valueOf(request.query()),
                        request.body(),
                        String.valueOf(request.claims()),
                        request.response() == null ? "" : request.response().body(),
                        String.valueOf(request.refusal()))
                .stream()
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(text));
    }
}
