package me.digi.client.read

import java.time.Duration

/** [ReadAllOptions.parallelism], as a property. */
public val ReadAllOptions.parallelism: Int get() = parallelism()

/** [ReadAllOptions.pollInterval], as a property. */
public val ReadAllOptions.pollInterval: Duration get() = pollInterval()

/** [ReadAllOptions.maxPendingPolls], as a property. */
public val ReadAllOptions.maxPendingPolls: Int get() = maxPendingPolls()

/** [ReadAllOptions.maxWait], as a property. */
public val ReadAllOptions.maxWait: Duration get() = maxWait()

/** [ReadAllOptions.attempts], as a property. */
public val ReadAllOptions.attempts: Int get() = attempts()
