package me.digi.client.bench;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.BrotliOutputStream;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import me.digi.client.auth.ContractDetails;
import me.digi.client.read.ReadSamples;
import me.digi.client.sandbox.NewGrants;
import me.digi.client.sandbox.Sandbox;
import me.digi.client.sandbox.SandboxBuilder;

/**
 * The server of {@link SpeedBenchmark}, in a process of its own: the sandbox, and beside it a host of files that are
 * encrypted beforehand, since the sandbox encrypts while it sends.
 */
public final class BenchServer {
    static final int SMALL_FILES = 500;
    /** In each compression, and without. */
    static final int MIDDLE_FILES = 48;
    /** One for each process. */
    private static final int PAIRS = 1000;

    private static final int WORDS = 2000;
    private static final int WORDS_OF_A_RECORD = 30;
    private static final int SMALL = 4 << 10;
    private static final int MIDDLE = 1 << 20;
    private static final int LARGE = 128 << 20;

    private BenchServer() {}

    /** Writes the settings into the directory that is the only argument, and serves until its input ends. */
    public static void main(String[] arguments) throws Exception {
        SandboxBuilder builder = Sandbox.builder().runningClock();
        try (Sandbox sandbox = builder.start();
                FileHost files = new FileHost()) {
            addFiles(files, publicKey(sandbox.contract()));
            write(Path.of(arguments[0]), sandbox, files);
            ScheduledFuture<?> unused = Executors.newSingleThreadScheduledExecutor()
                    .scheduleAtFixedRate(sandbox.requests()::clear, 1, 1, TimeUnit.SECONDS);
            System.out.println("done");
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }

    private static void write(Path directory, Sandbox sandbox, FileHost files) throws IOException {
        ContractDetails contract = sandbox.contract();
        List<String> lines = new ArrayList<>(List.of(
                "api=" + sandbox.environment().baseUrl(),
                "onboard=" + sandbox.environment().onboardUrl(),
                "files=" + files.baseUrl(),
                "applicationId=" + sandbox.applicationId(),
                "contractId=" + contract.contractId()));
        for (int i = 0; i < PAIRS; i++) {
            lines.add("pair" + i + "=" + NewGrants.pair(sandbox, contract).toJson());
        }
        Files.write(directory.resolve("settings.properties"), lines);
        Files.writeString(directory.resolve("key.pem"), sandbox.privateKeyPem(contract));
        Files.write(directory.resolve("key.der"), contract.privateKey().getEncoded());
    }

    private static void addFiles(FileHost files, PublicKey key) throws IOException {
        Brotli4jLoader.ensureAvailability();
        for (int i = 0; i < SMALL_FILES; i++) {
            files.add("small", null, encrypted(key, SMALL, i, null));
        }
        for (int i = 0; i < MIDDLE_FILES; i++) {
            files.add("plain", null, encrypted(key, MIDDLE, i, null));
            files.add("gzip", "gzip", encrypted(key, MIDDLE, i, "gzip"));
            files.add("brotli", "brotli", encrypted(key, MIDDLE, i, "brotli"));
        }
        files.add("large", null, encrypted(key, LARGE, 0, null));
    }

    private static byte[] encrypted(PublicKey key, int size, int seed, String compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compressing(compression, bytes)) {
            out.write(json(size, seed));
        }
        return ReadSamples.encrypt(key, bytes.toByteArray());
    }

    /** Records of words, of which some are frequent, so that it can be compressed about as well as what digi.me has. */
    private static byte[] json(int size, int seed) {
        Random random = new Random(seed);
        String[] words = new String[WORDS];
        for (int i = 0; i < WORDS; i++) {
            words[i] = Long.toUnsignedString(random.nextLong() | Long.MIN_VALUE, Character.MAX_RADIX)
                    .substring(0, 3 + i % 6);
        }
        StringBuilder records = new StringBuilder("[");
        while (records.length() < size) {
            records.append("{\"entityid\":\"").append(random.nextLong()).append("\",\"createddate\":");
            records.append(1_700_000_000_000L + random.nextInt()).append(",\"text\":\"");
            for (int i = 0; i < WORDS_OF_A_RECORD; i++) {
                records.append(words[(int) (WORDS * Math.pow(random.nextDouble(), 3))])
                        .append(' ');
            }
            records.append("\"},");
        }
        return Arrays.copyOf(records.toString().getBytes(StandardCharsets.US_ASCII), size);
    }

    private static OutputStream compressing(String compression, OutputStream out) throws IOException {
        if (compression == null) {
            return out;
        }
        return compression.equals("gzip")
                ? new GZIPOutputStream(out)
                : new BrotliOutputStream(out, Encoder.Parameters.create(5));
    }

    private static PublicKey publicKey(ContractDetails contract) throws GeneralSecurityException {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) contract.privateKey();
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }
}
