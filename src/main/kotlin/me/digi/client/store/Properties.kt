package me.digi.client.store

import me.digi.client.auth.RefreshResult.Reauthorize
import me.digi.client.auth.UserAccessToken
import java.nio.file.Path

/** See [FileTokenStore.directory]. */
public val FileTokenStore.directory: Path get() = directory()

/** See [GrantNotFoundException.grant]. */
public val GrantNotFoundException.grant: GrantKey get() = grant()

/** See [GrantNotFoundException.unsavedToken]. */
public val GrantNotFoundException.unsavedToken: UserAccessToken? get() = unsavedToken()

/** See [ReauthorizationRequiredException.grant]. */
public val ReauthorizationRequiredException.grant: GrantKey get() = grant()

/** See [ReauthorizationRequiredException.reauthorize]. */
public val ReauthorizationRequiredException.reauthorize: Reauthorize get() = reauthorize()

/** See [StoredGrant.version]. */
public val StoredGrant.version: Long get() = version()

/** See [StoredGrant.content]. */
public val StoredGrant.content: String get() = content()

/** See [StoredGrant.summary]. */
public val StoredGrant.summary: GrantSummary get() = summary()

/** See [StoredUser.userKey]. */
public val StoredUser.userKey: String get() = userKey()

/** See [TokenKeys.currentId]. */
public val TokenKeys.currentId: String get() = currentId()

/** See [TokenStoreException.operation]. */
public val TokenStoreException.operation: TokenStoreException.Operation get() = operation()

/** See [TokenStoreException.grant]. */
public val TokenStoreException.grant: GrantKey? get() = grant()

/** See [TokenStoreException.unsavedToken]. */
public val TokenStoreException.unsavedToken: UserAccessToken? get() = unsavedToken()
