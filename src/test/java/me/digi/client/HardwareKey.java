package me.digi.client;

import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/** A key in hardware that no provider here can reach, and that does not leave it. */
public final class HardwareKey implements PrivateKey {
    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
        return "RSA";
    }

    @Override
    public @Nullable String getFormat() {
        return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }
}
