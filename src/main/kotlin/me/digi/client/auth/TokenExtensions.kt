package me.digi.client.auth

import java.time.Instant

/** See [Token.value]. */
public val Token.value: String get() = value()

/** See [Token.expiresAt]. */
public val Token.expiresAt: Instant? get() = expiresAt()
