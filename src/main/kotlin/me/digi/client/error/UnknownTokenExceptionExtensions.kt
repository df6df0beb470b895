package me.digi.client.error

/** [UnknownTokenException.failure], as a property. */
public val UnknownTokenException.failure: ApiException get() = failure()
