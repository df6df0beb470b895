package me.digi.client

import me.digi.client.auth.ContractDetails
import me.digi.client.retry.RetryPolicy

/** A client, set up in braces: `DigiMe { applicationId("my-app") }`. */
public inline fun DigiMe(configure: (@DigiMeDsl DigiMe.Builder).() -> Unit): DigiMe =
    DigiMe.builder().apply(configure).build()

/** Where a digi.me is, set up in braces. */
public inline fun Environment(configure: (@DigiMeDsl Environment.Builder).() -> Unit): Environment =
    Environment.builder().apply(configure).build()

/** The name of an SDK that digi.me knows, set up in braces. */
public inline fun Agent(configure: (@DigiMeDsl Agent.Builder).() -> Unit): Agent =
    Agent.builder().apply(configure).build()

/** Which digi.me to talk to, set up in braces. */
public inline fun DigiMe.Builder.environment(configure: (@DigiMeDsl Environment.Builder).() -> Unit): DigiMe.Builder =
    environment(Environment.builder().apply(configure).build())

/** When a request is sent again, set up in braces. */
public inline fun DigiMe.Builder.retryPolicy(configure: (@DigiMeDsl RetryPolicy.Builder).() -> Unit): DigiMe.Builder =
    retryPolicy(RetryPolicy.builder().apply(configure).build())

/** The contract of all methods that take none, set up in braces. */
public inline fun DigiMe.Builder.contract(configure: (@DigiMeDsl ContractDetails.Builder).() -> Unit): DigiMe.Builder =
    contract(ContractDetails.builder().apply(configure).build())
