package me.digi.client.internal.crypto;

import java.math.BigInteger;
import java.util.Map;

/** Checks the AlgorithmIdentifier of an RSA key (RFC 8017, A.1), whose parameters are NULL or missing. */
final class RsaAlgorithm {
    private static final String RSA = "2a864886f70d010101";
    private static final Map<String, String> OTHERS = Map.of(
            "2a8648ce3d0201", "an EC key",
            "2a8648ce380401", "a DSA key",
            "2a864886f70d01010a", "an RSASSA-PSS key",
            "2b656e", "an X25519 key",
            "2b6570", "an Ed25519 key",
            "2b6571", "an Ed448 key");

    private RsaAlgorithm() {}

    static void check(Der algorithm) {
        String oid = new BigInteger(1, algorithm.content(Der.OBJECT_IDENTIFIER)).toString(16);
        if (!oid.equals(RSA)) {
            String name = OTHERS.get(oid);
            throw new KeyFormatException(name == null ? "it is for an unknown algorithm" : "it is " + name);
        }
        if (algorithm.hasMore()) {
            algorithm.open(Der.NULL).end();
        }
        algorithm.end();
    }
}
