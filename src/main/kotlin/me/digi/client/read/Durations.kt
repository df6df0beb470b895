package me.digi.client.read

import kotlin.time.Duration
import kotlin.time.toJavaDuration

/** [SessionOptions.sourceFetchLimit] as a Kotlin duration. */
public fun SessionOptions.Builder.sourceFetchLimit(limit: Duration): SessionOptions.Builder =
    sourceFetchLimit(limit.toJavaDuration())

/** [ReadOptions.notFoundDelay] as a Kotlin duration. */
public fun ReadOptions.Builder.notFoundDelay(delay: Duration): ReadOptions.Builder =
    notFoundDelay(delay.toJavaDuration())

/** [ReadAllOptions.pollInterval] as a Kotlin duration. */
public fun ReadAllOptions.Builder.pollInterval(interval: Duration): ReadAllOptions.Builder =
    pollInterval(interval.toJavaDuration())

/** [ReadAllOptions.maxWait] as a Kotlin duration. */
public fun ReadAllOptions.Builder.maxWait(wait: Duration): ReadAllOptions.Builder = maxWait(wait.toJavaDuration())
