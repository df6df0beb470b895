package me.digi.client.internal.token.schedules;

import java.time.Duration;

/**
 * How likely what goes wrong in a schedule is; most of it is impossible in any one schedule.
 *
 * @param network a fault of a token request
 * @param slowServer a token request that takes up to 40 s
 * @param odd a response that cannot be verified by the keys at hand, or by any
 * @param keys a key set that is malformed, redirected or unreachable
 * @param store an operation of the store that fails, before or after it is done
 * @param outage the store being out of reach for a process, for a while
 * @param slowStore an operation of the store that takes some seconds
 * @param stop a process being stopped for up to a minute
 * @param crash a process ending without closing
 * @param revocation a user withdrawing their consent
 * @param application the application handing over, replacing or forgetting pairs
 * @param gateway a 401 of a gateway, with the access token being as good as ever
 * @param skew by how much clocks differ from the true time, at most
 * @param jumps whether they jump
 */
record Rates(
        double network,
        double slowServer,
        double odd,
        double keys,
        double store,
        double outage,
        double slowStore,
        double stop,
        double crash,
        double revocation,
        double application,
        double gateway,
        Duration skew,
        boolean jumps) {
    private static final Duration MAX_SKEW = Duration.ofMinutes(5);

    static Rates drawn(Fibers fibers) {
        return new Rates(
                fibers.lot(3) * 0.2,
                fibers.lot(3) * 0.2,
                fibers.lot(3) * 0.2,
                fibers.lot(3) * 0.2,
                fibers.lot(3) * 0.05,
                fibers.lot(2) * 0.1,
                fibers.lot(3) * 0.1,
                fibers.lot(3) * 0.15,
                fibers.lot(2) * 0.15,
                fibers.lot(2) * 0.05,
                fibers.lot(2) * 0.4,
                fibers.lot(3) * 0.05,
                fibers.chance(0.5) ? MAX_SKEW : Duration.ZERO,
                fibers.chance(0.3));
    }
}
