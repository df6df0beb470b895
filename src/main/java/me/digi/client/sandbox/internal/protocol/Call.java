package me.digi.client.sandbox.internal.protocol;

import java.time.Instant;
import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Blob;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** A request whose JWT, claims, query, headers and body were checked. */
public final class Call {
    private final World world;
    private final @Nullable Contract contract;
    private final JsonView claims;
    private final Inputs inputs;
    private final Map<String, String> path;
    private final Judge judge;
    private final Instant now;

    Call(
            World world,
            @Nullable Contract contract,
            JsonView claims,
            Inputs inputs,
            Map<String, String> path,
            Judge judge) {
        this.world = world;
        this.contract = contract;
        this.claims = claims;
        this.inputs = inputs;
        this.path = path;
        this.judge = judge;
        this.now = world.now();
    }

    public World world() {
        return world;
    }

    /** The contract that signed the request. */
    public Contract contract() {
        if (contract == null) {
            throw new IllegalStateException("the operation is not signed");
        }
        return contract;
    }

    public JsonView claims() {
        return claims;
    }

    public JsonView query() {
        return inputs.query();
    }

    public JsonView headers() {
        return inputs.headers();
    }

    public JsonView body() {
        return inputs.body();
    }

    /** The bytes of the body, which are deleted after the call unless they are kept. */
    public Blob bytes() {
        Blob bytes = inputs.bytes();
        if (bytes == null) {
            throw new IllegalStateException("the operation takes no bytes");
        }
        return bytes;
    }

    /** The value of what is in braces in the endpoint. */
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("no segment {" + name + "}");
        }
        return value;
    }

    public Instant now() {
        return now;
    }

    /** Refuses the request, unless the rule is loosened. */
    public void refuse(ApiError error) {
        judge.refuse(error);
    }

    /** What the request has besides the JWT. */
    record Inputs(
            JsonView query,
            JsonView headers,
            JsonView body,
            @Nullable Blob bytes) {}
}
