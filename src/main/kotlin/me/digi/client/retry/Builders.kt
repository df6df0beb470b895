package me.digi.client.retry

import me.digi.client.DigiMeDsl

/** When a request is sent again, set up in braces. */
public inline fun RetryPolicy(configure: (@DigiMeDsl RetryPolicy.Builder).() -> Unit): RetryPolicy =
    RetryPolicy.builder().apply(configure).build()
