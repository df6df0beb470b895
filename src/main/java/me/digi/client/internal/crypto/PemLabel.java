package me.digi.client.internal.crypto;

import java.util.Map;

/** Describes PEM labels. Unknown labels are not shown, since damaged text may contain anything. */
final class PemLabel {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("RSA PRIVATE KEY", "an RSA private key"),
            Map.entry("PRIVATE KEY", "a private key"),
            Map.entry("ENCRYPTED PRIVATE KEY", "an encrypted private key"),
            Map.entry("PUBLIC KEY", "a public key"),
            Map.entry("RSA PUBLIC KEY", "a public key"),
            Map.entry("CERTIFICATE", "a certificate"),
            Map.entry("X509 CERTIFICATE", "a certificate"),
            Map.entry("TRUSTED CERTIFICATE", "a certificate"),
            Map.entry("CERTIFICATE REQUEST", "a certificate request"),
            Map.entry("NEW CERTIFICATE REQUEST", "a certificate request"),
            Map.entry("EC PRIVATE KEY", "an EC private key"),
            Map.entry("EC PARAMETERS", "EC parameters"),
            Map.entry("DSA PRIVATE KEY", "a DSA private key"),
            Map.entry("OPENSSH PRIVATE KEY", "an OpenSSH private key (ssh-keygen -p -m PEM converts it)"));

    private PemLabel() {}

    static String describe(String label) {
        return KINDS.getOrDefault(label, "a PEM block of an unknown kind");
    }
}
