package me.digi.client.sandbox.internal.state;

import java.util.HashSet;
import java.util.Set;

/** Every nonce that was ever seen. */
public final class Nonces {
    private final Set<String> seen = new HashSet<>();

    Nonces() {}

    /** Notes the nonce; false if it was seen before. */
    public boolean add(String nonce) {
        return seen.add(nonce);
    }
}
