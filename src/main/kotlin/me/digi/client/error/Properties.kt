package me.digi.client.error

import java.time.Duration

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

/** See [CallbackException.problem]. */
public val CallbackException.problem: CallbackException.Problem get() = problem()

/** See [ContentException.failure]. */
public val ContentException.failure: DigiMeException get() = failure()

/** See [FileException.fileName]. */
public val FileException.fileName: String get() = fileName()

/** See [FileException.problem]. */
public val FileException.problem: FileException.Problem get() = problem()

/** See [NetworkException.kind]. */
public val NetworkException.kind: NetworkException.Kind get() = kind()

/** See [NetworkException.requestMayHaveArrived]. */
public val NetworkException.requestMayHaveArrived: Boolean get() = requestMayHaveArrived()

/** See [RequestException.operation]. */
public val RequestException.operation: String get() = operation()

/** See [UnexpectedResponseException.status]. */
public val UnexpectedResponseException.status: Int get() = status()

/** See [UnexpectedResponseException.where]. */
public val UnexpectedResponseException.where: String get() = where()

/** See [UnexpectedResponseException.what]. */
public val UnexpectedResponseException.what: String get() = what()

/** See [UnknownTokenException.failure]. */
public val UnknownTokenException.failure: ApiException get() = failure()

/** See [VerificationException.check]. */
public val VerificationException.check: VerificationException.Check get() = check()
