package me.digi.client.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A name for a grant that every file system and every database tells apart from any other's, whatever is in the key:
 * slashes and dots, any script, names that differ in case or in trailing spaces alone.
 */
final class GrantId {
    private GrantId() {}

    /** 64 hexadecimal digits: SHA-256 of both parts with a NUL between, which neither can contain. */
    static String of(GrantKey grant) {
        return of(grant.contractId(), grant.userKey());
    }

    static String of(String contractId, String userKey) {
        byte[] key = (contractId + '\0' + userKey).getBytes(StandardCharsets.UTF_8);
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder digits = new StringBuilder(2 * bytes.length);
        for (byte b : bytes) {
            digits.append(Character.forDigit((b >> 4) & 0xF, 16)).append(Character.forDigit(b & 0xF, 16));
        }
        return digits.toString();
    }
}
