package me.digi.client;

import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static org.assertj.core.api.Assertions.assertThat;

import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.token.FaultyStore.StoreFault;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A load that begins before a refresh and returns after it. */
class OvertakenLoadTest {
    @AutoClose
    private final LocalUser local = new LocalUser();

    private final DigiMeUser user = local.user;

    /** The operations whose load may be outdated when it returns. */
    enum Reader {
        STATUS {
            @Override
            void read(LocalUser local) {
                assertThat(local.user.loadTokenStatus()).isNotNull();
            }
        },
        TAKEN_OVER {
            @Override
            void read(LocalUser local) {
                assertThat(local.digiMe.takeOver(local.contract, LocalUser.USER, local.first))
                        .isInstanceOfAny(TakeOver.Same.class, TakeOver.Older.class);
            }
        };

        abstract void read(LocalUser local);
    }

    @ParameterizedTest
    @EnumSource
    void anOldPairThatIsLoadedLateReplacesNoNewerOne(Reader reader) {
        local.store.next(LOAD, overtakenBy(1));
        reader.read(local);
        assertNewestAfter(1);
    }

    @ParameterizedTest
    @EnumSource
    void anOldPairFromManyRefreshesAgoReplacesNoNewerOne(Reader reader) {
        local.store.next(LOAD, overtakenBy(5));
        reader.read(local);
        assertNewestAfter(5);
    }

    @Test
    void anOldPairThatARefreshLoadsLateIsNotPresentedAgain() {
        UserAccessToken old = user.loadToken();
        DigiMe another = local.client();
        local.expire();
        local.store.next(LOAD, work -> {
            Object read = work.get();
            assertThat(local.userOf(another).listAccounts()).isNotEmpty();
            return read;
        });
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.presented()).containsExactly(old.refreshToken().value());
        assertThat(user.loadToken()).matches(local::accepts);
    }

    /** The record is read, and arrives after so many refreshes. */
    private StoreFault overtakenBy(int refreshes) {
        return work -> {
            Object read = work.get();
            for (int i = 0; i < refreshes; i++) {
                local.expire();
                assertThat(user.listAccounts()).isNotEmpty();
            }
            return read;
        };
    }

    private void assertNewestAfter(int refreshes) {
        assertThat(local.refreshes()).isEqualTo(refreshes);
        assertThat(user.loadToken()).matches(local::accepts);
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(local.refreshes()).isEqualTo(refreshes);
        local.digiMe.close();
        assertThat(local.tokenEvents.newPairs())
                .hasSize(refreshes + 1)
                .doesNotHaveDuplicates()
                .endsWith(user.loadToken());
    }
}
