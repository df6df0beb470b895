package me.digi.client.error

/** [UnknownTokenException.refusal], as a property. */
public val UnknownTokenException.refusal: ApiException get() = refusal()
