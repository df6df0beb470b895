package me.digi.client.error

/** [VerificationException.operation], as a property. */
public val VerificationException.operation: String get() = operation()

/** [VerificationException.check], as a property. */
public val VerificationException.check: VerificationException.Check get() = check()
