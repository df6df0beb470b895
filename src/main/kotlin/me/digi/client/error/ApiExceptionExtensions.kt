package me.digi.client.error

import java.time.Duration

/** [ApiException.operation], as a property. */
public val ApiException.operation: String get() = operation()

/** [ApiException.status], as a property. */
public val ApiException.status: Int get() = status()

/** [ApiException.code], as a property. */
public val ApiException.code: ErrorCode? get() = code()

/** [ApiException.serverMessage], as a property. */
public val ApiException.serverMessage: String? get() = serverMessage()

/** [ApiException.reference], as a property. */
public val ApiException.reference: String? get() = reference()

/** [ApiException.retryAfter], as a property. */
public val ApiException.retryAfter: Duration? get() = retryAfter()
