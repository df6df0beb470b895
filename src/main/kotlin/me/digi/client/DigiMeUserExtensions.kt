package me.digi.client

import me.digi.client.auth.AccountReauthorizationRequest
import me.digi.client.auth.DeleteResult
import me.digi.client.auth.OnboardRequest
import me.digi.client.auth.PendingConsent
import me.digi.client.auth.ReauthorizationRequest
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.UserAccessToken
import me.digi.client.content.Content
import me.digi.client.diagnostics.TokenStatus
import me.digi.client.internal.api.interruptibly
import me.digi.client.push.ProviderStandard
import me.digi.client.push.PushDescriptor
import me.digi.client.read.Account
import me.digi.client.read.Session
import me.digi.client.read.SessionOptions
import me.digi.client.report.PortabilityReport
import me.digi.client.storage.Storage
import java.io.InputStream
import java.net.URI

/** [DigiMeUser.onboard], configured by a lambda. */
public inline fun DigiMeUser.onboard(configure: (@DigiMeDsl OnboardRequest).() -> Unit): OnboardRequest =
    onboard().apply(configure)

/** [DigiMeUser.reauthorize], configured by a lambda. */
public inline fun DigiMeUser.reauthorize(
    configure: (@DigiMeDsl ReauthorizationRequest).() -> Unit,
): ReauthorizationRequest = reauthorize().apply(configure)

/** [DigiMeUser.reauthorizeAccount], configured by a lambda. */
public inline fun DigiMeUser.reauthorizeAccount(
    accountId: String,
    configure: (@DigiMeDsl AccountReauthorizationRequest).() -> Unit,
): AccountReauthorizationRequest = reauthorizeAccount(accountId).apply(configure)

/** [DigiMeUser.loadToken], suspending. */
public suspend fun DigiMeUser.awaitLoadToken(): UserAccessToken = interruptibly { loadToken() }

/** [DigiMeUser.refresh], suspending; cancelling the coroutine does not stop a refresh in progress. */
public suspend fun DigiMeUser.awaitRefresh(): RefreshResult = interruptibly { refresh() }

/** [DigiMeUser.loadTokenStatus], suspending. */
public suspend fun DigiMeUser.awaitLoadTokenStatus(): TokenStatus = interruptibly { loadTokenStatus() }

/** [DigiMeUser.listAccounts], suspending. */
public suspend fun DigiMeUser.awaitListAccounts(): List<Account> = interruptibly { listAccounts() }

/** [DigiMeUser.revokeAccountPermission], suspending. */
public suspend fun DigiMeUser.awaitRevokeAccountPermission(
    accountId: String,
    redirectUri: URI,
): PendingConsent = interruptibly { revokeAccountPermission(accountId, redirectUri) }

/** [DigiMeUser.deleteAccount], suspending. */
public suspend fun DigiMeUser.awaitDeleteAccount(accountId: String): Unit = interruptibly { deleteAccount(accountId) }

/** [DigiMeUser.forget], suspending. */
public suspend fun DigiMeUser.awaitForget(): Unit = interruptibly { forget() }

/** [DigiMeUser.delete], suspending. */
public suspend fun DigiMeUser.awaitDelete(): DeleteResult = interruptibly { delete() }

/** [DigiMeUser.startSession], suspending; by default for all that the contract allows. */
public suspend fun DigiMeUser.awaitStartSession(options: SessionOptions = SessionOptions.builder().build()): Session =
    interruptibly { startSession(options) }

/** [DigiMeUser.pushToLibrary], suspending. */
public suspend fun DigiMeUser.awaitPushToLibrary(
    descriptor: PushDescriptor,
    content: Content,
): Unit = interruptibly { pushToLibrary(descriptor, content) }

/** [DigiMeUser.pushToProvider], suspending. */
public suspend fun DigiMeUser.awaitPushToProvider(
    accountId: String,
    standard: ProviderStandard,
    json: String,
): Unit = interruptibly { pushToProvider(accountId, standard, json) }

/** [DigiMeUser.downloadReport], suspending until the response begins; reading the stream blocks. */
public suspend fun DigiMeUser.awaitDownloadReport(report: PortabilityReport): InputStream =
    interruptibly { downloadReport(report) }

/** [DigiMeUser.fetchStorage], suspending. */
public suspend fun DigiMeUser.awaitFetchStorage(): Storage = interruptibly { fetchStorage() }
