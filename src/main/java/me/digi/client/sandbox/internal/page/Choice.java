package me.digi.client.sandbox.internal.page;

import java.util.List;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ShapeException;
import me.digi.client.sandbox.internal.protocol.Query;
import me.digi.client.sandbox.internal.protocol.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The user's choices on a page.
 *
 * @param transaction the name of the page's forms; null without a page
 * @param emptyLibrary whether a new user starts without the default accounts and files
 * @param sources the sources of the accounts to add
 * @param sample whether these accounts have sample data
 */
record Choice(@Nullable String transaction, boolean emptyLibrary, List<Long> sources, boolean sample) {
    /** The default on every page. */
    static final Choice NONE = new Choice(null, false, List.of(), false);

    /**
     * Reads the form: {@code library=empty}, {@code source=420} or {@code source-420=on}, and {@code sample=on}.
     *
     * @throws PageException if it is not a form
     */
    static Choice read(String body) {
        JsonView form = form(body);
        List<Long> sources = form.members().keySet().stream()
                .filter(name -> name.startsWith("source"))
                .map(name -> name.equals("source") ? form.text(name) : name.substring("source-".length()))
                .map(Choice::sourceId)
                .toList();
        return new Choice(
                form.optionalText("transaction"),
                "empty".equals(form.optionalText("library")),
                sources,
                form.has("sample"));
    }

    /** Reads the error code to simulate. */
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
