package me.digi.client.internal.crypto;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.security.SignatureException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.util.Map;
import me.digi.client.internal.io.Json;

/**
 * A program on a platform that knows PS512 only by Android's name: signs a JWT, verifies it, and verifies a forged one.
 */
final class SignAsOnAndroid {
    private SignAsOnAndroid() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", "SunRsaSign");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        KeyPair another = generator.generateKeyPair();
        JdkPssProvider android = JdkPssProvider.android();
        Security.removeProvider("SunRsaSign");
        Security.addProvider(android);

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
        try {
            return Jwts.parser()
                    .json(new ParsedJson())
                    .sig()
                    .clear()
                    .add(new Ps512(null))
                    .and()
                    .verifyWith(key)
                    .build()
                    .parseSignedClaims(jwt)
                    .getPayload()
                    .get("claim")
                    .equals("value");
        } catch (SignatureException e) {
            return false;
        }
    }

    private static final class ParsedJson extends AbstractDeserializer<Map<String, ?>> {
        @Override
        protected Map<String, ?> doDeserialize(Reader json) throws IOException {
            StringWriter text = new StringWriter();
            json.transferTo(text);
            return Json.parseObject(text.toString());
        }
    }
}
