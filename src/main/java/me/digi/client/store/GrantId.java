package me.digi.client.store;

import me.digi.client.internal.crypto.Sha256;

/**
 * A grant's name that is unique in every file system and database, whatever the grant's key contains: slashes, dots,
 * any script, differences only in case or trailing spaces.
 */
final class GrantId {
    private GrantId() {}

    /** 64 hexadecimal digits: SHA-256 of both parts, separated by a NUL, which neither can contain. */
    static String of(GrantKey grant) {
        return of(grant.contractId(), grant.userKey());
    }

    static String of(String contractId, String userKey) {
        return Sha256.hex(contractId + '\0' + userKey);
    }
}
