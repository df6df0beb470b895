package me.digi.client.auth

import java.net.URI
import java.security.PrivateKey
import java.time.Instant

/** See [AuthorizationCode.value]. */
public val AuthorizationCode.value: String get() = value()

/** See [AuthorizationCode.codeVerifier]. */
public val AuthorizationCode.codeVerifier: String get() = codeVerifier()

/** See [ContractDetails.contractId]. */
public val ContractDetails.contractId: String get() = contractId()

/** See [ContractDetails.privateKey]. */
public val ContractDetails.privateKey: PrivateKey get() = privateKey()

/** See [PendingConsent.url]. */
public val PendingConsent.url: URI get() = url()

/** See [SourcesScope.dataTypes]. */
public val SourcesScope.dataTypes: List<DataType> get() = dataTypes()

/** See [SourcesScope.organizationType]. */
public val SourcesScope.organizationType: OrganizationType? get() = organizationType()

/** See [Token.value]. */
public val Token.value: String get() = value()

/** See [Token.expiresAt]. */
public val Token.expiresAt: Instant? get() = expiresAt()

/** See [UserAccessToken.accessToken]. */
public val UserAccessToken.accessToken: Token get() = accessToken()

/** See [UserAccessToken.refreshToken]. */
public val UserAccessToken.refreshToken: Token get() = refreshToken()

/** See [UserAccessToken.userId]. */
public val UserAccessToken.userId: String? get() = userId()

/** See [UserAccessToken.consentId]. */
public val UserAccessToken.consentId: String? get() = consentId()
