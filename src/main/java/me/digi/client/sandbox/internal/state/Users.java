package me.digi.client.sandbox.internal.state;

import java.time.Instant;

/** Makes the people who consent to something; their grants remember them. */
public final class Users {
    private final RandomText random;

    Users(RandomText random) {
        this.random = random;
    }

    /** A new person, whose library has a few accounts. */
    public User create(Instant now) {
        return new User("user-" + random.next(12), SampleAccounts.of(random, now));
    }
}
