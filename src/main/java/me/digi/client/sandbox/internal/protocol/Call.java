package me.digi.client.sandbox.internal.protocol;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Blob;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/**
 * A request that was authenticated and checked.
 *
 * @param signer the contract that signed it; null if the operation is not signed
 * @param variables of the path
 */
public record Call(
        World world,
        @Nullable Contract signer,
        JsonView claims,
        Inputs inputs,
        Map<String, String> variables,
        RuleCheck rules,
        Instant now) {
    /** The contract that signed the request. */
    public Contract contract() {
        return Objects.requireNonNull(signer, "signer");
    }

    public JsonView query() {
        return inputs.query;
    }

    public JsonView headers() {
        return inputs.headers;
    }

    public JsonView body() {
        return inputs.body;
    }

    /** The bytes of the body, which are deleted after the call unless they are kept. */
    public Blob bytes() {
        return Objects.requireNonNull(inputs.bytes, "bytes");
    }

    /** A variable of the path. */
    public String path(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    /** Refuses the request, unless the rule is loosened. */
    public void refuse(ApiError error) {
        rules.refuse(error);
    }

    /** The parts of a request besides the JWT. */
    public record Inputs(
            JsonView query,
            JsonView headers,
            JsonView body,
            @Nullable Blob bytes) {}
}
