package me.digi.client.auth;

import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keys made for one run of the tests, and the texts and bytes that they come in. */
final class KeyFixtures {
    static final RSAPrivateCrtKey RSA = rsa(2048);
    static final RSAPrivateCrtKey SHORT_RSA = rsa(1024);
    static final PrivateKey EC = ec();

    /** PKCS#8's frame around the PKCS#1 key: sequence, version, algorithm, octet string. */
    private static final int PKCS8_FRAME_LENGTH = 26;

    private static final int FRAGMENT_LENGTH = 8;
    private static final Set<String> FRAGMENTS = fragments();

    private KeyFixtures() {}

    static byte[] pkcs8() {
        return RSA.getEncoded();
    }

    static byte[] pkcs1() {
        return Arrays.copyOfRange(pkcs8(), PKCS8_FRAME_LENGTH, pkcs8().length);
    }

    /** The numbers of the RSA key, in the order of PKCS#1, without the version. */
    static List<BigInteger> numbers() {
        return List.of(
                RSA.getModulus(),
                RSA.getPublicExponent(),
                RSA.getPrivateExponent(),
                RSA.getPrimeP(),
                RSA.getPrimeQ(),
                RSA.getPrimeExponentP(),
                RSA.getPrimeExponentQ(),
                RSA.getCrtCoefficient());
    }

    static byte[] pkcs1(int version, List<BigInteger> numbers) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(der(0x02, BigInteger.valueOf(version).toByteArray()));
        numbers.forEach(number -> content.writeBytes(der(0x02, number.toByteArray())));
        return der(0x30, content.toByteArray());
    }

    static byte[] der(int tag, byte[]... contents) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            all.writeBytes(content);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (all.size() >= 0x100) {
            out.writeBytes(new byte[] {(byte) 0x82, (byte) (all.size() >> 8), (byte) all.size()});
        } else if (all.size() >= 0x80) {
            out.writeBytes(new byte[] {(byte) 0x81, (byte) all.size()});
        } else {
            out.write(all.size());
        }
        out.writeBytes(all.toByteArray());
        return out.toByteArray();
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    static String pkcs1Pem() {
        return pem("RSA PRIVATE KEY", pkcs1());
    }

    static String pkcs8Pem() {
        return pem("PRIVATE KEY", pkcs8());
    }

    /** Looks through messages, causes and stack trace for eight characters in a row of the key's base64. */
    static void assertShowsNoPartOfTheKey(Throwable failure) {
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertShowsNoPartOfTheKey(everything.toString());
    }

    static void assertShowsNoPartOfTheKey(String text) {
        for (int i = 0; i + FRAGMENT_LENGTH <= text.length(); i++) {
            if (FRAGMENTS.contains(text.substring(i, i + FRAGMENT_LENGTH))) {
                fail("part of a key in: " + text);
            }
        }
    }

    private static Set<String> fragments() {
        Set<String> fragments = new HashSet<>();
        for (byte[] der : List.of(pkcs1(), pkcs8(), SHORT_RSA.getEncoded(), EC.getEncoded())) {
            String base64 = Base64.getEncoder().encodeToString(der);
            for (int i = 0; i + FRAGMENT_LENGTH <= base64.length(); i++) {
                fragments.add(base64.substring(i, i + FRAGMENT_LENGTH));
            }
        }
        return fragments;
    }

    private static RSAPrivateCrtKey rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey ec() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
