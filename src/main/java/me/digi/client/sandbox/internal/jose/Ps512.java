package me.digi.client.sandbox.internal.jose;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/** RSASSA-PSS with SHA-512, MGF1 with SHA-512, and a salt of exactly 64 bytes: other salts do not verify. */
final class Ps512 {
    private static final String ALGORITHM = "RSASSA-PSS";
    private static final int SALT_BYTES = 64;

    private Ps512() {}

    static boolean verify(PublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.setParameter(parameters(SALT_BYTES));
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM does not support PS512", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] input) {
        return sign(key, input, SALT_BYTES);
    }

    /** Signs with a salt of another length, which is a forgery. */
    static byte[] sign(PrivateKey key, byte[] input, int saltBytes) {
        return RsaSignature.sign(key, ALGORITHM, parameters(saltBytes), input);
    }

    private static PSSParameterSpec parameters(int saltBytes) {
        return new PSSParameterSpec(
                "SHA-512", "MGF1", MGF1ParameterSpec.SHA512, saltBytes, PSSParameterSpec.TRAILER_FIELD_BC);
    }
}
