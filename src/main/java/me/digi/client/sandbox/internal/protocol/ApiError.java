package me.digi.client.sandbox.internal.protocol;

import java.util.Map;
import me.digi.client.sandbox.Refusal;
import org.jspecify.annotations.Nullable;

/** A request is refused: the status, the error code, the reason, and the rule that was broken. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final int status;
    private final String code;
    private final transient @Nullable String expected;
    private final transient String came;
    private final transient Map<String, String> headers;

    /**
     * An error that expects what the rule says.
     *
     * @param came what the request had, without secrets
     */
    ApiError(Rule rule, int status, String code, String message, String came) {
        this(rule, status, code, message, null, came, Map.of());
    }

    /**
     * An error.
     *
     * @param expected more precise than the rule; null for the rule's own text
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
