package me.digi.client.auth

/** See [UserAccessToken.accessToken]. */
public val UserAccessToken.accessToken: Token get() = accessToken()

/** See [UserAccessToken.refreshToken]. */
public val UserAccessToken.refreshToken: Token get() = refreshToken()

/** See [UserAccessToken.userId]. */
public val UserAccessToken.userId: String? get() = userId()

/** See [UserAccessToken.consentId]. */
public val UserAccessToken.consentId: String? get() = consentId()
