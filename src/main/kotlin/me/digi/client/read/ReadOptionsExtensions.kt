package me.digi.client.read

import java.time.Duration

/** See [ReadOptions.maxContentBytes]. */
public val ReadOptions.maxContentBytes: Long get() = maxContentBytes()

/** See [ReadOptions.maxBytesInMemory]. */
public val ReadOptions.maxBytesInMemory: Long get() = maxBytesInMemory()

/** See [ReadOptions.notFoundRetries]. */
public val ReadOptions.notFoundRetries: Int get() = notFoundRetries()

/** See [ReadOptions.notFoundDelay]. */
public val ReadOptions.notFoundDelay: Duration get() = notFoundDelay()
