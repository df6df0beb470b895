package me.digi.client.retry

import java.time.Duration

/** See [RetryPolicy.limit]. */
public val RetryPolicy.limit: Int get() = limit()

/** See [RetryPolicy.statuses]. */
public val RetryPolicy.statuses: Set<Int> get() = statuses()

/** See [RetryPolicy.baseDelay]. */
public val RetryPolicy.baseDelay: Duration get() = baseDelay()

/** See [RetryPolicy.maxDelay]. */
public val RetryPolicy.maxDelay: Duration get() = maxDelay()

/** See [RetryPolicy.jitter]. */
public val RetryPolicy.jitter: Double get() = jitter()

/** See [RetryPolicy.maxRetryAfter]. */
public val RetryPolicy.maxRetryAfter: Duration get() = maxRetryAfter()
