package me.digi.client.sandbox.internal.jose;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * RSA keys by name, each found in a thread of its own, so that a sandbox can start without waiting for primes. Without a seed
 * the keys are random, and all sandboxes of the JVM share them: each test then starts as fast as it can, and not as fast as
 * primes are found.
 */
public final class KeyPool {
    private static final List<CompletableFuture<KeyPair>> SHARED = new ArrayList<>();

    private final @Nullable String seed;
    private final Map<String, CompletableFuture<KeyPair>> byName = new HashMap<>();
    private int next;

    /** A pool of keys that are made of the seed, or random if there is none. */
    public KeyPool(@Nullable String seed) {
        this.seed = seed;
    }

    /** The key of that name, which no other name has. */
    public synchronized CompletableFuture<KeyPair> take(String name) {
        return byName.computeIfAbsent(
                name, key -> seed == null ? shared(next++) : start(() -> SeededKeys.generate(seed, name)));
    }

    /** The public key of somebody who takes no part. */
    public static PublicKey stranger() {
        return Stranger.KEYS.getPublic();
    }

    private static CompletableFuture<KeyPair> shared(int index) {
        synchronized (SHARED) {
            while (SHARED.size() <= index) {
                SHARED.add(start(KeyPool::generate));
            }
            return SHARED.get(index);
        }
    }

    private static CompletableFuture<KeyPair> start(Supplier<KeyPair> work) {
        return CompletableFuture.supplyAsync(work, task -> {
            Thread thread = new Thread(task, "digi.me sandbox key");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM does not support RSA", e);
        }
    }

    private static final class Stranger {
        static final KeyPair KEYS = generate();
    }
}
