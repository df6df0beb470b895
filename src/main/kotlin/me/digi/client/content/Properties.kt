package me.digi.client.content

/** See [Content.length]. */
public val Content.length: Long? get() = length()
