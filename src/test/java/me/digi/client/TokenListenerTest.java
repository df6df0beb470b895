package me.digi.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.auth.TakeOver;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Changed;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listeners that block or close the client. */
@Timeout(60)
class TokenListenerTest {
    private static final int MOST_WAITING = 1000;

    @AutoClose
    private final LocalUser local = new LocalUser();

    private UserAccessToken pair(int number) {
        return UserAccessToken.builder()
                .from(local.first)
                .accessToken(me.digi.client.auth.Token.of("access token " + number, null))
                .build();
    }

    /** Each refresh causes one event. */
    private void handOver(DigiMe client, int from, int to) {
        for (int i = from; i < to; i++) {
            client.takeOver(local.contract, LocalUser.USER, pair(i), TakeOver.Mode.REPLACE);
        }
    }

    @Test
    void t18_aThousandEventsWaitForAListenerThatBlocksAndTheOldestGiveWay() throws InterruptedException {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch opened = new CountDownLatch(1);
        List<TokenEvent> heard = new CopyOnWriteArrayList<>();
        try (ReportedProblems problems = ReportedProblems.record()) {
            DigiMe client = local.client(builder -> builder.tokenListener(event -> {
                called.countDown();
                Gate.await(opened);
                heard.add(event);
            }));
            handOver(client, 0, 1);
            called.await();
            handOver(client, 1, 1 + MOST_WAITING + 5);
            opened.countDown();
            client.close();
            assertThat(heard).hasSize(1 + MOST_WAITING);
            assertThat(problems.messages())
                    .containsExactly("the token listener is too slow: its oldest events are dropped");
        }
        assertThat(tokenOf(heard.get(0))).isEqualTo(pair(0));
        for (int i = 1; i <= MOST_WAITING; i++) {
            assertThat(tokenOf(heard.get(i))).isEqualTo(pair(i + 5));
        }
    }

    private static UserAccessToken tokenOf(TokenEvent event) {
        return ((Changed) event).token();
    }

    @Test
    void t18_closingDoesNotWaitForAListenerThatBlocks() {
        CountDownLatch interrupted = new CountDownLatch(1);
        DigiMe client = local.client(builder -> builder.tokenListener(event -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }));
        handOver(client, 0, 3);
        long began = System.nanoTime();
        client.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        Gate.await(interrupted);
    }

    @Test
    void t18_aListenerMayCloseTheClientAndHandlesTheRestAfterwards() {
        AtomicReference<DigiMe> client = new AtomicReference<>();
        CountDownLatch handedOver = new CountDownLatch(1);
        CountDownLatch handled = new CountDownLatch(3);
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        client.set(local.client(builder -> builder.tokenListener(event -> {
            Gate.await(handedOver);
            client.get().close();
            interrupted.add(Thread.currentThread().isInterrupted());
            handled.countDown();
        })));
        handOver(client.get(), 0, 3);
        handedOver.countDown();
        Gate.await(handled);
        assertThat(interrupted).containsExactly(false, false, false);
    }
}
