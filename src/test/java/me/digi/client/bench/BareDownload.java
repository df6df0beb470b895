package me.digi.client.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.UUID;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** What a download costs without the client: one signed request by OkHttp, whose answer is thrown away. */
final class BareDownload {
    private final OkHttpClient http = new OkHttpClient();
    private final PrivateKey key;

    BareDownload(PrivateKey key) {
        this.key = key;
    }

    /** How many bytes came. */
    long download(String url) {
        Request request = new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + jwt())
                .build();
        byte[] buffer = new byte[64 << 10];
        try (Response response = http.newCall(request).execute();
                InputStream body = response.body().byteStream()) {
            long bytes = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                bytes += count;
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String jwt() {
        String claims = "{\"access_token\":\"token\",\"client_id\":\"app_contract\",\"nonce\":\"" + UUID.randomUUID()
                + "\",\"timestamp\":" + System.currentTimeMillis() + "}";
        String signed = base64("{\"alg\":\"PS512\",\"typ\":\"JWT\"}") + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
