package me.digi.client.sandbox.internal.page;

import me.digi.client.sandbox.Refusal;
import me.digi.client.sandbox.internal.protocol.Rule;

/** The URL of a page is invalid. Without a redirect URI to report it to, the user sees the message. */
public final class PageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final int status;

    PageException(Rule rule, int status, String message) {
        super(message);
        this.rule = rule;
        this.status = status;
    }

    PageException(Rule rule, String message) {
        this(rule, 400, message);
    }

    int status() {
        return status;
    }

    Refusal refusal() {
        return new Refusal(rule.id(), rule.expected(), String.valueOf(getMessage()), rule.officialSdk());
    }
}
