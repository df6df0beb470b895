package me.digi.client.retry

import me.digi.client.DigiMeDsl

/** Builds a [RetryPolicy]. */
public inline fun RetryPolicy(configure: (@DigiMeDsl RetryPolicy.Builder).() -> Unit): RetryPolicy =
    RetryPolicy.builder().apply(configure).build()
