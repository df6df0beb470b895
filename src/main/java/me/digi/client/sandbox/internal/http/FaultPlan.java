package me.digi.client.sandbox.internal.http;

import java.util.List;
import java.util.stream.Stream;
import me.digi.client.sandbox.CannedResponse;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.ForeignJku;
import me.digi.client.sandbox.Forgery;
import me.digi.client.sandbox.Oddity;
import me.digi.client.sandbox.Oversized;
import org.jspecify.annotations.Nullable;

/** What is to go wrong with one request, sorted by where it goes wrong. */
public final class FaultPlan {
    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(List.of());

    private final List<Fault> faults;

    private FaultPlan(List<Fault> faults) {
        this.faults = faults;
    }

    static FaultPlan of(@Nullable Fault fault) {
        return fault == null ? NONE : new FaultPlan(flat(fault).toList());
    }

    /** What is sent instead of carrying the operation out. */
    @Nullable
    CannedResponse cannedResponse() {
        return first(CannedResponse.class);
    }

    @Nullable
    Forgery forgery() {
        return first(Forgery.class);
    }

    @Nullable
    ForeignJku foreignJku() {
        return first(ForeignJku.class);
    }

    @Nullable
    Oversized oversized() {
        return first(Oversized.class);
    }

    List<Oddity> oddities() {
        return all(Oddity.class).toList();
    }

    List<Change> changes(Change.Part part) {
        return all(Change.class).filter(change -> change.part() == part).toList();
    }

    boolean has(Delivery delivery) {
        return faults.contains(delivery);
    }

    /** Whether no response is sent at all. */
    boolean drops() {
        return has(Delivery.DROP_BEFORE) || has(Delivery.DROP_AFTER);
    }

    private <T extends Fault> @Nullable T first(Class<T> kind) {
        return all(kind).findFirst().orElse(null);
    }

    private <T extends Fault> Stream<T> all(Class<T> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Stream<Fault> flat(Fault fault) {
        return fault instanceof Fault.Joined joined
                ? joined.faults().stream().flatMap(FaultPlan::flat)
                : Stream.of(fault);
    }
}
