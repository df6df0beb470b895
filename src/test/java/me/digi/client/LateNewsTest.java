package me.digi.client;

import static me.digi.client.store.TokenStoreException.Operation.LOAD;
import static org.assertj.core.api.Assertions.assertThat;

import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.internal.token.TroubledStore.Trouble;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was read from the store before a refresh, and arrives after it. */
class LateNewsTest {
    @AutoClose
    private final GrantScene scene = new GrantScene();

    private final DigiMeUser user = scene.user;

    /** Whoever reads the store, and may be overtaken. */
    enum Reader {
        STATUS {
            @Override
            void read(GrantScene scene) {
                assertThat(scene.user.loadTokenStatus()).isNotNull();
            }
        },
        TAKEN_OVER {
            @Override
            void read(GrantScene scene) {
                assertThat(scene.digiMe.takeOver(scene.contract, GrantScene.USER, scene.first))
                        .isInstanceOfAny(TakeOver.Same.class, TakeOver.Older.class);
            }
        };

        abstract void read(GrantScene scene);
    }

    @ParameterizedTest
    @EnumSource
    void anOldPairThatIsReadLateReplacesNoNewerOne(Reader reader) {
        scene.store.next(LOAD, overtakenBy(1));
        reader.read(scene);
        assertNewestAfter(1);
    }

    @ParameterizedTest
    @EnumSource
    void norDoesOneFromManyPairsAgo(Reader reader) {
        scene.store.next(LOAD, overtakenBy(5));
        reader.read(scene);
        assertNewestAfter(5);
    }

    @Test
    void anOldPairThatARefreshReadsLateIsNotPresentedAgain() {
        UserAccessToken old = user.loadToken();
        DigiMe another = scene.another();
        scene.expire();
        scene.store.next(LOAD, work -> {
            Object read = work.get();
            assertThat(scene.userOf(another).listAccounts()).isNotEmpty();
            return read;
        });
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(scene.presented()).containsExactly(old.refreshToken().value());
        assertThat(user.loadToken()).matches(scene::honours);
    }

    /** The record is read, and arrives after so many refreshes. */
    private Trouble overtakenBy(int refreshes) {
        return work -> {
            Object read = work.get();
            for (int i = 0; i < refreshes; i++) {
                scene.expire();
                assertThat(user.listAccounts()).isNotEmpty();
            }
            return read;
        };
    }

    private void assertNewestAfter(int refreshes) {
        assertThat(scene.refreshes()).isEqualTo(refreshes);
        assertThat(user.loadToken()).matches(scene::honours);
        assertThat(user.listAccounts()).isNotEmpty();
        assertThat(scene.refreshes()).isEqualTo(refreshes);
        scene.digiMe.close();
        assertThat(scene.heard.newPairs())
                .hasSize(refreshes + 1)
                .doesNotHaveDuplicates()
                .endsWith(user.loadToken());
    }
}
