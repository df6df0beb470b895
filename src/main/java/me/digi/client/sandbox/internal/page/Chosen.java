package me.digi.client.sandbox.internal.page;

import java.util.List;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.Query;
import me.digi.client.sandbox.internal.protocol.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose on a page beside <i>Allow</i>.
 *
 * @param transaction the name of the forms on that page, or null without a page
 * @param emptyLibrary whether a new user starts without the usual accounts and files
 * @param sources the sources of the accounts to add
 * @param sample whether these accounts have sample data
 */
record Chosen(@Nullable String transaction, boolean emptyLibrary, List<Long> sources, boolean sample) {
    /** As if the page had only its buttons. */
    static final Chosen NOTHING = new Chosen(null, false, List.of(), false);

    /**
     * Reads the form: {@code library=empty}, {@code source=420} or {@code source-420=on}, and {@code sample=on}.
     *
     * @throws PageException if it is not a form
     */
    static Chosen read(String body) {
        JsonView form = form(body);
        List<Long> sources = form.members().keySet().stream()
                .filter(name -> name.startsWith("source"))
                .map(name -> name.equals("source") ? form.text(name) : name.substring("source-".length()))
                .map(Chosen::sourceId)
                .toList();
        return new Chosen(
                form.optionalText("transaction"),
                "empty".equals(form.optionalText("library")),
                sources,
                form.has("sample"));
    }

    /** The error code that the person asks for. */
    static String errorCode(String body) {
        String code = form(body).optionalText("errorCode");
        if (code == null || !code.matches("[A-Z_]{1,50}")) {
            throw new PageException(Rule.PAGE_ADDRESS, "errorCode must be a code like SERVER_ERROR");
        }
        return code;
    }

    long sourceOr(long otherwise) {
        return sources.isEmpty() ? otherwise : sources.get(0);
    }

    private static Long sourceId(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new PageException(Rule.PAGE_ADDRESS, "source must be the id of a source");
        }
        return Long.valueOf(text);
    }

    private static JsonView form(String body) {
        try {
            return Query.parse(body);
        } catch (ShapeException e) {
            throw new PageException(Rule.PAGE_ADDRESS, "the body is not a form: " + e.getMessage());
        }
    }
}
