package me.digi.client.auth

import java.time.Instant

/** [Token.value], as a property. */
public val Token.value: String get() = value()

/** [Token.expiresAt], as a property. */
public val Token.expiresAt: Instant? get() = expiresAt()
