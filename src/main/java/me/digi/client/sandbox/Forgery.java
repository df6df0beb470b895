package me.digi.client.sandbox;

/** A signed response that is not signed as it should be: the operation is carried out, and its token is forged. */
public enum Forgery implements Fault {
    /** One bit of the signature is another. */
    BAD_SIGNATURE,
    /** There is no signature, though the header promises PS512. */
    EMPTY_SIGNATURE,
    /** The payload was changed after it was signed. */
    ALTERED_PAYLOAD,
    /** Signed with the right key, by PKCS#1 v1.5 with SHA-256. */
    RS256,
    /** Signed with the right key, by RSASSA-PSS with SHA-256. */
    PS256,
    /** Signed with the right key by RSASSA-PSS with SHA-512, with a salt of 20 bytes. */
    SHORT_SALT,
    /** An HMAC keyed with the text of the server's public key. */
    HS256_WITH_PUBLIC_KEY,
    /** An HMAC keyed with the text of the server's public key. */
    HS512_WITH_PUBLIC_KEY,
    /** {@code "alg":"none"} and no signature. */
    NONE,
    /** Signed by a key of somebody else's, under the server's {@code kid}. */
    FOREIGN_KEY,
    /** Signed by the right key, under a {@code kid} that the JWKS does not have. */
    UNKNOWN_KID,
    /** Signed by the right key, without a {@code kid}. */
    MISSING_KID,
    /** Well signed, with a payload that is compressed ({@code "zip":"DEF"}). */
    DEFLATED,
    /** Well signed, with a {@code crit} header that asks for an extension that nobody knows. */
    CRIT
}
