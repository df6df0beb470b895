package me.digi.client.internal.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import me.digi.client.auth.Token;
import me.digi.client.auth.UserAccessToken;
import me.digi.client.diagnostics.TokenEvent;
import me.digi.client.diagnostics.TokenEvent.Changed;
import me.digi.client.diagnostics.TokenEvent.Origin;
import me.digi.client.error.TokenStoreException;
import me.digi.client.store.GrantKey;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jetbrains.lincheck.util.LoggingLevel;
import org.junit.jupiter.api.Test;

/** All ways in which threads that tell a memory what they have learned can get in between each other. */
class GrantMemoryModelTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final GrantKey GRANT = new GrantKey("contract", "user");
    /** One for all, or the checker would go through the making of each. */
    @SuppressWarnings("StaticAssignmentOfThrowable")
    private static final TokenStoreException TROUBLE =
            new TokenStoreException(TokenStoreException.Operation.WRITE, GRANT, "full", null);

    /** A grant's life: three pairs, each of which is leased before the next one comes. */
    private static final Snapshot[] LIFE = life();

    private static Snapshot[] life() {
        RefreshAttempt attempt = new RefreshAttempt("holder", NOW, NOW.plusSeconds(100), null);
        GrantState one = GrantState.first(pair(1), NOW);
        GrantState two = one.succeededBy(pair(2), NOW);
        GrantState three = two.succeededBy(pair(3), NOW);
        return new Snapshot[] {
            new Snapshot(1, one),
            new Snapshot(2, one.withAttempt(attempt)),
            new Snapshot(3, two),
            new Snapshot(4, two.withAttempt(attempt)),
            new Snapshot(5, three)
        };
    }

    private static UserAccessToken pair(int number) {
        return UserAccessToken.builder()
                .accessToken(Token.of("access-" + number, NOW.plusSeconds(3600)))
                .refreshToken(Token.of("refresh-" + number, NOW.plusSeconds(7200)))
                .build();
    }

    @Test
    void everyScheduleIsAsGoodAsOneAfterTheOther() {
        new ModelCheckingOptions()
                .iterations(5)
                .invocationsPerIteration(50)
                .threads(2)
                .actorsBefore(1)
                .actorsPerThread(2)
                .actorsAfter(1)
                .logLevel(LoggingLevel.ERROR)
                .addGuarantee(ManagedStrategyGuaranteeKt.forClasses(
                                Fingerprint.class.getName(), UserAccessToken.class.getName())
                        .allMethods()
                        .treatAsAtomic())
                .check(Model.class);
    }

    /** Public, as the checker makes one for each schedule. */
    @Param(name = "moment", gen = IntGen.class, conf = "0:4")
    public static final class Model {
        private final List<Integer> heard = new ArrayList<>();
        private final GrantMemory memory = new GrantMemory(GRANT, this::hear, isUnsaved -> {});

        private void hear(TokenEvent event) {
            heard.add(number(((Changed) event).token()));
        }

        @Operation
        public String learn(@Param(name = "moment") int moment) {
            return shown(memory.learn(LIFE[moment], Origin.STORE));
        }

        @Operation
        public String keepUnsaved(@Param(name = "moment") int moment) {
            return shown(memory.keepUnsaved(LIFE[moment], TROUBLE, NOW));
        }

        @Operation
        public void failed(@Param(name = "moment") int moment) {
            memory.failed(LIFE[moment].state().token(), TROUBLE, NOW);
        }

        @Operation
        public void attempted() {
            memory.attempted(NOW);
        }

        @Operation
        public String view() {
            return shown(memory.view());
        }

        @Validate
        public void noPairGoesBackwards() {
            for (int i = 1; i < heard.size(); i++) {
                if (heard.get(i - 1) >= heard.get(i)) {
                    throw new AssertionError("heard of the pairs " + heard);
                }
            }
            View known = memory.view();
            if (!heard.isEmpty() && (known == null || number(known.state().token()) != heard.get(heard.size() - 1))) {
                throw new AssertionError("knows " + shown(known) + " and has told " + heard);
            }
        }

        private static int number(UserAccessToken pair) {
            String value = pair.accessToken().value();
            return value.charAt(value.length() - 1) - '0';
        }

        private static String shown(View view) {
            if (view == null) {
                return "nothing";
            }
            return number(view.state().token()) + "@" + view.snapshot().version()
                    + (view.unsaved() == null ? "" : " unsaved")
                    + (view.lastFailure() == null ? "" : " failed")
                    + (view.lastAttemptAt() == null ? "" : " attempted");
        }
    }
}
