package me.digi.client.store;

/** A process that counts in a store, and prints each version that the store has acknowledged. */
final class CountingProcess {
    static final GrantKey GRANT = new GrantKey("contract", "counted");
    static final String ACKNOWLEDGED = "acknowledged ";

    private CountingProcess() {}

    static ChildJvm start(SharedStore kind, String place, int steps) {
        return ChildJvm.start(CountingProcess.class, kind.name(), place, Integer.toString(steps));
    }

    public static void main(String[] arguments) {
        TokenStore store = SharedStore.valueOf(arguments[0]).open(arguments[1]);
        int steps = Integer.parseInt(arguments[2]);
        for (int done = 0; done < steps; ) {
            StoredGrant seen = store.load(GRANT);
            StoredGrant next = seen == null ? new StoredGrant(1, content(1)) : seen.next(content(seen.version() + 1));
            if (store.compareAndSet(GRANT, next.version() - 1, next)) {
                System.out.println(ACKNOWLEDGED + next.version());
                done++;
            }
        }
    }

    /** Long enough for several writes of the operating system, and telling of each byte which version it belongs to. */
    static String content(long version) {
        return (version + " ").repeat(5_000);
    }
}
