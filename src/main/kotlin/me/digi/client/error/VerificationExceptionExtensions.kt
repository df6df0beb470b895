package me.digi.client.error

/** See [VerificationException.operation]. */
public val VerificationException.operation: String get() = operation()

/** See [VerificationException.check]. */
public val VerificationException.check: VerificationException.Check get() = check()
