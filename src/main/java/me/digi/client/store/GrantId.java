package me.digi.client.store;

import me.digi.client.internal.crypto.Sha256;

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
        return Sha256.hex(contractId + '\0' + userKey);
    }
}
