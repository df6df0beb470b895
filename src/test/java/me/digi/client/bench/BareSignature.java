package me.digi.client.bench;

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
import java.util.ServiceLoader;

/** PS512 with {@link Signature} and nothing around it: the least that a signature can cost. */
final class BareSignature {
    private static final String FAST = "AmazonCorrettoCryptoProvider";
    private static final PSSParameterSpec PARAMETERS =
            new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1);

    private final Provider provider;
    private final PrivateKey key;

    private BareSignature(Provider provider, PrivateKey key) throws GeneralSecurityException {
        this.provider = provider;
        this.key = KeyFactory.getInstance("RSA", provider).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    static BareSignature ofTheJdk(PrivateKey key) throws GeneralSecurityException {
        return new BareSignature(Security.getProvider("SunRsaSign"), key);
    }

    /** By the provider that the client chooses: the faster one where it is on the class path and has native code. */
    static BareSignature ofTheClientsProvider(PrivateKey key) throws GeneralSecurityException {
        for (Provider candidate : ServiceLoader.load(Provider.class)) {
            if (candidate.getName().equals(FAST) && candidate.getService("Signature", "RSASSA-PSS") != null) {
                return new BareSignature(candidate, key);
            }
        }
        return ofTheJdk(key);
    }

    String provider() {
        return provider.getName();
    }

    byte[] sign(byte[] input) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS", provider);
        signature.initSign(key);
        signature.setParameter(PARAMETERS);
        signature.update(input);
        return signature.sign();
    }

    static boolean verify(PublicKey key, byte[] input, byte[] signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.initVerify(key);
        signature.setParameter(PARAMETERS);
        signature.update(input);
        return signature.verify(signed);
    }
}
