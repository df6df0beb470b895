package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import me.digi.client.diagnostics.TokenEvent.OnlyInMemory;
import me.digi.client.internal.token.FaultyStore;
import me.digi.client.store.GrantKey;
import me.digi.client.store.InMemoryTokenStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The warning about token pairs that are only in memory of a long-running process. */
class OnlyInMemoryTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    @AutoClose
    private final ReportedProblems problems = ReportedProblems.record();

    private final RecordedTokenEvents heard = new RecordedTokenEvents();

    private DigiMe.Builder builder() {
        return local.builder().tokenListener(heard);
    }

    @Test
    void aClientThatHasRunForADayWarnsOnce() {
        DigiMe first = builder().build();
        DigiMe second = builder().tokenStore(new InMemoryTokenStore()).build();
        DigiMeUser user = KnownUser.of(first, local.contract, "user-42", local.token());
        DigiMeUser other = KnownUser.of(second, local.contract, "user-43", local.token());
        local.sandbox.clock().advance(A_DAY.minusSeconds(1));
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(problems.messages()).isEmpty();
        local.sandbox.clock().advance(Duration.ofSeconds(31));
        for (int i = 0; i < 3; i++) {
            assertThat(user.listAccounts()).isNotEmpty();
            assertThat(other.listAccounts()).isNotEmpty();
            local.sandbox.clock().advance(A_DAY);
        }
        first.close();
        second.close();
        assertThat(heard.of(OnlyInMemory.class))
                .containsExactlyInAnyOrder(onlyInMemory("user-42"), onlyInMemory("user-43"));
        assertThat(problems.messages()).hasSize(2).allMatch(message -> message.contains("kept in memory only"));
    }

    @Test
    void aClientWithAnotherStoreOrWithoutUsersDoesNot() {
        try (DigiMe stored = builder().tokenStore(new FaultyStore()).build();
                DigiMe byHand = builder().build()) {
            DigiMeUser user = KnownUser.of(stored, local.contract, "user-42", local.token());
            local.sandbox.clock().advance(A_DAY.multipliedBy(2));
            assertThat(user.listAccounts()).isNotEmpty();
            assertThat(byHand.findUser(local.contract, "user-42")).isNull();
            assertThat(byHand.refreshToken(local.contract, local.token())).isNotNull();
        }
        assertThat(heard.of(OnlyInMemory.class)).isEmpty();
        assertThat(problems.messages()).isEmpty();
    }

    private OnlyInMemory onlyInMemory(String userKey) {
        return new OnlyInMemory(new GrantKey(local.contract.contractId(), userKey));
    }
}
