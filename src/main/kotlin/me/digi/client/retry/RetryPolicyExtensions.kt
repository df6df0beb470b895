package me.digi.client.retry

import java.time.Duration

/** [RetryPolicy.limit], as a property. */
public val RetryPolicy.limit: Int get() = limit()

/** [RetryPolicy.statuses], as a property. */
public val RetryPolicy.statuses: Set<Int> get() = statuses()

/** [RetryPolicy.baseDelay], as a property. */
public val RetryPolicy.baseDelay: Duration get() = baseDelay()

/** [RetryPolicy.maxDelay], as a property. */
public val RetryPolicy.maxDelay: Duration get() = maxDelay()

/** [RetryPolicy.jitter], as a property. */
public val RetryPolicy.jitter: Double get() = jitter()

/** [RetryPolicy.maxRetryAfter], as a property. */
public val RetryPolicy.maxRetryAfter: Duration get() = maxRetryAfter()
