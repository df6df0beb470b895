package me.digi.client.error

/** [NetworkException.operation], as a property. */
public val NetworkException.operation: String get() = operation()

/** [NetworkException.kind], as a property. */
public val NetworkException.kind: NetworkException.Kind get() = kind()

/** [NetworkException.requestMayHaveArrived], as a property. */
public val NetworkException.requestMayHaveArrived: Boolean get() = requestMayHaveArrived()
