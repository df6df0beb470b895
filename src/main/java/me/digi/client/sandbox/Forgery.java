package me.digi.client.sandbox;

/** The operation is carried out, and the signature of its response forged. */
public enum Forgery implements Fault {
    /** One bit of the signature is flipped. */
    BAD_SIGNATURE,
    /** The header says PS512, but the signature is empty. */
    EMPTY_SIGNATURE,
    /** The payload is changed after signing. */
    ALTERED_PAYLOAD,
    /** Signed with the right key, with PKCS#1 v1.5 and SHA-256. */
    RS256,
    /** Signed with the right key, with RSASSA-PSS and SHA-256. */
    PS256,
    /** Signed with the right key, with RSASSA-PSS and SHA-512, and a salt of 20 bytes. */
    SHORT_SALT,
    /** An HMAC keyed with the text of the server's public key. */
    HS256_WITH_PUBLIC_KEY,
    /** An HMAC keyed with the text of the server's public key. */
    HS512_WITH_PUBLIC_KEY,
    /** {@code "alg":"none"} and no signature. */
    NONE,
    /** Signed with another key, under the server's {@code kid}. */
    FOREIGN_KEY,
    /** Signed with the right key, under a {@code kid} that is not in the JWKS. */
    UNKNOWN_KID,
    /** Signed with the right key, without a {@code kid}. */
    MISSING_KID,
    /** Correctly signed, with a compressed payload ({@code "zip":"DEF"}). */
    DEFLATED,
    /** Correctly signed, with a {@code crit} header of an unknown extension. */
    CRIT
}
