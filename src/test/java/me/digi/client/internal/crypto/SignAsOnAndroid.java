package me.digi.client.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** A program on a platform that knows PS512 by Android's name alone: signs a JWT, verifies it, and verifies a false one. */
final class SignAsOnAndroid {
    private SignAsOnAndroid() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        KeyPair another = generator.generateKeyPair();
        Provider jdk = Security.getProvider("SunRsaSign");
        Security.removeProvider(jdk.getName());
        Security.addProvider(new AndroidProvider(jdk));

        System.out.println("the JDK's name is known: " + isKnown("RSASSA-PSS"));
        System.out.println("Android's name is known: " + isKnown("SHA512withRSA/PSS"));
        String jwt = ContractKey.of(pair.getPrivate()).sign(Map.of("claim", "value"));
        System.out.println("the signature holds: " + holds(jwt, pair.getPublic()));
        System.out.println("it holds for another's key: " + holds(jwt, another.getPublic()));
    }

    private static boolean isKnown(String algorithm) {
        try {
            return Signature.getInstance(algorithm).getAlgorithm().equals(algorithm);
        } catch (NoSuchAlgorithmException e) {
            return false;
        }
    }

    private static boolean holds(String jwt, PublicKey key) {
        int end = jwt.lastIndexOf('.');
        byte[] signed = jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII);
        return Ps512.byPlatform().verifies(key, signed, Base64.getUrlDecoder().decode(jwt.substring(end + 1)));
    }
}
