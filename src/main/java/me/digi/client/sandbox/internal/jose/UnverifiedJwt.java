package me.digi.client.sandbox.internal.jose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.PublicKey;
import java.util.Map;
import me.digi.client.sandbox.internal.json.Json;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.NotJsonException;
import me.digi.client.sandbox.internal.json.ShapeException;
import org.jspecify.annotations.Nullable;

/** A parsed JWT, which may be trusted only after {@link #isSignedBy}. */
public final class UnverifiedJwt {
    private final Map<String, ?> header;
    private final JsonView claims;
    private final byte[] signed;
    private final byte[] signature;

    private UnverifiedJwt(Map<String, ?> header, JsonView claims, byte[] signed, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /**
     * Reads a JWT.
     *
     * @throws ShapeException if the text is not a JWT
     */
    public static UnverifiedJwt parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw new ShapeException("jwt", "must have three parts, has " + parts.length);
        }
        return new UnverifiedJwt(
                object("header", parts[0]),
                new JsonView(object("claims", parts[1])),
                (parts[0] + "." + parts[1]).getBytes(US_ASCII),
                bytes("signature", parts[2]));
    }

    public Map<String, ?> header() {
        return header;
    }

    /** The unverified claims, for finding the key and for the request log. */
    public JsonView claims() {
        return claims;
    }

    /** Whether the JWT is signed with this key, by PS512. */
    public boolean isSignedBy(PublicKey key) {
        return Ps512.verify(key, signed, signature);
    }

    private static Map<String, @Nullable Object> object(String part, String text) {
        try {
            ByteBuffer json = ByteBuffer.wrap(bytes(part, text));
            return Json.parseObject(UTF_8.newDecoder().decode(json).toString());
        } catch (CharacterCodingException e) {
            throw new ShapeException(part, "is not UTF-8");
        } catch (NotJsonException e) {
            throw new ShapeException(part, "is not a JSON object: " + e.getMessage());
        }
    }

    private static byte[] bytes(String part, String text) {
        try {
            return Base64Url.decode(text);
        } catch (IllegalArgumentException e) {
            throw new ShapeException(part, "is not base64url without padding");
        }
    }
}
