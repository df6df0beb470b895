package me.digi.client.retry

import kotlin.time.Duration
import kotlin.time.toJavaDuration

/** The pause before the first retry, as a duration of Kotlin. */
public fun RetryPolicy.Builder.baseDelay(delay: Duration): RetryPolicy.Builder = baseDelay(delay.toJavaDuration())

/** The longest pause, as a duration of Kotlin. */
public fun RetryPolicy.Builder.maxDelay(delay: Duration): RetryPolicy.Builder = maxDelay(delay.toJavaDuration())

/** The longest `Retry-After` that is waited for, as a duration of Kotlin. */
public fun RetryPolicy.Builder.maxRetryAfter(delay: Duration): RetryPolicy.Builder =
    maxRetryAfter(delay.toJavaDuration())
