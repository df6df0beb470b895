package me.digi.client.store;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the records in a directory, ordered by id. The directory is read once per list: a page that continues the
 * previous one reuses its ids, as long as memory allows.
 */
final class FileListing {
    private final Directory directory;
    private volatile SoftReference<@Nullable Scan> last = new SoftReference<>(null);

    FileListing(Directory directory) {
        this.directory = directory;
    }

    /** The directory to list, with grants of all contracts. */
    interface Directory {
        List<String> ids() throws IOException;

        /** The user with this id, or null if the grant was deleted. */
        @Nullable
        StoredUser read(String id) throws IOException;
    }

    /** Ordered ids, and the one at which the last page ended. */
    private record Scan(List<String> ids, String endedAt) {}

    /** The contract's users whose ids follow the given one. */
    List<StoredUser> page(String contractId, String after, int limit) throws IOException {
        List<String> ids = idsFor(after);
        int found = Collections.binarySearch(ids, after);
        List<StoredUser> page = new ArrayList<>();
        String endedAt = after;
        for (int at = found < 0 ? -found - 1 : found + 1; at < ids.size() && page.size() < limit; at++) {
            StoredUser user = directory.read(ids.get(at));
            if (user != null && user.grant().contractId().equals(contractId)) {
                page.add(user);
                endedAt = ids.get(at);
            }
        }
        last = new SoftReference<>(page.isEmpty() ? null : new Scan(ids, endedAt));
        return page;
    }

    private List<String> idsFor(String after) throws IOException {
        Scan scan = last.get();
        if (scan != null && scan.endedAt().equals(after)) {
            return scan.ids();
        }
        List<String> ids = new ArrayList<>(directory.ids());
        Collections.sort(ids);
        return ids;
    }
}
