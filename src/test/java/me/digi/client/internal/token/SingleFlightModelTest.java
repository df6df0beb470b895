package me.digi.client.internal.token;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import me.digi.client.internal.token.SingleFlight.Boarding;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jetbrains.lincheck.datastructures.verifier.EpsilonVerifier;
import org.jetbrains.lincheck.util.LoggingLevel;
import org.junit.jupiter.api.Test;

/** All ways in which callers can get in between each other's flights, as far as a model checker has the time. */
class SingleFlightModelTest {
    @Test
    void neverAreTwoFlightsInTheAirAndWhoeverStartsOneLands() {
        new ModelCheckingOptions()
                .iterations(4)
                .invocationsPerIteration(300)
                .threads(2)
                .actorsBefore(0)
                .actorsPerThread(1)
                .actorsAfter(0)
                .logLevel(LoggingLevel.ERROR)
                // What a call comes to depends on who was first; what must hold of all of them, the model notes itself.
                .verifier(EpsilonVerifier.class)
                .check(Model.class);
    }

    /** Flights are made on the threads of those who start them. Public, as the checker makes one for each schedule. */
    public static final class Model {
        private final AtomicInteger inTheAir = new AtomicInteger();
        private final AtomicReference<String> violation = new AtomicReference<>();
        private final SingleFlight<String> flights = new SingleFlight<>(Runnable::run);

        @Operation
        public void call() {
            board(false);
        }

        @Operation
        public void callThatFails() {
            board(true);
        }

        private void board(boolean fails) {
            Boarding<String> boarding = flights.joinOrStart(() -> {
                if (inTheAir.incrementAndGet() != 1) {
                    violation.set("two flights at once");
                }
                inTheAir.decrementAndGet();
                if (fails) {
                    throw new IllegalStateException();
                }
                return "landed";
            });
            if (boarding.started() && !boarding.outcome().isDone()) {
                violation.set("a flight that does not land");
            }
        }

        /** Checked when all calls have returned. */
        @Validate
        public void holds() {
            if (violation.get() != null) {
                throw new AssertionError(violation.get());
            }
            if (!flights.joinOrStart(() -> "landed").started()) {
                throw new AssertionError("the slot is not free");
            }
        }
    }
}
