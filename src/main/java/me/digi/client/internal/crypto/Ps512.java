package me.digi.client.internal.crypto;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.KeyPairBuilder;
import io.jsonwebtoken.security.SecureRequest;
import io.jsonwebtoken.security.SignatureAlgorithm;
import io.jsonwebtoken.security.SignatureException;
import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PS512 (RFC 7518, 3.5) by whichever provider and under whichever name the platform has it.
 *
 * <p>jjwt's own looks for the JDK's name only, which fails on Android, and has a provider re-import a key that is not
 * the provider's on every signature.
 */
final class Ps512 implements SignatureAlgorithm {
    private static final String ID = "PS512";
    private static final String JDK_NAME = "RSASSA-PSS";
    private static final String ANDROID_NAME = "SHA512withRSA/PSS";
    private static final PSSParameterSpec PARAMETERS =
            new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1);
    private static final int BUFFER_BYTES = 4096;

    private final @Nullable Provider provider;

    private Ps512(@Nullable Provider provider) {
        this.provider = provider;
    }

    /** By the provider that the platform prefers for the key. */
    static Ps512 byPlatform() {
        return new Ps512(null);
    }

    /** By one provider, for keys of its own. */
    static Ps512 by(Provider provider) {
        return new Ps512(provider);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public KeyPairBuilder keyPair() {
        return Jwts.SIG.PS512.keyPair();
    }

    @Override
    public byte[] digest(SecureRequest<InputStream, PrivateKey> request) {
        try {
            Signature signature = toSign(request.getKey());
            update(signature, request.getPayload());
            return signature.sign();
        } catch (GeneralSecurityException | IOException e) {
            throw new SignatureException("the contract's private key cannot sign: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean verify(VerifySecureDigestRequest<PublicKey> request) {
        try {
            return verifies(request.getKey(), bytes(request.getPayload()), request.getDigest());
        } catch (IOException e) {
            throw new SignatureException("the signature cannot be checked: " + e.getMessage(), e);
        }
    }

    /** What {@code InputStream.readAllBytes} does, which Android 8 does not have. */
    private static byte[] bytes(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
    }

    /** Whether the key has signed this. A key that cannot be used here has signed nothing. */
    static boolean verifies(PublicKey key, byte[] signed, byte[] digest) {
        try {
            Signature signature = byPlatform().ready(key, unready -> unready.initVerify(key));
            signature.update(signed);
            return signature.verify(digest);
        } catch (GeneralSecurityException e) {
            // Also how providers report a signature of the wrong length or structure.
            return false;
        }
    }

    /** A signature that the key makes. */
    Signature toSign(PrivateKey key) throws GeneralSecurityException {
        return ready(key, unready -> unready.initSign(key));
    }

    /**
     * The signature of the first provider that takes the key. The parameters come first: a provider that has to approve of
     * what it does (bc-fips) rejects a key before it knows the digest. So the provider is chosen here, as the platform would,
     * by the key: it would settle for the first one once it has parameters.
     */
    private Signature ready(Key key, Initialization initialization) throws GeneralSecurityException {
        GeneralSecurityException failure = null;
        for (String name : List.of(JDK_NAME, ANDROID_NAME)) {
            for (Provider candidate : provider == null ? Security.getProviders() : new Provider[] {provider}) {
                Provider.Service service = candidate.getService("Signature", name);
                if (service == null || !service.supportsParameter(key)) {
                    continue;
                }
                try {
                    Signature signature = Signature.getInstance(name, candidate);
                    signature.setParameter(PARAMETERS);
                    initialization.accept(signature);
                    return signature;
                } catch (GeneralSecurityException | RuntimeException e) {
                    // Some providers have no word for it but UnsupportedOperationException.
                    failure = failure == null ? new InvalidKeyException(e.getMessage(), e) : failure;
                }
            }
        }
        throw failure != null ? failure : new InvalidKeyException("no provider takes the key for " + JDK_NAME);
    }

    private static void update(Signature signature, InputStream payload)
            throws IOException, java.security.SignatureException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = payload.read(buffer); count >= 0; count = payload.read(buffer)) {
            signature.update(buffer, 0, count);
        }
    }

    /** What makes a signature ready for a key. */
    @FunctionalInterface
    private interface Initialization {
        void accept(Signature signature) throws InvalidKeyException;
    }
}
