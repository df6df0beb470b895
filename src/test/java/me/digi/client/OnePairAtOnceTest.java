package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.RefreshResult.Refreshed;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.sandbox.Operation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** An application that keeps the pairs itself uses one code or refresh token from two threads at the same time. */
class OnePairAtOnceTest {
    @AutoClose
    private final LocalDigiMe local = new LocalDigiMe();

    /** Makes the call, and again while its response is on the way. */
    private void assertSentOnce(Operation operation, Function<DigiMe, UserAccessToken> call) throws Exception {
        AtomicReference<DigiMe> client = new AtomicReference<>();
        FutureTask<UserAccessToken> second = new FutureTask<>(() -> call.apply(client.get()));
        Thread thread = new Thread(second);
        local.forget();
        try (Relay relay = Relay.ofFirstTokenResponse(local, response -> {
                    thread.start();
                    while (thread.getState() != Thread.State.WAITING
                            && thread.getState() != Thread.State.TIMED_WAITING
                            && thread.isAlive()) {
                        Thread.onSpinWait();
                    }
                    return response;
                });
                DigiMe digiMe = local.builderFor(relay.url()).build()) {
            client.set(digiMe);

            UserAccessToken token = call.apply(digiMe);

            assertThat(second.get()).isEqualTo(token).matches(local::accepts);
            assertThat(local.requests(operation)).hasSize(1);
        }
    }

    @Test
    void t3_aPairThatIsRefreshedTwiceAtTheSameTimeIsSentOnce() throws Exception {
        UserAccessToken old = local.token();

        assertSentOnce(
                Operation.REFRESH_TOKEN, digiMe -> ((Refreshed) digiMe.refreshToken(local.contract, old)).token());
    }

    @Test
    void t3_aCodeThatIsExchangedTwiceAtTheSameTimeIsSentOnce() throws Exception {
        Authorized consent = local.allow(local.link());

        assertSentOnce(Operation.EXCHANGE_CODE, digiMe -> digiMe.exchangeCode(local.contract, consent));
    }
}
