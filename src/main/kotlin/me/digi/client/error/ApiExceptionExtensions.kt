package me.digi.client.error

import java.time.Duration

/** See [ApiException.operation]. */
public val ApiException.operation: String get() = operation()

/** See [ApiException.status]. */
public val ApiException.status: Int get() = status()

/** See [ApiException.code]. */
public val ApiException.code: ErrorCode? get() = code()

/** See [ApiException.serverMessage]. */
public val ApiException.serverMessage: String? get() = serverMessage()

/** See [ApiException.reference]. */
public val ApiException.reference: String? get() = reference()

/** See [ApiException.retryAfter]. */
public val ApiException.retryAfter: Duration? get() = retryAfter()
