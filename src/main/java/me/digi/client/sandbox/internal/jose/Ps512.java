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
    private static final int SALT_BYTES = 64;

    private Ps512() {}

    static boolean verify(PublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature verifier = signature(SALT_BYTES);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot verify PS512", e);
        }
    }

    static byte[] sign(PrivateKey key, byte[] toSign) {
        return sign(key, toSign, SALT_BYTES);
    }

    /** Signs with a salt that is not PS512's: a forgery. */
    static byte[] sign(PrivateKey key, byte[] toSign, int saltBytes) {
        try {
            Signature signer = signature(saltBytes);
            signer.initSign(key);
            signer.update(toSign);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot sign PS512", e);
        }
    }

    private static Signature signature(int saltBytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec(
                "SHA-512", "MGF1", MGF1ParameterSpec.SHA512, saltBytes, PSSParameterSpec.TRAILER_FIELD_BC));
        return signature;
    }
}
