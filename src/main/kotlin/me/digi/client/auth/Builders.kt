package me.digi.client.auth

import me.digi.client.DigiMeDsl
import me.digi.client.read.SessionOptions

/** Builds a contract: `ContractDetails { contractId("…"); privateKey(pem) }`. */
public inline fun ContractDetails(configure: (@DigiMeDsl ContractDetails.Builder).() -> Unit): ContractDetails =
    ContractDetails.builder().apply(configure).build()

/** Builds a token pair. */
public inline fun UserAccessToken(configure: (@DigiMeDsl UserAccessToken.Builder).() -> Unit): UserAccessToken =
    UserAccessToken.builder().apply(configure).build()

/** Builds a [SourcesScope]. */
public inline fun SourcesScope(configure: (@DigiMeDsl SourcesScope.Builder).() -> Unit): SourcesScope =
    SourcesScope.builder().apply(configure).build()

/** Builds the options of the session that the page opens. */
public inline fun <R : SessionPageRequest<R>> R.sessionOptions(
    configure: (@DigiMeDsl SessionOptions.Builder).() -> Unit,
): R = sessionOptions(SessionOptions.builder().apply(configure).build())

/** Builds the scope of sources that the user can choose from. */
public inline fun <R : SourcePageRequest<R>> R.sourcesScope(
    configure: (@DigiMeDsl SourcesScope.Builder).() -> Unit,
): R = sourcesScope(SourcesScope.builder().apply(configure).build())
