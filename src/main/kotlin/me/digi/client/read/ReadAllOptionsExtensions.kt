package me.digi.client.read

import java.time.Duration

/** See [ReadAllOptions.parallelism]. */
public val ReadAllOptions.parallelism: Int get() = parallelism()

/** See [ReadAllOptions.pollInterval]. */
public val ReadAllOptions.pollInterval: Duration get() = pollInterval()

/** See [ReadAllOptions.maxPendingPolls]. */
public val ReadAllOptions.maxPendingPolls: Int get() = maxPendingPolls()

/** See [ReadAllOptions.maxWait]. */
public val ReadAllOptions.maxWait: Duration get() = maxWait()

/** See [ReadAllOptions.attempts]. */
public val ReadAllOptions.attempts: Int get() = attempts()
