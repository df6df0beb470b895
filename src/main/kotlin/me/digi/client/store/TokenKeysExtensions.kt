package me.digi.client.store

/** [TokenKeys.currentId], as a property. */
public val TokenKeys.currentId: String get() = currentId()
