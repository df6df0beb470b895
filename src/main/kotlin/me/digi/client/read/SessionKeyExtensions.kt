package me.digi.client.read

/** See [SessionKey.value]. */
public val SessionKey.value: String get() = value()
