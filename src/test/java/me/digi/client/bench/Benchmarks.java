package me.digi.client.bench;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.digi.client.DigiMe;
import me.digi.client.Environment;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.RefreshResult;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.crypto.ContractKey;
import me.digi.client.internal.crypto.RandomStrings;
import me.digi.client.internal.crypto.RequestSigner;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the client adds to what cannot be avoided: signing a request beside a bare signature with the same key, and a whole
 * refresh over loopback beside signing, verifying and one bare HTTP exchange, with the same server, which does no work.
 * Both make a new connection for each refresh, as the client does with tokens.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 2)
public class Benchmarks {
    private static final String KEY_ID = "key";

    private final KeyPair serverKeys = rsa();
    private final KeyPair contractKeys = rsa();
    private CannedServer server;
    private DigiMe digiMe;
    private ContractDetails contract;
    private UserAccessToken token;
    private Supplier<String> signer;
    private BareSignature jdk;
    private BareSignature clients;
    private byte[] signingInput;
    private OkHttpClient bareClient;
    private byte[] answerInput;
    private byte[] answerSignature;

    /** Runs all of them and sets each beside its floor. */
    public static void main(String[] arguments) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Benchmarks.class.getName().replace(".", "\\."))
                        .build())
                .run();
        double refresh = score(results, "wholeRefresh");
        double refreshFloor = score(results, "wholeRefreshFloor");
        double request = score(results, "signedRequest");
        double requestFloor = score(results, "signedRequestFloor");
        System.out.printf(
                "%nsigning a request: %.0f us, bare signature by the same provider: %.0f us (%.2f times), by the JDK: %.0f us%n",
                request, requestFloor, request / requestFloor, score(results, "signatureOfTheJdk"));
        System.out.printf(
                "a whole refresh: %.0f us, signing + verifying + one bare HTTP exchange: %.0f us (%.2f times);"
                        + " a new connection each%n",
                refresh, refreshFloor, refresh / refreshFloor);
    }

    private static double score(Collection<RunResult> results, String name) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(name))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }

    @Setup
    public void start() throws Exception {
        String answer = ContractKey.of(serverKeys.getPrivate()).sign(Map.of("typ", "JWT", "kid", KEY_ID), payload());
        int end = answer.lastIndexOf('.');
        answerInput = answer.substring(0, end).getBytes(StandardCharsets.US_ASCII);
        answerSignature = Base64.getUrlDecoder().decode(answer.substring(end + 1));
        server = new CannedServer(KEY_ID, (RSAPublicKey) serverKeys.getPublic(), answer);
        digiMe = DigiMe.builder()
                .applicationId("application")
                .environment(Environment.builder().baseUrl(server.url()).build())
                .build();
        contract = ContractDetails.builder()
                .contractId("contract")
                .privateKey(contractKeys.getPrivate())
                .build();
        Token any = Token.of("x".repeat(36), Instant.now());
        token = UserAccessToken.builder().accessToken(any).refreshToken(any).build();
        RandomStrings random = new RandomStrings(ThreadLocalRandom.current()::nextInt);
        signer = new RequestSigner(
                        ContractKey.of(contractKeys.getPrivate()), "application", "contract", Clock.systemUTC(), random)
                .forRequest(() -> Map.of(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        token.refreshToken().value()));
        String jwt = signer.get();
        signingInput = jwt.substring(0, jwt.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
        jdk = BareSignature.ofTheJdk(contractKeys.getPrivate());
        clients = BareSignature.ofTheClientsProvider(contractKeys.getPrivate());
        System.out.println("# The client signs by " + clients.provider());
        bareClient = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .build();
    }

    @TearDown
    public void stop() {
        digiMe.close();
        server.close();
    }

    @Benchmark
    public String signedRequest() {
        return signer.get();
    }

    @Benchmark
    public byte[] signedRequestFloor() throws Exception {
        return clients.sign(signingInput);
    }

    @Benchmark
    public byte[] signatureOfTheJdk() throws Exception {
        return jdk.sign(signingInput);
    }

    @Benchmark
    public RefreshResult wholeRefresh() {
        return digiMe.refreshToken(contract, token);
    }

    @Benchmark
    public boolean wholeRefreshFloor() throws Exception {
        byte[] signature = clients.sign(signingInput);
        Request request = new Request.Builder()
                .url(server.url() + "oauth/token")
                .header("Authorization", Base64.getUrlEncoder().encodeToString(signature))
                .post(RequestBody.create(new byte[0]))
                .build();
        try (Response response = bareClient.newCall(request).execute()) {
            response.body().bytes();
        }
        return BareSignature.verify(serverKeys.getPublic(), answerInput, answerSignature);
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

    private static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
