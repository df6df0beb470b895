package me.digi.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static me.digi.client.LocalDigiMe.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.digi.client.auth.ContractDetails;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.error.FileException.Problem;
import me.digi.client.error.VerificationException;
import me.digi.client.error.VerificationException.Check;
import me.digi.client.internal.crypto.DamagedFileException;
import me.digi.client.internal.crypto.DecryptingStream;
import me.digi.client.internal.crypto.FileKey;
import me.digi.client.internal.io.Json;
import me.digi.client.read.ReadSamples;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Operation;
import me.digi.client.store.EncryptingTokenStore;
import me.digi.client.store.FileTokenStore;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenKeys;
import me.digi.client.store.TokenStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that the client needs of a cryptography provider. {@code ProvidersTest} repeats this with each as the
 * first one.
 */
class CryptographyTest {
    private static final KeyPair KEY = ReadSamples.newKey();
    private static final GrantKey GRANT = new GrantKey("contract", "user");

    @Test
    void everyOperationIsCarriedOut() {
        try (CallSetup setup = CallSetup.withoutRetries()) {
            for (EveryCall call : EveryCall.values()) {
                call.make(setup);
            }
            assertThat(setup.asked()).contains(Operation.DELETE_USER);
        }
    }

    @Test
    void bothKindsOfPemAreRead() {
        try (LocalDigiMe local = new LocalDigiMe()) {
            byte[] pkcs8 = local.contract.privateKey().getEncoded();
            for (String pem : new String[] {
                local.sandbox.privateKeyPem(local.contract),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(pkcs8)
                        + "\n-----END PRIVATE KEY-----"
            }) {
                ContractDetails contract = ContractDetails.builder()
                        .contractId(local.contract.contractId())
                        .privateKey(pem)
                        .build();
                assertThat(local.digiMe.describeContract(contract).id()).isEqualTo(contract.contractId());
            }
        }
    }

    @Test
    void everyForgeryIsRejected() {
        try (LocalDigiMe local = new LocalDigiMe()) {
            for (Forgery forgery : Forgery.values()) {
                UserAccessToken token = local.token();
                local.sandbox.failNext(Operation.REFRESH_TOKEN, forgery);
                assertThat(thrownBy(
                                VerificationException.class, () -> local.digiMe.refreshToken(local.contract, token)))
                        .as(forgery.name())
                        .isNotNull();
            }
        }
    }

    @Test
    void signaturesOfAnyOtherLengthAreRejected() {
        try (LocalDigiMe local = new LocalDigiMe()) {
            Object entry = ((List<?>) Json.parseObject(local.keySet()).get("keys")).get(0);
            String header = Json.write(Map.of("alg", "PS512", "kid", ((Map<?, ?>) entry).get("kid")));
            for (int length : new int[] {1, 255, 256, 257, 10_000}) {
                byte[] signature = new byte[length];
                Arrays.fill(signature, (byte) -1);
                String token = Stream.of(header.getBytes(UTF_8), "{}".getBytes(UTF_8), signature)
                        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                        .collect(Collectors.joining("."));
                UserAccessToken pair = local.token();
                local.sandbox.failNext(
                        Operation.REFRESH_TOKEN, CannedResponse.json(201, Json.write(Map.of("token", token))));
                assertThat(thrownBy(VerificationException.class, () -> local.digiMe.refreshToken(local.contract, pair))
                                .check())
                        .isEqualTo(Check.SIGNATURE);
            }
        }
    }

    @Test
    void aFileForAnotherKeyIsRefusedWhateverIsInThePlaceOfItsKey() throws IOException {
        byte[] file = ReadSamples.encrypt(KEY.getPublic(), "what is in the file".getBytes(UTF_8));
        FileKey other = FileKey.of(ReadSamples.newKey().getPrivate());
        assertRefused(file, other);
        for (byte filling : new byte[] {0, 1, -1}) {
            byte[] damaged = file.clone();
            Arrays.fill(damaged, 0, 256, filling);
            assertRefused(damaged, FileKey.of(KEY.getPrivate()));
        }
        assertThat(open(file, FileKey.of(KEY.getPrivate()))).asString(UTF_8).isEqualTo("what is in the file");
    }

    private static void assertRefused(byte[] file, FileKey key) {
        assertThatThrownBy(() -> open(file, key))
                .isInstanceOfSatisfying(
                        DamagedFileException.class,
                        e -> assertThat(e.of("file").problem()).isEqualTo(Problem.WRONG_KEY));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 100, 240, 255, 256, 257, 1000})
    void h6_aFileThatArrivesInPartsOfAnyLengthIsDecrypted(int part) throws IOException {
        byte[] content = new byte[200_000];
        Arrays.fill(content, (byte) 7);
        byte[] file = ReadSamples.encrypt(KEY.getPublic(), content);
        int wrappedKeyAndIv = ((RSAKey) KEY.getPublic()).getModulus().bitLength() / 8 + 16;
        InputStream first = new ByteArrayInputStream(file, 0, wrappedKeyAndIv + part);
        InputStream rest = new ByteArrayInputStream(file, wrappedKeyAndIv + part, file.length);

        InputStream decrypted = DecryptingStream.open(
                new SequenceInputStream(first, rest), file.length, FileKey.of(KEY.getPrivate()), Long.MAX_VALUE);

        assertThat(decrypted.readAllBytes()).isEqualTo(content);
    }

    private static byte[] open(byte[] file, FileKey key) throws IOException {
        return DecryptingStream.open(new ByteArrayInputStream(file), file.length, key, Long.MAX_VALUE)
                .readAllBytes();
    }

    @Test
    void aFileWhoseEndIsDamagedIsRefused() {
        byte[] file = ReadSamples.encrypt(KEY.getPublic(), new byte[100]);
        file[file.length - 20] ^= 1;

        assertThatThrownBy(() -> open(file, FileKey.of(KEY.getPrivate())))
                .isInstanceOfSatisfying(
                        DamagedFileException.class,
                        e -> assertThat(e.of("file").problem()).isEqualTo(Problem.PADDING));
    }

    @Test
    void recordsAreEncryptedAndAChangeIsNoticed(@TempDir Path directory) {
        InMemoryTokenStore memory = new InMemoryTokenStore();
        TokenKeys keys = TokenKeys.builder().current("key", new byte[32]).build();
        EncryptingTokenStore store = new EncryptingTokenStore(memory, keys);
        StoredGrant record = new StoredGrant(1, "{\"a\":\"record\"}");
        assertThat(store.compareAndSet(GRANT, 0, record)).isTrue();
        assertThat(store.load(GRANT)).isEqualTo(record);
        String content = memory.load(GRANT).content();
        assertThat(memory.compareAndSet(GRANT, 1, new StoredGrant(2, content))).isTrue();
        assertThatThrownBy(() -> store.load(GRANT)).isInstanceOf(TokenStoreException.class);

        assertThat(new FileTokenStore(directory).compareAndSet(GRANT, 0, record))
                .isTrue();
        assertThat(new FileTokenStore(directory).load(GRANT)).isEqualTo(record);
    }
}
