package me.digi.client.read

import kotlin.time.Duration
import kotlin.time.toJavaDuration

/** How long digi.me may take to fetch new data, as a duration of Kotlin. */
public fun SessionOptions.Builder.sourceFetchLimit(limit: Duration): SessionOptions.Builder =
    sourceFetchLimit(limit.toJavaDuration())

/** The pause before a file that was not found is requested again, as a duration of Kotlin. */
public fun ReadOptions.Builder.notFoundDelay(delay: Duration): ReadOptions.Builder =
    notFoundDelay(delay.toJavaDuration())

/** The pause before the list is requested again, as a duration of Kotlin. */
public fun ReadAllOptions.Builder.pollInterval(interval: Duration): ReadAllOptions.Builder =
    pollInterval(interval.toJavaDuration())

/** How long to wait until digi.me has fetched all data, as a duration of Kotlin. */
public fun ReadAllOptions.Builder.maxWait(wait: Duration): ReadAllOptions.Builder = maxWait(wait.toJavaDuration())
