package me.digi.client.error

/** See [UnknownTokenException.failure]. */
public val UnknownTokenException.failure: ApiException get() = failure()
