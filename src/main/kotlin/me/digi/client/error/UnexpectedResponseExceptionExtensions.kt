package me.digi.client.error

/** [UnexpectedResponseException.operation], as a property. */
public val UnexpectedResponseException.operation: String get() = operation()

/** [UnexpectedResponseException.status], as a property. */
public val UnexpectedResponseException.status: Int get() = status()

/** [UnexpectedResponseException.where], as a property. */
public val UnexpectedResponseException.where: String get() = where()

/** [UnexpectedResponseException.what], as a property. */
public val UnexpectedResponseException.what: String get() = what()
