package me.digi.client.fuzz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import me.digi.client.auth.ContractDetails;

/** The same RSA key in every process, so that an input which was found means the same wherever it is tried. */
public final class FuzzKeys {
    /** Contract's and server's. */
    public static final KeyPair PAIR = generate();

    /** With that key. */
    public static final ContractDetails CONTRACT = ContractDetails.builder()
            .contractId("contract")
            .privateKey(PAIR.getPrivate())
            .build();

    /** PKCS#8's frame around the PKCS#1 key: sequence, version, algorithm, octet string. */
    private static final int PKCS8_FRAME_LENGTH = 26;

    private FuzzKeys() {}

    /** PKCS#8. */
    public static byte[] pkcs8() {
        return PAIR.getPrivate().getEncoded();
    }

    /** PKCS#1. */
    public static byte[] pkcs1() {
        return Arrays.copyOfRange(pkcs8(), PKCS8_FRAME_LENGTH, pkcs8().length);
    }

    /** The bytes in a PEM block. */
    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    /** Base64url without padding. */
    public static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static KeyPair generate() {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(42);
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
            generator.initialize(2048, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
