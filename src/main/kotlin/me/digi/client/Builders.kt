package me.digi.client

import me.digi.client.auth.ContractDetails
import me.digi.client.retry.RetryPolicy

/** Builds a client: `DigiMe { applicationId("my-app") }`. */
public inline fun DigiMe(configure: (@DigiMeDsl DigiMe.Builder).() -> Unit): DigiMe =
    DigiMe.builder().apply(configure).build()

/** Builds an [Environment]. */
public inline fun Environment(configure: (@DigiMeDsl Environment.Builder).() -> Unit): Environment =
    Environment.builder().apply(configure).build()

/** Builds an [Agent]. */
public inline fun Agent(configure: (@DigiMeDsl Agent.Builder).() -> Unit): Agent =
    Agent.builder().apply(configure).build()

/** Builds the environment. */
public inline fun DigiMe.Builder.environment(configure: (@DigiMeDsl Environment.Builder).() -> Unit): DigiMe.Builder =
    environment(Environment.builder().apply(configure).build())

/** Builds the retry policy. */
public inline fun DigiMe.Builder.retryPolicy(configure: (@DigiMeDsl RetryPolicy.Builder).() -> Unit): DigiMe.Builder =
    retryPolicy(RetryPolicy.builder().apply(configure).build())

/** Builds the default contract. */
public inline fun DigiMe.Builder.contract(configure: (@DigiMeDsl ContractDetails.Builder).() -> Unit): DigiMe.Builder =
    contract(ContractDetails.builder().apply(configure).build())
