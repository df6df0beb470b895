package me.digi.client.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Map;

/** A program that signs one JWT, verifies it with the JDK's provider, and prints the result. */
final class SignOnce {
    private SignOnce() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        System.out.println(outcome());
    }

    static String outcome() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String jwt = ContractKey.of(pair.getPrivate()).sign(Map.of("claim", "value"));
        int end = jwt.lastIndexOf('.');
        Signature verifier = Signature.getInstance("RSASSA-PSS", "SunRsaSign");
        verifier.setParameter(new PSSParameterSpec("SHA-512", "MGF1", MGF1ParameterSpec.SHA512, 64, 1));
        verifier.initVerify(pair.getPublic());
        verifier.update(jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        boolean holds = verifier.verify(Base64.getUrlDecoder().decode(jwt.substring(end + 1)));
        Provider fast = FastProvider.find();
        return "fast provider: " + (fast == null ? "none" : fast.getName()) + ", signature holds: " + holds;
    }
}
