package me.digi.client.internal.io;

import java.util.Set;

/** The HTTP statuses after which the same request may succeed later: what is retried, and what an error calls retryable. */
public final class TransientStatuses {
    /** All of them. */
    public static final Set<Integer> ALL = Set.of(408, 429, 500, 502, 503, 504, 521, 522, 524);

    private TransientStatuses() {}
}
