package me.digi.client.read

/** [AccountError.details], as a property. */
public val AccountError.details: AccountErrorDetails get() = details()

/** [AccountError.needsReauthorization], as a property. */
public val AccountError.needsReauthorization: Boolean get() = needsReauthorization()
