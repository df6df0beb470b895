package me.digi.client.internal.token.schedules;

import me.digi.client.store.GrantKey;
import me.digi.client.store.StoredGrant;
import me.digi.client.store.TokenStore;
import org.jspecify.annotations.Nullable;

/** The store that all processes of a schedule share, as one of them sees it: with that process's trouble. */
final class SimulatedStore implements TokenStore {
    private final SimulatedProcess process;
    private final TokenSchedule schedule;

    SimulatedStore(SimulatedProcess process, TokenSchedule schedule) {
        this.process = process;
        this.schedule = schedule;
    }

    @Override
    public @Nullable StoredGrant load(GrantKey grant) {
        process.useStore();
        Row row = schedule.row(grant);
        StoredGrant stored = row.stored();
        Content content = row.content();
        process.useStore();
        row.seen(process, content);
        return stored;
    }

    @Override
    public boolean compareAndSet(GrantKey grant, long expectedVersion, StoredGrant next) {
        Row row = schedule.row(grant);
        Responses.Begun begun = schedule.responses.beginWrite(process, row, next);
        process.useStore();
        Row.Write write = row.write(process, expectedVersion, next);
        process.useStore();
        if (write != null) {
            schedule.responses.written(begun, write.after());
            row.seen(process, write.after());
        }
        return write != null;
    }

    @Override
    public void delete(GrantKey grant) {
        process.useStore();
        schedule.row(grant).delete();
        process.useStore();
    }
}
