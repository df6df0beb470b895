package me.digi.client.sandbox.internal.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Creates self-signed certificates (X.509, version 1) in DER, since the JDK only reads certificates. */
public final class SelfSignedCertificate {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0c;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    /** sha256WithRSAEncryption, with NULL as parameters. */
    private static final byte[] ALGORITHM =
            der(SEQUENCE, new byte[] {6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 0x0b, 5, 0});

    private static final byte[] COMMON_NAME = {6, 3, 0x55, 4, 3};

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SelfSignedCertificate() {}

    /** Returns a certificate as PEM. */
    public static String pem(KeyPair keys, String name, Instant from, Instant until) {
        byte[] subject = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, name.getBytes(UTF_8)))));
        byte[] content = der(
                SEQUENCE,
                der(INTEGER, BigInteger.valueOf(from.toEpochMilli()).toByteArray()),
                ALGORITHM,
                subject,
                der(SEQUENCE, time(from), time(until)),
                subject,
                keys.getPublic().getEncoded());
        byte[] signature = RsaSignature.sign(keys.getPrivate(), "SHA256withRSA", null, content);
        return Pem.certificate(der(SEQUENCE, content, ALGORITHM, der(BIT_STRING, new byte[] {0}, signature)));
    }

    private static byte[] time(Instant instant) {
        return der(GENERALIZED_TIME, TIME.format(instant).getBytes(US_ASCII));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        int length = content.size();
        if (length < 128) {
            der.write(length);
        } else {
            byte[] bytes = BigInteger.valueOf(length).toByteArray();
            int zeros = bytes[0] == 0 ? 1 : 0;
            der.write(0x80 | bytes.length - zeros);
            der.write(bytes, zeros, bytes.length - zeros);
        }
        der.writeBytes(content.toByteArray());
        return der.toByteArray();
    }
}
