package me.digi.client.sandbox.internal.jose;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/** Signs with RSA. */
final class RsaSignature {
    private RsaSignature() {}

    static byte[] sign(PrivateKey key, String algorithm, @Nullable PSSParameterSpec parameters, byte[] input) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            if (parameters != null) {
                signature.setParameter(parameters);
            }
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM does not support " + algorithm, e);
        }
    }
}
