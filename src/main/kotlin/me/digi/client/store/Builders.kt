package me.digi.client.store

import me.digi.client.DigiMeDsl

/** The keys of an [EncryptingTokenStore], set up in braces. */
public inline fun TokenKeys(configure: (@DigiMeDsl TokenKeys.Builder).() -> Unit): TokenKeys =
    TokenKeys.builder().apply(configure).build()
