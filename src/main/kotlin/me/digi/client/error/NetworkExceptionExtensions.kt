package me.digi.client.error

/** See [NetworkException.operation]. */
public val NetworkException.operation: String get() = operation()

/** See [NetworkException.kind]. */
public val NetworkException.kind: NetworkException.Kind get() = kind()

/** See [NetworkException.requestMayHaveArrived]. */
public val NetworkException.requestMayHaveArrived: Boolean get() = requestMayHaveArrived()
