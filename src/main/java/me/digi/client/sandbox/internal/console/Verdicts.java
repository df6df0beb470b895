package me.digi.client.sandbox.internal.console;

import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.internal.control.Verdict;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.html.Html;

/** Verdicts, shown by words and colours. */
final class Verdicts {
    private Verdicts() {}

    static Html badge(RecordedRequest request) {
        String name = Names.of(Verdict.of(request));
        return Html.of("<span class=\"badge {}\">{}</span>", name, name);
    }

    static String meaning(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "It was carried out.";
            case LOOSENED -> "It broke a loosened rule, and was carried out.";
            case REFUSED -> "It broke a rule.";
            case FAILED -> "It failed because of a fault, or because of an error in the sandbox.";
            case UNANSWERED -> "No response was sent, because of a fault or because the client disconnected.";
        };
    }
}
