package me.digi.client.sandbox.internal.console;

import java.util.Arrays;
import java.util.List;
import me.digi.client.sandbox.RecordedRequest;
import me.digi.client.sandbox.internal.control.Verdict;
import me.digi.client.sandbox.internal.document.Names;
import me.digi.client.sandbox.internal.html.Html;

/** Verdicts as they are shown: by a word as well as by a colour. */
final class Verdicts {
    private Verdicts() {}

    static Html badge(RecordedRequest request) {
        String name = Names.of(Verdict.of(request));
        return Html.of("<span class=\"badge {}\">{}</span>", name, name);
    }

    static String meaning(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> "It was carried out.";
            case LOOSENED -> "It broke a rule that is loosened, and was carried out.";
            case REFUSED -> "It broke a rule.";
            case FAILED -> "It got an error: a fault was armed, or the sandbox had one of its own.";
            case UNANSWERED -> "It got no response: a fault was armed, or the client has gone.";
        };
    }

    static List<Forms.Option> options() {
        return Arrays.stream(Verdict.values())
                .map(verdict -> new Forms.Option(Names.of(verdict)))
                .toList();
    }
}
