package me.digi.client.error

/** See [ContentException.failure]. */
public val ContentException.failure: DigiMeException get() = failure()
