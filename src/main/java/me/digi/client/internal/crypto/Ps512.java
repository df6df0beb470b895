package me.digi.client.internal.crypto;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.KeyPairBuilder;
import io.jsonwebtoken.security.SecureRequest;
import io.jsonwebtoken.security.SignatureAlgorithm;
import io.jsonwebtoken.security.SignatureException;
import io.jsonwebtoken.security.VerifySecureDigestRequest;
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
import me.digi.client.internal.io.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * PS512 (RFC 7518, 3.5) with any provider.
 *
 * <p>jjwt's implementation knows only the JDK's algorithm name, which fails on Android, and makes a provider import a
 * foreign key for each signature.
 *
 * @param provider with keys of its own; null for the platform's preferred provider for the key
 */
record Ps512(@Nullable Provider provider) implements SignatureAlgorithm {
    private static final String ID = "PS512";
    private static final int BUFFER_BYTES = 4096;
    private static final String JDK_NAME = "RSASSA-PSS";
    private static final String ANDROID_NAME = "SHA512withRSA/PSS";
    private static final PSSParameterSpec PARAMETERS =
            new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1);

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
            Signature signature = signature(request.getKey());
            byte[] buffer = new byte[BUFFER_BYTES];
            InputStream payload = request.getPayload();
            for (int count = payload.read(buffer); count >= 0; count = payload.read(buffer)) {
                signature.update(buffer, 0, count);
            }
            return signature.sign();
        } catch (GeneralSecurityException | IOException e) {
            throw new SignatureException("the contract's private key cannot sign: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean verify(VerifySecureDigestRequest<PublicKey> request) {
        try {
            return verifies(request.getKey(), Bytes.readAll(request.getPayload()), request.getDigest());
        } catch (IOException e) {
            throw new SignatureException("verifying the signature failed: " + e.getMessage(), e);
        }
    }

    /** Whether the signature is valid. An unusable key verifies nothing. */
    boolean verifies(PublicKey key, byte[] signed, byte[] digest) {
        try {
            Signature signature = signature(key);
            signature.update(signed);
            return signature.verify(digest);
        } catch (GeneralSecurityException e) {
            // Providers also report malformed signatures like this.
            return false;
        }
    }

    /**
     * A signature of the first provider that accepts the key, to sign with a private key or to verify with a public one.
     * Sets the parameters first, because bc-fips rejects a key before it knows the digest. Chooses the provider by key,
     * because the platform would choose the first one once parameters are set.
     */
    Signature signature(Key key) throws GeneralSecurityException {
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
                    if (key instanceof PrivateKey privateKey) {
                        signature.initSign(privateKey);
                    } else {
                        signature.initVerify((PublicKey) key);
                    }
                    return signature;
                } catch (GeneralSecurityException | RuntimeException e) {
                    // Some providers throw UnsupportedOperationException.
                    failure = failure == null ? new InvalidKeyException(e.getMessage(), e) : failure;
                }
            }
        }
        throw failure != null ? failure : new InvalidKeyException("no provider accepts the key for " + JDK_NAME);
    }
}
