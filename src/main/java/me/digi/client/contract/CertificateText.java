package me.digi.client.contract;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Parses a certificate that the service sent as PEM, or as base64 of PEM or DER. */
final class CertificateText {
    private CertificateText() {}

    /** Returns null for other text, which the service may send. */
    static @Nullable X509Certificate parse(String text) {
        X509Certificate plain = parse(text.getBytes(StandardCharsets.UTF_8));
        if (plain != null) {
            return plain;
        }
        try {
            return parse(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static @Nullable X509Certificate parse(byte[] bytes) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException notOne) {
            return null;
        }
    }
}
