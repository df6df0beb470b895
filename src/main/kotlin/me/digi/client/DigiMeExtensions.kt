package me.digi.client

import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.withContext
import me.digi.client.auth.AuthorizationRequest
import me.digi.client.auth.Authorized
import me.digi.client.auth.ContractDetails
import me.digi.client.auth.ReauthorizationRequest
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.TakeOver
import me.digi.client.auth.UserAccessToken
import me.digi.client.contract.ContractDescription
import me.digi.client.internal.api.flowOver
import me.digi.client.internal.api.interruptibly
import me.digi.client.keepalive.KeepAliveRequest
import me.digi.client.store.StoredUser

/** [DigiMe.authorize], configured by a lambda. */
public inline fun DigiMe.authorize(
    contract: ContractDetails,
    configure: (@DigiMeDsl AuthorizationRequest).() -> Unit,
): AuthorizationRequest = authorize(contract).apply(configure)

/** [DigiMe.authorize] for the default contract, configured by a lambda. */
public inline fun DigiMe.authorize(configure: (@DigiMeDsl AuthorizationRequest).() -> Unit): AuthorizationRequest =
    authorize().apply(configure)

/** [DigiMe.reauthorize], configured by a lambda. */
public inline fun DigiMe.reauthorize(
    contract: ContractDetails,
    token: UserAccessToken,
    configure: (@DigiMeDsl ReauthorizationRequest).() -> Unit,
): ReauthorizationRequest = reauthorize(contract, token).apply(configure)

/** [DigiMe.reauthorize] for the default contract, configured by a lambda. */
public inline fun DigiMe.reauthorize(
    token: UserAccessToken,
    configure: (@DigiMeDsl ReauthorizationRequest).() -> Unit,
): ReauthorizationRequest = reauthorize(token).apply(configure)

/** [DigiMe.exchangeCode], suspending; once the code was sent, returns the token pair even if cancelled. */
public suspend fun DigiMe.awaitExchangeCode(
    contract: ContractDetails,
    consent: Authorized,
): UserAccessToken = interruptibly { exchangeCode(contract, consent) }

/** [DigiMe.exchangeCode], suspending; once the code was sent, returns the token pair even if cancelled. */
public suspend fun DigiMe.awaitExchangeCode(
    contract: ContractDetails,
    code: String,
    codeVerifier: String,
): UserAccessToken = interruptibly { exchangeCode(contract, code, codeVerifier) }

/** [DigiMe.exchangeCode] for the default contract; once the code was sent, returns the token pair even if cancelled. */
public suspend fun DigiMe.awaitExchangeCode(consent: Authorized): UserAccessToken =
    interruptibly { exchangeCode(consent) }

/** [DigiMe.exchangeCode] for the default contract; once the code was sent, returns the token pair even if cancelled. */
public suspend fun DigiMe.awaitExchangeCode(
    code: String,
    codeVerifier: String,
): UserAccessToken = interruptibly { exchangeCode(code, codeVerifier) }

/** [DigiMe.refreshToken], suspending; once the token was sent, returns the result even if cancelled. */
public suspend fun DigiMe.awaitRefreshToken(
    contract: ContractDetails,
    token: UserAccessToken,
): RefreshResult = interruptibly { refreshToken(contract, token) }

/** [DigiMe.refreshToken] for the default contract; once the token was sent, returns the result even if cancelled. */
public suspend fun DigiMe.awaitRefreshToken(token: UserAccessToken): RefreshResult =
    interruptibly { refreshToken(token) }

/** [DigiMe.signIn], suspending; once the code was sent, stores the token pair and returns even if cancelled. */
public suspend fun DigiMe.awaitSignIn(
    contract: ContractDetails,
    userKey: String,
    consent: Authorized,
): SignIn = interruptibly { signIn(contract, userKey, consent) }

/**
 * [DigiMe.signIn] for the default contract; once the code was sent, stores the token pair and returns even if
 * cancelled.
 */
public suspend fun DigiMe.awaitSignIn(
    userKey: String,
    consent: Authorized,
): SignIn = interruptibly { signIn(userKey, consent) }

/** [DigiMe.takeOver], suspending. */
public suspend fun DigiMe.awaitTakeOver(
    contract: ContractDetails,
    userKey: String,
    pair: UserAccessToken,
    mode: TakeOver.Mode = TakeOver.Mode.IF_NEWER,
): TakeOver = interruptibly { takeOver(contract, userKey, pair, mode) }

/** [DigiMe.takeOver] for the default contract, suspending. */
public suspend fun DigiMe.awaitTakeOver(
    userKey: String,
    pair: UserAccessToken,
    mode: TakeOver.Mode = TakeOver.Mode.IF_NEWER,
): TakeOver = interruptibly { takeOver(userKey, pair, mode) }

/** [DigiMe.findUser], suspending. */
public suspend fun DigiMe.awaitFindUser(
    contract: ContractDetails,
    userKey: String,
): DigiMeUser? = interruptibly { findUser(contract, userKey) }

/** [DigiMe.findUser] for the default contract, suspending. */
public suspend fun DigiMe.awaitFindUser(userKey: String): DigiMeUser? = interruptibly { findUser(userKey) }

/** [DigiMe.listUsers] as a flow; each collector reads pages as it reaches them. */
public fun DigiMe.listUsersAsFlow(
    contract: ContractDetails,
    after: String? = null,
): Flow<StoredUser> = flowOver { listUsers(contract, after).iterator() }

/** [DigiMe.listUsers] for the default contract as a flow; each collector reads pages as it reaches them. */
public fun DigiMe.listUsersAsFlow(): Flow<StoredUser> = flowOver { listUsers().iterator() }

/** [DigiMe.keepAlive], configured by a lambda. */
public inline fun DigiMe.keepAlive(
    contract: ContractDetails,
    configure: (@DigiMeDsl KeepAliveRequest).() -> Unit,
): KeepAliveRequest = keepAlive(contract).apply(configure)

/** [DigiMe.keepAlive] for the default contract, configured by a lambda. */
public inline fun DigiMe.keepAlive(configure: (@DigiMeDsl KeepAliveRequest).() -> Unit): KeepAliveRequest =
    keepAlive().apply(configure)

/** [DigiMe.describeContract], suspending. */
public suspend fun DigiMe.awaitDescribeContract(contract: ContractDetails): ContractDescription =
    interruptibly { describeContract(contract) }

/** [DigiMe.describeContract] for the default contract, suspending. */
public suspend fun DigiMe.awaitDescribeContract(): ContractDescription = interruptibly { describeContract() }

/** [DigiMe.close], suspending; runs to its end even if cancelled. */
public suspend fun DigiMe.awaitClose(): Unit = withContext(NonCancellable) { interruptibly { close() } }
