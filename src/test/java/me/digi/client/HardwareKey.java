package me.digi.client;

import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/** A key in hardware, which cannot be exported, and which no provider here supports. */
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
