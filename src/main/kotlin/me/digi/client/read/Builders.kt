package me.digi.client.read

import me.digi.client.DigiMeDsl

/** How much a session reads, set up in braces. */
public inline fun SessionOptions(configure: (@DigiMeDsl SessionOptions.Builder).() -> Unit): SessionOptions =
    SessionOptions.builder().apply(configure).build()

/** Which part of a user's data is read, set up in braces. */
public inline fun Scope(configure: (@DigiMeDsl Scope.Builder).() -> Unit): Scope =
    Scope.builder().apply(configure).build()

/** What the metadata of raw data must say, set up in braces. */
public inline fun CriteriaMetadata(configure: (@DigiMeDsl CriteriaMetadata.Builder).() -> Unit): CriteriaMetadata =
    CriteriaMetadata.builder().apply(configure).build()

/** What reading files may cost, set up in braces. */
public inline fun ReadOptions(configure: (@DigiMeDsl ReadOptions.Builder).() -> Unit): ReadOptions =
    ReadOptions.builder().apply(configure).build()

/** How all files are read, set up in braces. */
public inline fun ReadAllOptions(configure: (@DigiMeDsl ReadAllOptions.Builder).() -> Unit): ReadAllOptions =
    ReadAllOptions.builder().apply(configure).build()

/** What of the user's data is read, set up in braces. */
public inline fun SessionOptions.Builder.scope(
    configure: (@DigiMeDsl Scope.Builder).() -> Unit,
): SessionOptions.Builder = scope(Scope.builder().apply(configure).build())
