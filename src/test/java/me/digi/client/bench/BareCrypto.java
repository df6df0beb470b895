package me.digi.client.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.ServiceLoader;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The least that signing, verifying and decrypting can cost: the JDK's API with nothing around it. */
final class BareCrypto {
    private static final String FAST = "AmazonCorrettoCryptoProvider";
    private static final PSSParameterSpec PARAMETERS =
            new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int WRAPPED = 256;
    private static final int START = WRAPPED + 16;

    private final Provider signatures;
    private final Provider ciphers;
    private final PrivateKey key;

    private BareCrypto(Provider signatures, Provider ciphers, byte[] pkcs8) throws GeneralSecurityException {
        this.signatures = signatures;
        this.ciphers = ciphers;
        this.key = KeyFactory.getInstance("RSA", signatures).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    static BareCrypto ofTheJdk(byte[] pkcs8) throws GeneralSecurityException {
        return new BareCrypto(Security.getProvider("SunRsaSign"), Security.getProvider("SunJCE"), pkcs8);
    }

    /** By the provider that the client chooses: the faster one where it is on the class path and has native code. */
    static BareCrypto ofTheClientsProvider(byte[] pkcs8) throws GeneralSecurityException {
        for (Provider candidate : ServiceLoader.load(Provider.class)) {
            if (candidate.getName().equals(FAST) && candidate.getService("Signature", "RSASSA-PSS") != null) {
                return new BareCrypto(candidate, candidate, pkcs8);
            }
        }
        return ofTheJdk(pkcs8);
    }

    String provider() {
        return signatures.getName();
    }

    byte[] sign(byte[] input) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS", signatures);
        signature.initSign(key);
        signature.setParameter(PARAMETERS);
        signature.update(input);
        return signature.sign();
    }

    /** A JWT of these claims and a nonce and timestamp. */
    String jwt(String claims) throws GeneralSecurityException {
        String payload =
                "{" + claims + ",\"nonce\":\"" + UUID.randomUUID().toString().replace("-", "") + "\",\"timestamp\":"
                        + System.currentTimeMillis() + "}";
        String signed = base64("{\"alg\":\"PS512\",\"typ\":\"JWT\"}") + "." + base64(payload);
        return signed + "." + BASE64.encodeToString(sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The key made ready for the provider. */
    PublicKey imported(PublicKey publicKey) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA", signatures).generatePublic(new X509EncodedKeySpec(publicKey.getEncoded()));
    }

    boolean verify(PublicKey imported, byte[] input, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS", signatures);
        signature.initVerify(imported);
        signature.setParameter(PARAMETERS);
        signature.update(input);
        return signature.verify(signed);
    }

    /** The content of a file that has come whole. */
    byte[] decrypt(byte[] file) throws GeneralSecurityException {
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding", ciphers);
        rsa.init(Cipher.DECRYPT_MODE, key);
        byte[] contentKey = rsa.doFinal(file, 0, WRAPPED);
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(contentKey, "AES"),
                new IvParameterSpec(file, WRAPPED, START - WRAPPED));
        return aes.doFinal(file, START, file.length - START);
    }

    static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
