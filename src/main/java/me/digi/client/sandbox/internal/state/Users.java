package me.digi.client.sandbox.internal.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the people who consent to something; their grants remember them. */
public final class Users {
    private final RandomText random;
    private Consumer<Library> setUp = library -> {};

    Users(RandomText random) {
        this.random = random;
    }

    /** What is done to the library of everybody who comes from now on. */
    public void setUp(Consumer<Library> newSetUp) {
        setUp = newSetUp;
    }

    /** A new person, whose library has a few accounts, and files from each of them. */
    public User create(Instant now) {
        List<Map<String, Object>> accounts = SampleAccounts.of(random, now);
        Library library = new Library(accounts);
        SampleFiles.of(library.accountIds()).forEach(library::put);
        setUp.accept(library);
        return new User("user-" + random.next(12), library);
    }
}
