package me.digi.client.store

/** See [StoredUser.userKey]. */
public val StoredUser.userKey: String get() = userKey()
