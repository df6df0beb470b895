package me.digi.client.error

/** [ContentException.failure], as a property. */
public val ContentException.failure: DigiMeException get() = failure()
