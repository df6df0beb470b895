package me.digi.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import me.digi.client.internal.io.Json;
import me.digi.client.sandbox.TokenStoreContract;
import me.digi.client.store.TokenStoreException.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptingTokenStoreTest {
    private static final GrantKey GRANT = new GrantKey("contract", "user");
    private static final StoredGrant FIRST = new StoredGrant(1, "{\"secret\":\"the-secret-pair\"}");
    private static final byte[] OLD_KEY = "the-secret-key-of-last-year-----".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW_KEY = "the-secret-key-of-this-year-----".getBytes(StandardCharsets.UTF_8);

    private final InMemoryTokenStore plain = new InMemoryTokenStore();
    private final EncryptingTokenStore store = new EncryptingTokenStore(
            plain, TokenKeys.builder().current("2025", OLD_KEY).build());

    @Test
    void keepsTheContract(@TempDir Path directory) {
        TokenKeys keys = TokenKeys.builder().current("2025", OLD_KEY).build();
        TokenStoreContract.checkShared(
                new EncryptingTokenStore(new FileTokenStore(directory), keys),
                new EncryptingTokenStore(new FileTokenStore(directory), keys));
    }

    @Test
    void theWrappedStoreSeesNothingOfTheContentAndTheSameTextNeverTwice() {
        store.compareAndSet(GRANT, 0, FIRST);
        String once = stored().content();
        plain.delete(GRANT);
        store.compareAndSet(GRANT, 0, FIRST);
        assertThat(stored().content())
                .isNotEqualTo(once)
                .contains("\"keyId\":\"2025\"")
                .doesNotContain("secret");
        assertThat(nonce(once)).hasSize(12).isNotEqualTo(nonce(stored().content()));
        assertThat(stored().version()).isEqualTo(1);
    }

    @Test
    void afterARotationOldRecordsAreReadAndNewOnesUseTheNewKey() {
        store.compareAndSet(GRANT, 0, FIRST);
        EncryptingTokenStore rotated = new EncryptingTokenStore(
                plain,
                TokenKeys.builder()
                        .current("2026", NEW_KEY)
                        .older("2025", OLD_KEY)
                        .build());
        assertThat(rotated.load(GRANT)).isEqualTo(FIRST);
        StoredGrant next = FIRST.next("{\"next\":true}");
        assertThat(rotated.compareAndSet(GRANT, 1, next)).isTrue();
        assertThat(stored().content()).contains("\"keyId\":\"2026\"");

        EncryptingTokenStore withoutOldKey = new EncryptingTokenStore(
                plain, TokenKeys.builder().current("2026", NEW_KEY).build());
        assertThat(withoutOldKey.load(GRANT)).isEqualTo(next);
        assertRejected(
                store, "the encryption key of the record is not among TokenKeys[current=2025, all=[2025]]: 2026");
    }

    @Test
    void aStoreInUseIsEncryptedByWritingEachRecordOnce() {
        plain.compareAndSet(GRANT, 0, FIRST);
        assertRejected(store, "the record is not encrypted, or not in the format");
        assertThat(store.compareAndSet(GRANT, FIRST.version(), FIRST.next(FIRST.content())))
                .isTrue();
        assertThat(store.load(GRANT)).isEqualTo(FIRST.next(FIRST.content()));
    }

    @Test
    void aRecordOfAnotherGrantIsRejected() {
        GrantKey victim = new GrantKey("contract", "victim");
        store.compareAndSet(victim, 0, FIRST);
        plain.compareAndSet(GRANT, 0, new StoredGrant(1, plain.load(victim).content()));
        assertRejected(store, "belongs to another grant or version");
    }

    @Test
    void anOldRecordUnderANewVersionIsRejected() {
        store.compareAndSet(GRANT, 0, FIRST);
        StoredGrant old = stored();
        plain.compareAndSet(GRANT, 1, old.next(old.content()));
        assertRejected(store, "belongs to another grant or version");
    }

    @Test
    void theRightKeyUnderTheWrongIdIsRejected() {
        store.compareAndSet(GRANT, 0, FIRST);
        EncryptingTokenStore confused = new EncryptingTokenStore(
                plain, TokenKeys.builder().current("2025", NEW_KEY).build());
        assertRejected(confused, "key 2025 is not the one it was encrypted with");
        EncryptingTokenStore renamed = new EncryptingTokenStore(
                plain,
                TokenKeys.builder()
                        .current("2026", OLD_KEY)
                        .older("2025", OLD_KEY)
                        .build());
        replace("keyId", "2026");
        assertRejected(renamed, "was changed");
    }

    static Stream<String> members() {
        return Stream.of("nonce", "data");
    }

    @ParameterizedTest
    @MethodSource("members")
    void everyBitThatIsChangedIsNoticed(String member) {
        store.compareAndSet(GRANT, 0, FIRST);
        StoredGrant intact = stored();
        byte[] bytes = Base64.getDecoder().decode(member(intact.content(), member));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            put(intact);
            replace(member, Base64.getEncoder().encodeToString(changed));
            assertRejected(store, "the record was changed");
        }
        put(intact);
        assertThat(store.load(GRANT)).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64!", "AAAAAAAAAAAAAAAAAAAA"})
    void anInvalidNonceIsDamage(String nonce) {
        store.compareAndSet(GRANT, 0, FIRST);
        replace("nonce", nonce);
        assertRejected(store, "the encrypted record is damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA"})
    void dataWithoutRoomForItsTagIsDamage(String data) {
        store.compareAndSet(GRANT, 0, FIRST);
        replace("data", data);
        assertRejected(store, "the encrypted record is damaged");
    }

    @Test
    void dataThatIsCutIsNoticed() {
        store.compareAndSet(GRANT, 0, FIRST);
        byte[] data = Base64.getDecoder().decode(member(stored().content(), "data"));
        replace("data", Base64.getEncoder().encodeToString(Arrays.copyOf(data, data.length - 1)));
        assertRejected(store, "the record was changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":\"digime-aes-256-gcm/1\"}",
                "{\"format\":\"digime-aes-256-gcm/1\",\"keyId\":1,\"nonce\":2,\"data\":3}",
                "the-secret-pair",
                "",
            })
    void textThatIsNotAnEncryptedRecordIsDamage(String content) {
        put(new StoredGrant(1, content));
        assertRejected(store, "the encrypted record is damaged");
    }

    @Test
    void exceptionsOfTheWrappedStoreArePassedOn() {
        TokenStoreException failure = new TokenStoreException(Operation.LOAD, GRANT, "why", null);
        TokenStore failing = Stores.failingWith(failure);
        EncryptingTokenStore encrypting = new EncryptingTokenStore(
                failing, TokenKeys.builder().current("2025", OLD_KEY).build());
        assertThat(catchThrowable(() -> encrypting.load(GRANT))).isSameAs(failure);
        assertThat(catchThrowable(() -> encrypting.compareAndSet(GRANT, 0, FIRST)))
                .isSameAs(failure);
        assertThat(catchThrowable(() -> encrypting.delete(GRANT))).isSameAs(failure);
    }

    @Test
    void keysAreCheckedCopiedAndNeverPrinted() {
        byte[] bytes = OLD_KEY.clone();
        TokenKeys keys = TokenKeys.builder()
                .current("b", bytes)
                .older("a", new SecretKeySpec(NEW_KEY, "AES"))
                .build();
        Arrays.fill(bytes, (byte) 0);
        assertThat(keys.find("b").getEncoded()).isEqualTo(OLD_KEY);
        assertThat(keys).hasToString("TokenKeys[current=b, all=[a, b]]");
        assertThat(keys.currentId()).isEqualTo("b");
    }

    @Test
    void keysThatAreNoneAreRejectedWithoutBeingShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenKeys.builder().current("k", new byte[16]))
                .withMessage("encryption key k must have 32 bytes, not 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenKeys.builder().current("k", new SecretKeySpec(new byte[16], "AES")))
                .withMessage("encryption key k must have 32 bytes, not 16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenKeys.builder().older("k", new SecretKeySpec(new byte[32], "HmacSHA256")))
                .withMessage("encryption key k must be for AES, not HmacSHA256");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenKeys.builder().older("a key", new byte[32]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TokenKeys.builder().current("k", new byte[32]).older("k", new byte[32]))
                .withMessage("two encryption keys have the id k");
        assertThatIllegalStateException()
                .isThrownBy(() -> TokenKeys.builder().current("a", new byte[32]).current("b", new byte[32]));
        assertThatIllegalStateException()
                .isThrownBy(() -> TokenKeys.builder().older("a", new byte[32]).build())
                .withMessage("the current encryption key is missing");
    }

    private void assertRejected(TokenStore refusing, String why) {
        assertThatThrownBy(() -> refusing.load(GRANT))
                .isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("cannot load the grant of user user under contract contract")
                .hasMessageContaining(why)
                .satisfies(e -> assertThat(Secrets.everythingIn(e)).doesNotContain("the-secret"));
    }

    private StoredGrant stored() {
        StoredGrant stored = plain.load(GRANT);
        assertThat(stored).isNotNull();
        return stored;
    }

    private void put(StoredGrant stored) {
        plain.delete(GRANT);
        plain.compareAndSet(GRANT, 0, stored);
    }

    private void replace(String member, String value) {
        Map<String, Object> members = new LinkedHashMap<>(Json.parseObject(stored().content()));
        members.put(member, value);
        put(new StoredGrant(stored().version(), Json.write(members)));
    }

    private static byte[] nonce(String content) {
        return Base64.getDecoder().decode(member(content, "nonce"));
    }

    private static String member(String content, String name) {
        return (String) Json.parseObject(content).get(name);
    }

    @Test
    void h4_aTextThatIsTooLongForARecordIsRefusedByItsLength() {
        store.compareAndSet(GRANT, 0, FIRST);
        plain.compareAndSet(GRANT, 1, stored().next(stored().content() + " ".repeat(16 << 20)));

        assertRejected(store, "the encrypted record is damaged");
    }
}
