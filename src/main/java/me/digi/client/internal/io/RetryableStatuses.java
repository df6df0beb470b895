package me.digi.client.internal.io;

import java.util.Set;

/**
 * The HTTP statuses after which the same request may succeed later. Retries and {@code isRetryable} use the same set.
 */
public final class RetryableStatuses {
    public static final Set<Integer> ALL = Set.of(408, 429, 500, 502, 503, 504, 521, 522, 524);

    private RetryableStatuses() {}
}
