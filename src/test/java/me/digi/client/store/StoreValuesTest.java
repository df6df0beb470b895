package me.digi.client.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.store.TokenStoreException.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, records, and the exception that names them. */
class StoreValuesTest {
    private static final GrantKey GRANT = new GrantKey("contract", "user");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0b", "a\nb", "a\u0085", "\ud83d", "\ude00x", "a\ude00\ud83d"})
    void aKeyThatNoStoreCouldKeepApartIsRejected(String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GrantKey("contract", part))
                .withMessageStartingWith("userKey");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GrantKey(part, "user"))
                .withMessageStartingWith("contractId");
    }

    @Test
    void aKeyThatIsTooLongIsRejectedAndShown() {
        assertThat(new GrantKey("c", "u".repeat(255)).userKey()).hasSize(255);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GrantKey("c", "u".repeat(256)))
                .withMessage("userKey must have at most 255 characters, not 256: " + "u".repeat(256));
    }

    @Test
    void aRecordNeverPrintsItsContent() {
        assertThat(new StoredGrant(3, "secret")).hasToString("StoredGrant[version=3, content=***]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoredGrant(1, "secret\0"))
                .withMessage("content has a NUL or an unpaired surrogate at index 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StoredGrant(1, "secret\ud800"))
                .withMessage("content has a NUL or an unpaired surrogate at index 6");
    }

    @Test
    void aRecordHasAVersionFromOneUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StoredGrant(0, ""));
        assertThatNullPointerException().isThrownBy(() -> new StoredGrant(1, null));
    }

    @Test
    void firstRecordsStartAtDifferentVersions() {
        StoredGrant first = StoredGrant.first("{}");
        assertThat(first.version())
                .isPositive()
                .isNotEqualTo(StoredGrant.first("{}").version());
        assertThat(first.next("{1}")).isEqualTo(new StoredGrant(first.version() + 1, "{1}"));
    }

    static TokenStore[] stores() {
        return new TokenStore[] {
            new InMemoryTokenStore(),
            new JdbcTokenStore(Connections.dataSource(() -> {
                throw new AssertionError("not to be asked");
            })),
            new EncryptingTokenStore(
                    new InMemoryTokenStore(),
                    TokenKeys.builder().current("k", new byte[32]).build())
        };
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aWriteThatSkipsAVersionIsAMistakeOfTheCaller(TokenStore store) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.compareAndSet(GRANT, 1, new StoredGrant(3, "secret")))
                .withMessage("a record of version 3 cannot follow version 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.compareAndSet(GRANT, -1, new StoredGrant(1, "secret")));
    }

    @Test
    void theExceptionCarriesThePairThatCouldNotBeStoredAndDoesNotShowIt() throws Exception {
        UserAccessToken token = UserAccessToken.builder()
                .accessToken(Token.of("secret-access", Instant.ofEpochSecond(1_700_000_000)))
                .refreshToken(Token.of("secret-refresh", Instant.ofEpochSecond(1_700_000_000)))
                .build();
        TokenStoreException e = TokenStoreException.unsaved(GRANT, token, new IllegalStateException("disk full"));
        assertThat(e.unsavedToken()).isEqualTo(token);
        assertThat(e.operation()).isEqualTo(Operation.WRITE);
        assertThat(e.grant()).isEqualTo(GRANT);
        assertThat(Secrets.everythingIn(e)).contains("disk full").doesNotContain("secret");

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(e);
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        TokenStoreException copy =
                (TokenStoreException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(copy.grant()).isEqualTo(GRANT);
        assertThat(copy.unsavedToken()).isNull();
    }

    @Test
    void anExceptionOfAStoreHasNoUnsavedPair() {
        assertThatThrownBy(() -> {
                    throw new TokenStoreException(Operation.DELETE, GRANT, "why", null);
                })
                .hasMessage("cannot delete the grant of user user under contract contract: why")
                .hasNoCause()
                .extracting(e -> ((TokenStoreException) e).unsavedToken())
                .isNull();
    }
}
