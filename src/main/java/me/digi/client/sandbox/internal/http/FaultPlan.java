package me.digi.client.sandbox.internal.http;

import java.util.List;
import java.util.stream.Stream;
import me.digi.client.sandbox.Change;
import me.digi.client.sandbox.Delivery;
import me.digi.client.sandbox.Fault;
import me.digi.client.sandbox.Oddity;
import org.jspecify.annotations.Nullable;

/** The faults of one request. */
public final class FaultPlan {
    static final FaultPlan NONE = new FaultPlan(List.of());

    private final List<Fault> faults;

    private FaultPlan(List<Fault> faults) {
        this.faults = faults;
    }

    static FaultPlan of(@Nullable Fault fault) {
        return fault == null ? NONE : new FaultPlan(flat(fault).toList());
    }

    /** Returns the first fault of a type, or null. */
    <T extends Fault> @Nullable T first(Class<T> type) {
        return all(type).findFirst().orElse(null);
    }

    List<Oddity> oddities() {
        return all(Oddity.class).toList();
    }

    List<Change> changes(Change.Part part) {
        return all(Change.class).filter(change -> change.part() == part).toList();
    }

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** Whether no response is sent. */
    boolean drops() {
        return has(Delivery.DROP_BEFORE) || has(Delivery.DROP_AFTER);
    }

    private <T extends Fault> Stream<T> all(Class<T> type) {
        return faults.stream().filter(type::isInstance).map(type::cast);
    }

    private static Stream<Fault> flat(Fault fault) {
        return fault instanceof Fault.Joined joined
                ? joined.faults().stream().flatMap(FaultPlan::flat)
                : Stream.of(fault);
    }
}
