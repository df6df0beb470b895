package me.digi.client.store

/** See [TokenKeys.currentId]. */
public val TokenKeys.currentId: String get() = currentId()
