package me.digi.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import me.digi.client.auth.RefreshResult;
import me.digi.client.fuzz.CannedSocket;
import me.digi.client.fuzz.FuzzInput;
import me.digi.client.fuzz.FuzzKeys;
import me.digi.client.fuzz.Outcome;
import me.digi.client.fuzz.Seeds;
import me.digi.client.internal.io.Json;

/** The signed token in the response to a refresh: any text, or header and payload with a valid signature. */
public final class SignedResponseFuzz {
    private static final FuzzedServer SERVER = new FuzzedServer(true);
    private static final Outcome OUTCOME = Outcome.ofTheFamily();
    private static final String HEADER = "{\"alg\":\"PS512\",\"kid\":\"k\"}";

    private SignedResponseFuzz() {}

    /** Loads the classes that a call needs, before time is measured. */
    public static void fuzzerInitialize() {
        seeds().forEach(seed -> fuzzerTestOneInput(seed));
    }

    /** Refreshes a pair. */
    public static void fuzzerTestOneInput(byte[] input) {
        FuzzInput chosen = FuzzInput.of(input);
        byte[] body = switch (chosen.choice() % 3) {
            case 0 -> json(chosen.text());
            case 1 -> json(signed(chosen.text()));
            default -> chosen.bytes();
        };
        SERVER.respond(CannedSocket.response(200, "application/json", body));
        RefreshResult result = OUTCOME.of(() -> SERVER.digiMe.refreshToken(FuzzKeys.CONTRACT, SERVER.newPair()));
        if (result instanceof RefreshResult.Refreshed refreshed) {
            Outcome.hides(refreshed.token().accessToken());
            Outcome.hides(refreshed.token().refreshToken());
        }
    }

    private static byte[] json(String token) {
        return Json.write(Map.of("token", token)).getBytes(UTF_8);
    }

    /** Signs a header, and after a line break a payload. */
    private static String signed(String headerAndPayload) {
        String[] parts = headerAndPayload.split("\n", 2);
        String signed = FuzzKeys.base64Url(parts[0]) + "." + FuzzKeys.base64Url(parts.length < 2 ? "" : parts[1]);
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
            signature.initSign(FuzzKeys.PAIR.getPrivate());
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The cases T1, T2, T11 and H4. */
    public static List<byte[]> seeds() {
        String good = HEADER + "\n" + pair("1830200994", "1830200994");
        Seeds raw = new Seeds()
                .texts(
                        signed(good),
                        signed(good).substring(0, 120),
                        "..",
                        "S3CRET~VALUE",
                        "e30.e30.S3CRET~VALUE",
                        signed(good.replace("\"k\"", "\"S3CRET~VALUE\"")));
        Seeds signed = new Seeds()
                .texts(
                        good,
                        HEADER + "\n" + pair("1830200994.5", "\"1830200994\""),
                        HEADER + "\n" + pair("1e999999999", "-1"),
                        HEADER + "\n" + pair("253402300800", "{\"S3CRET~VALUE\":1}"),
                        HEADER + "\n" + pair("0", "9".repeat(500)).replace("\"u\"", "7"),
                        good.replace("access_token", "S3CRET~VALUE"),
                        good.replace("\"kid\":\"k\"", "\"kid\":\"k\",\"n\":1000e2147483647"),
                        good.replace("\"kid\":\"k\"", "\"kid\":\"k\",\"zip\":\"DEF\",\"crit\":[\"S3CRET~VALUE\"]"),
                        good.replace("PS512", "none"),
                        HEADER + "\n{\"exp\":1,\"nbf\":\"S3CRET~VALUE\"}",
                        HEADER + "\n<html>S3CRET~VALUE",
                        HEADER);
        return new Seeds()
                .choosing(0, raw)
                .choosing(1, signed)
                .choosing(
                        2,
                        new Seeds().texts("\uFEFF{\"token\":\"S3CRET~VALUE\"}", "{\"S3CRET~VALUE\":", "[]", "<html>"))
                .all();
    }

    private static String pair(String accessExpiry, String refreshExpiry) {
        return "{\"access_token\":{\"value\":\"S3CRET~VALUE-a\",\"expires_on\":" + accessExpiry
                + "},\"refresh_token\":{\"value\":\"S3CRET~VALUE-r\",\"expires_on\":" + refreshExpiry
                + "},\"sub\":\"u\",\"consentid\":\"c\"}";
    }
}
