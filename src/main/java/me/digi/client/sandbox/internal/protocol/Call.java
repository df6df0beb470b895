package me.digi.client.sandbox.internal.protocol;

import java.time.Instant;
import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** A request whose JWT, claims and body were checked. */
public final class Call {
    private final World world;
    private final @Nullable Contract contract;
    private final JsonView claims;
    private final JsonView body;
    private final Map<String, String> path;
    private final Instant now;

    Call(
            World world,
            @Nullable Contract contract,
            JsonView claims,
            JsonView body,
            Map<String, String> path,
            Instant now) {
        this.world = world;
        this.contract = contract;
        this.claims = claims;
        this.body = body;
        this.path = path;
        this.now = now;
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

    public JsonView body() {
        return body;
    }

    /** The value of a segment in braces. */
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
}
