package me.digi.client.content

/** [Content.length], as a property. */
public val Content.length: Long? get() = length()
