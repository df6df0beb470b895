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
 * RSA keys by name, each read or generated on its own thread, so that a sandbox starts without waiting for them. The
 * default contracts and the first signing key have published keys. Other keys are random and shared by all sandboxes of
 * the JVM, since generating them is slow.
 */
public final class KeyPool {
    private static final List<CompletableFuture<KeyPair>> SHARED = new ArrayList<>();

    private final @Nullable String seed;
    private final boolean fresh;
    private final Map<String, CompletableFuture<KeyPair>> byName = new HashMap<>();
    private int next;

    /**
     * Creates a pool.
     *
     * @param seed if set, all keys are derived from it
     * @param fresh whether random keys replace the published ones
     */
    public KeyPool(@Nullable String seed, boolean fresh) {
        this.seed = seed;
        this.fresh = fresh;
    }

    /** Returns the key of a name, which is different for each name. */
    public synchronized CompletableFuture<KeyPair> take(String name) {
        return byName.computeIfAbsent(name, this::find);
    }

    /** A public key that belongs to no contract. */
    public static PublicKey foreign() {
        return Foreign.KEYS.getPublic();
    }

    private CompletableFuture<KeyPair> find(String name) {
        if (seed != null) {
            return start(() -> SeededKeys.generate(seed, name));
        }
        return fresh || !PublishedKeys.has(name) ? shared(next++) : start(() -> PublishedKeys.read(name));
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

    private static final class Foreign {
        static final KeyPair KEYS = generate();
    }
}
