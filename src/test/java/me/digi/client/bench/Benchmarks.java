package me.digi.client.bench;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.digi.client.internal.crypto.ContractKey;
import me.digi.client.internal.crypto.RandomStrings;
import me.digi.client.internal.crypto.RequestSigner;
import me.digi.client.internal.crypto.ServerTokens;
import me.digi.client.internal.crypto.Verification;
import me.digi.client.internal.io.Deadline;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** The small parts beside their floors: signing a request, and verifying a response, with the client's provider. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 2)
public class Benchmarks {
    private static final String KEY_ID = "key";

    private Supplier<String> signer;
    private ServerTokens tokens;
    private String response;
    private BareCrypto bare;
    private BareCrypto jdk;
    private PublicKey serverKey;
    private byte[] requestInput;
    private byte[] responseInput;
    private byte[] responseSignature;

    /** Runs all of them. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(Benchmarks.class.getName().replace(".", "\\."))
                        .build())
                .run();
    }

    @Setup
    public void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair server = generator.generateKeyPair();
        KeyPair contract = generator.generateKeyPair();
        bare = BareCrypto.ofTheClientsProvider(contract.getPrivate().getEncoded());
        jdk = BareCrypto.ofTheJdk(contract.getPrivate().getEncoded());
        System.out.println("# The client signs by " + bare.provider());

        RandomStrings random = new RandomStrings(ThreadLocalRandom.current());
        signer = new RequestSigner(
                        ContractKey.of(contract.getPrivate()), "application", "contract", Clock.systemUTC(), random)
                .forRequest(() -> Map.of("grant_type", "refresh_token", "refresh_token", "r".repeat(36)));
        requestInput = input(signer.get());

        response = ContractKey.of(server.getPrivate()).sign(Map.of("typ", "JWT", "kid", KEY_ID), payload());
        responseInput = input(response);
        responseSignature = Base64.getUrlDecoder().decode(response.substring(response.lastIndexOf('.') + 1));
        serverKey = bare.imported(server.getPublic());
        tokens = new ServerTokens(
                "fetchKeys", deadline -> Map.of(KEY_ID, List.of(server.getPublic())), System::nanoTime);
        tokens.ensureKeysKnown(Deadline.after(Duration.ofSeconds(1)));
    }

    @Benchmark
    public String signedRequest() {
        return signer.get();
    }

    @Benchmark
    public byte[] signedRequestFloor() throws Exception {
        return bare.sign(requestInput);
    }

    @Benchmark
    public byte[] signatureOfTheJdk() throws Exception {
        return jdk.sign(requestInput);
    }

    @Benchmark
    public Verification verifiedResponse() {
        return tokens.verify("refreshToken", response, Instant.now());
    }

    @Benchmark
    public boolean verifiedResponseFloor() throws Exception {
        return bare.verify(serverKey, responseInput, responseSignature);
    }

    private static byte[] input(String jwt) {
        return jwt.substring(0, jwt.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    private static Map<String, Object> payload() {
        long later = Instant.now().getEpochSecond() + 86_400;
        return Map.of(
                "access_token",
                Map.of("value", "a".repeat(36), "expires_on", later),
                "refresh_token",
                Map.of("value", "b".repeat(36), "expires_on", later),
                "sub",
                "user",
                "consentid",
                "consent",
                "identifier",
                Map.of("id", "consent"),
                "token_type",
                "Bearer");
    }
}
