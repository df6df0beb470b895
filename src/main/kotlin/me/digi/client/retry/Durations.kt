package me.digi.client.retry

import kotlin.time.Duration
import kotlin.time.toJavaDuration

/** [RetryPolicy.baseDelay] as a Kotlin duration. */
public fun RetryPolicy.Builder.baseDelay(delay: Duration): RetryPolicy.Builder = baseDelay(delay.toJavaDuration())

/** [RetryPolicy.maxDelay] as a Kotlin duration. */
public fun RetryPolicy.Builder.maxDelay(delay: Duration): RetryPolicy.Builder = maxDelay(delay.toJavaDuration())

/** [RetryPolicy.maxRetryAfter] as a Kotlin duration. */
public fun RetryPolicy.Builder.maxRetryAfter(delay: Duration): RetryPolicy.Builder =
    maxRetryAfter(delay.toJavaDuration())
