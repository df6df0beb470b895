package me.digi.client.read

import me.digi.client.DigiMeDsl

/** Builds [SessionOptions]. */
public inline fun SessionOptions(configure: (@DigiMeDsl SessionOptions.Builder).() -> Unit): SessionOptions =
    SessionOptions.builder().apply(configure).build()

/** Builds a [Scope]. */
public inline fun Scope(configure: (@DigiMeDsl Scope.Builder).() -> Unit): Scope =
    Scope.builder().apply(configure).build()

/** Builds [CriteriaMetadata]. */
public inline fun CriteriaMetadata(configure: (@DigiMeDsl CriteriaMetadata.Builder).() -> Unit): CriteriaMetadata =
    CriteriaMetadata.builder().apply(configure).build()

/** Builds [ReadOptions]. */
public inline fun ReadOptions(configure: (@DigiMeDsl ReadOptions.Builder).() -> Unit): ReadOptions =
    ReadOptions.builder().apply(configure).build()

/** Builds [ReadAllOptions]. */
public inline fun ReadAllOptions(configure: (@DigiMeDsl ReadAllOptions.Builder).() -> Unit): ReadAllOptions =
    ReadAllOptions.builder().apply(configure).build()

/** Builds the scope. */
public inline fun SessionOptions.Builder.scope(
    configure: (@DigiMeDsl Scope.Builder).() -> Unit,
): SessionOptions.Builder = scope(Scope.builder().apply(configure).build())
