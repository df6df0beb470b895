package me.digi.client.internal.token;

import java.util.List;
import me.digi.client.internal.token.RotatingServer.Fate;

/**
 * How likely what is to go wrong in a schedule.
 *
 * @param network that a refresh is not sent, not answered, or not carried out
 * @param keys that the server's keys are out of reach
 * @param store that an operation of the store fails, before or after it is done
 * @param crash that a process ends without a farewell
 * @param revocation that a user withdraws their consent
 * @param overrun whether clients may take longer than their leases
 */
record Trouble(double network, double keys, double store, double crash, double revocation, boolean overrun) {
    private static final List<Fate> MISHAPS =
            List.of(Fate.NOT_SENT, Fate.DROPPED_BEFORE, Fate.DROPPED_AFTER, Fate.UNAVAILABLE);

    static Trouble drawn(Fibers fibers) {
        return new Trouble(
                fibers.lot(3) * 0.2,
                fibers.lot(3) * 0.2,
                fibers.lot(3) * 0.1,
                fibers.lot(2) * 0.1,
                fibers.lot(2) * 0.05,
                fibers.chance(0.5));
    }

    Fate fate(Fibers fibers) {
        return fibers.chance(network) ? MISHAPS.get(fibers.lot(MISHAPS.size())) : Fate.ANSWERED;
    }
}
