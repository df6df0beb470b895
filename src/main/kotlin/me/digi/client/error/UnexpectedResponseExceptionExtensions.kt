package me.digi.client.error

/** See [UnexpectedResponseException.operation]. */
public val UnexpectedResponseException.operation: String get() = operation()

/** See [UnexpectedResponseException.status]. */
public val UnexpectedResponseException.status: Int get() = status()

/** See [UnexpectedResponseException.where]. */
public val UnexpectedResponseException.where: String get() = where()

/** See [UnexpectedResponseException.what]. */
public val UnexpectedResponseException.what: String get() = what()
