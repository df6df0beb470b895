package me.digi.client

import kotlin.time.Duration
import kotlin.time.toJavaDuration

/** [DigiMe.Builder.connectTimeout] as a Kotlin duration. */
public fun DigiMe.Builder.connectTimeout(timeout: Duration): DigiMe.Builder = connectTimeout(timeout.toJavaDuration())

/** [DigiMe.Builder.readTimeout] as a Kotlin duration. */
public fun DigiMe.Builder.readTimeout(timeout: Duration): DigiMe.Builder = readTimeout(timeout.toJavaDuration())

/** [DigiMe.Builder.writeTimeout] as a Kotlin duration. */
public fun DigiMe.Builder.writeTimeout(timeout: Duration): DigiMe.Builder = writeTimeout(timeout.toJavaDuration())

/** [DigiMe.Builder.callTimeout] as a Kotlin duration. */
public fun DigiMe.Builder.callTimeout(timeout: Duration): DigiMe.Builder = callTimeout(timeout.toJavaDuration())

/** [DigiMe.Builder.stallTimeout] as a Kotlin duration. */
public fun DigiMe.Builder.stallTimeout(timeout: Duration): DigiMe.Builder = stallTimeout(timeout.toJavaDuration())

/** [DigiMe.withCallTimeout] as a Kotlin duration. */
public fun DigiMe.withCallTimeout(timeout: Duration): DigiMe = withCallTimeout(timeout.toJavaDuration())

/** [DigiMeUser.withCallTimeout] as a Kotlin duration. */
public fun DigiMeUser.withCallTimeout(timeout: Duration): DigiMeUser = withCallTimeout(timeout.toJavaDuration())
