package me.digi.client.read

import java.time.Duration

/** [ReadOptions.maxContentBytes], as a property. */
public val ReadOptions.maxContentBytes: Long get() = maxContentBytes()

/** [ReadOptions.maxBytesInMemory], as a property. */
public val ReadOptions.maxBytesInMemory: Long get() = maxBytesInMemory()

/** [ReadOptions.notFoundRetries], as a property. */
public val ReadOptions.notFoundRetries: Int get() = notFoundRetries()

/** [ReadOptions.notFoundDelay], as a property. */
public val ReadOptions.notFoundDelay: Duration get() = notFoundDelay()
