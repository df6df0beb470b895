package me.digi.client.store

/** [StoredUser.userKey], as a property. */
public val StoredUser.userKey: String get() = userKey()
