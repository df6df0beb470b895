package me.digi.client.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.util.Base64;
import java.util.Map;

/** A program whose first provider requires the parameters before the key: signs and verifies a JWT with it. */
final class SignByStrictProvider {
    private SignByStrictProvider() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        JdkPssProvider strict = JdkPssProvider.parametersFirst();
        Security.insertProviderAt(strict, 1);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();

        System.out.println("signed by "
                + new Ps512(null).signature(pair.getPrivate()).getProvider().getName());
        String jwt = ContractKey.of(pair.getPrivate()).sign(Map.of("claim", "value"));
        String[] parts = jwt.split("\\.", -1);
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        System.out.println("the signature holds: " + new Ps512(null).verifies(pair.getPublic(), signed, signature));
        signed[0] ^= 1;
        System.out.println(
                "it holds for something else: " + new Ps512(null).verifies(pair.getPublic(), signed, signature));
    }
}
