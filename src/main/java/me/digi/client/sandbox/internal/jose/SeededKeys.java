package me.digi.client.sandbox.internal.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/**
 * Generates the same RSA keys for the same seed on every JDK, which the JDK's generator does not guarantee. Only for a
 * sandbox: anyone who knows the seed knows the keys.
 */
final class SeededKeys {
    private static final int PRIME_BYTES = 128;
    private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
    private static final int CERTAINTY = 64;
    private static final int[] SMALL_PRIMES = smallPrimes(4096);

    private SeededKeys() {}

    static KeyPair generate(String seed, String name) {
        BigInteger p = prime(new SeededRandom(seed, name + " p"));
        BigInteger q = prime(new SeededRandom(seed, name + " q"));
        BigInteger phi = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        BigInteger d = EXPONENT.modInverse(phi);
        BigInteger modulus = p.multiply(q);
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
                    factory.generatePrivate(new RSAPrivateCrtKeySpec(
                            modulus,
                            EXPONENT,
                            d,
                            p,
                            q,
                            d.mod(p.subtract(BigInteger.ONE)),
                            d.mod(q.subtract(BigInteger.ONE)),
                            q.modInverse(p))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM does not support RSA keys of 2048 bits", e);
        }
    }

    /** Finds the first suitable prime from a random start. With its two highest bits set, the product has 2048 bits. */
    private static BigInteger prime(SeededRandom random) {
        byte[] bytes = new byte[PRIME_BYTES];
        random.nextBytes(bytes);
        bytes[0] |= (byte) 0xc0;
        bytes[PRIME_BYTES - 1] |= 1;
        BigInteger start = new BigInteger(1, bytes);
        int[] remainders = new int[SMALL_PRIMES.length];
        for (int i = 0; i < remainders.length; i++) {
            remainders[i] = start.mod(BigInteger.valueOf(SMALL_PRIMES[i])).intValue();
        }
        for (int step = 0; ; step += 2) {
            if (hasSmallFactor(remainders, step)) {
                continue;
            }
            BigInteger candidate = start.add(BigInteger.valueOf(step));
            if (candidate.isProbablePrime(CERTAINTY) && !candidate.mod(EXPONENT).equals(BigInteger.ONE)) {
                return candidate;
            }
        }
    }

    private static boolean hasSmallFactor(int[] remainders, int step) {
        for (int i = 0; i < remainders.length; i++) {
            if ((remainders[i] + step) % SMALL_PRIMES[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** Odd primes below a limit. */
    private static int[] smallPrimes(int limit) {
        boolean[] composite = new boolean[limit];
        int[] primes = new int[limit];
        int count = 0;
        for (int i = 3; i < limit; i += 2) {
            if (!composite[i]) {
                primes[count++] = i;
                for (int multiple = i * i; multiple < limit; multiple += 2 * i) {
                    composite[multiple] = true;
                }
            }
        }
        return Arrays.copyOf(primes, count);
    }
}
