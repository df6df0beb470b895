package me.digi.client.auth

/** See [AuthorizationCode.value]. */
public val AuthorizationCode.value: String get() = value()

/** See [AuthorizationCode.codeVerifier]. */
public val AuthorizationCode.codeVerifier: String get() = codeVerifier()
