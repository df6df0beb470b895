package me.digi.client

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** No name of the API needs backticks in Kotlin, or hides a function that every Kotlin value has. */
class KotlinNamesTest {
    private val keywords =
        "as break class continue do else false for fun if in interface is null object package return super this throw"
            .plus(" true try typealias typeof val var when while")
            .split(' ')
            .toSet()

    private val onEveryValue = setOf("also", "apply", "let", "run", "takeIf", "takeUnless")

    @Test
    fun noNameIsAKeyword() {
        val names =
            PublicApi.javaTypes.flatMap { type ->
                type.name.split('.', '$') + type.methods.map { it.name } + type.fields.map { it.name }
            }
        assertThat(names.toSet()).hasSizeGreaterThan(200).doesNotContainAnyElementsOf(keywords)
    }

    @Test
    fun noMethodHidesAScopeFunction() {
        val names = PublicApi.javaTypes.flatMap { type -> type.methods.map { it.name } }
        assertThat(names.toSet()).doesNotContainAnyElementsOf(onEveryValue)
    }
}
