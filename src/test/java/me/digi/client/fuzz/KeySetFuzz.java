package me.digi.client.fuzz;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import me.digi.client.internal.crypto.ServerKeySet;
import me.digi.client.internal.io.Json;
import me.digi.client.internal.io.JsonException;

/** The keys that the server publishes. */
public final class KeySetFuzz {
    private static final Outcome OUTCOME = Outcome.documented(JsonException.class);

    private KeySetFuzz() {}

    /** Reads the input as a JWKS, or as the PEM of the one key in it. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput chosen = FuzzInput.of(input);
        String json = chosen.choice() % 2 == 0 ? chosen.text() : set(chosen.text());
        Map<String, List<PublicKey>> keys = OUTCOME.of(() -> ServerKeySet.read(json));
        if (keys != null) {
            keys.values()
                    .forEach(some -> some.forEach(key -> Outcome.require(
                            ((RSAPublicKey) key).getModulus().bitLength() >= 2048,
                            "no key is shorter than 2048 bits")));
        }
    }

    /** The cases T1, T12 and H5. */
    public static List<byte[]> seeds() {
        byte[] spki = FuzzKeys.PAIR.getPublic().getEncoded();
        byte[] pkcs1 = java.util.Arrays.copyOfRange(spki, 24, spki.length);
        String pem = FuzzKeys.pem("PUBLIC KEY", spki);
        String good = set(pem);
        return new Seeds()
                .choosing(
                        0,
                        new Seeds()
                                .texts(
                                        good,
                                        good.replace("[", "[null,7,{\"kid\":5},{\"kid\":\"S3CRET~VALUE\"},"),
                                        good.replace("\"kid\":\"k\"", "\"kid\":\"k\",\"kid\":\"S3CRET~VALUE\""),
                                        "{\"keys\":{\"S3CRET~VALUE\":1}}",
                                        "{\"keys\":[" + "{},".repeat(1100) + "{}]}",
                                        "{\"cached\":true}",
                                        "<html>S3CRET~VALUE"))
                .choosing(
                        1,
                        new Seeds()
                                .texts(
                                        pem,
                                        FuzzKeys.pem("RSA PUBLIC KEY", pkcs1),
                                        pem.replace("\n", "\r\n "),
                                        FuzzKeys.pem("PUBLIC KEY", FuzzKeys.pkcs8())))
                .all();
    }

    static String set(String pem) {
        return Json.write(Map.of("keys", List.of(Map.of("kid", "k", "pem", pem))));
    }
}
