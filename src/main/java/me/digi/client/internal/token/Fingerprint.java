package me.digi.client.internal.token;

import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.crypto.Sha256;

/** Recognises a token pair without keeping it: some 130 bits of the SHA-256 of its two tokens. */
final class Fingerprint {
    private static final int CHARS = 22;

    private Fingerprint() {}

    static String of(UserAccessToken token) {
        String pair = token.refreshToken().value() + "\n" + token.accessToken().value();
        return Sha256.base64Url(pair).substring(0, CHARS);
    }
}
