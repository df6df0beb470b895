package me.digi.client.auth

import me.digi.client.DigiMeDsl
import me.digi.client.read.SessionOptions

/** A contract and its key, set up in braces: `ContractDetails { contractId("…"); privateKey(pem) }`. */
public inline fun ContractDetails(configure: (@DigiMeDsl ContractDetails.Builder).() -> Unit): ContractDetails =
    ContractDetails.builder().apply(configure).build()

/** A pair of tokens, set up in braces. */
public inline fun UserAccessToken(configure: (@DigiMeDsl UserAccessToken.Builder).() -> Unit): UserAccessToken =
    UserAccessToken.builder().apply(configure).build()

/** Which sources a user can choose from, set up in braces. */
public inline fun SourcesScope(configure: (@DigiMeDsl SourcesScope.Builder).() -> Unit): SourcesScope =
    SourcesScope.builder().apply(configure).build()

/** How much the session reads that the page opens, set up in braces. */
public inline fun <R : SessionPageRequest<R>> R.sessionOptions(
    configure: (@DigiMeDsl SessionOptions.Builder).() -> Unit,
): R = sessionOptions(SessionOptions.builder().apply(configure).build())

/** Which sources the user can choose from, set up in braces. */
public inline fun <R : SourcePageRequest<R>> R.sourcesScope(
    configure: (@DigiMeDsl SourcesScope.Builder).() -> Unit,
): R = sourcesScope(SourcesScope.builder().apply(configure).build())
