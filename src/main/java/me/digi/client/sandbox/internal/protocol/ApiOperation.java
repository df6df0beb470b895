package me.digi.client.sandbox.internal.protocol;

import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import org.jspecify.annotations.Nullable;

/** One operation of the API: what it takes is declared, and checked before {@link #answer} is asked for. */
public interface ApiOperation {
    Endpoint endpoint();

    /** Whether a request carries a JWT signed by the contract. */
    default boolean signed() {
        return true;
    }

    /** What the JWT claims beyond {@code client_id}, {@code nonce} and {@code timestamp}. */
    default ObjectShape claims() {
        return ObjectShape.object();
    }

    /** What the JSON body looks like, or null if there must be none. */
    default @Nullable ObjectShape body() {
        return null;
    }

    /** Whether this is the operation meant, where several share an endpoint. */
    default boolean isMeantBy(JsonView unverifiedClaims) {
        return true;
    }

    /**
     * Does the work, in the lock of the world.
     *
     * @throws Refusal if it says no
     */
    Answer answer(Call call);
}
