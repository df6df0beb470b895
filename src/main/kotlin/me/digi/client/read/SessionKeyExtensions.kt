package me.digi.client.read

/** [SessionKey.value], as a property. */
public val SessionKey.value: String get() = value()
