package me.digi.client.sandbox.internal.protocol;

import java.util.Map;
import me.digi.client.sandbox.Refusal;
import org.jspecify.annotations.Nullable;

/** A refusal: a status, an error code, a message that says what is wrong, and the rule that was broken. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final int status;
    private final String code;
    private final transient @Nullable String expected;
    private final transient String came;
    private final transient Map<String, String> headers;

    /**
     * A refusal.
     *
     * @param came what the request had; it shows no secret
     */
    ApiError(Rule rule, int status, String code, String message, String came) {
        this(rule, status, code, message, null, came, Map.of());
    }

    /**
     * A refusal.
     *
     * @param expected more exactly than the rule says it; null if the rule says it all
     */
    ApiError(
            Rule rule,
            int status,
            String code,
            String message,
            @Nullable String expected,
            String came,
            Map<String, String> headers) {
        super(message);
        this.rule = rule;
        this.status = status;
        this.code = code;
        this.expected = expected;
        this.came = came;
        this.headers = headers;
    }

    public Rule rule() {
        return rule;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String explanation() {
        return String.valueOf(getMessage());
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Refusal refusal() {
        return new Refusal(rule.id(), expected == null ? rule.expected() : expected, came, rule.officialSdk());
    }
}
