package guides

import io.micrometer.observation.ObservationRegistry
import me.digi.client.DigiMe
import me.digi.client.diagnostics.MicrometerObserver
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** The Kotlin of `docs/observability.md`. */
class ObservabilityInKotlinTest {
    private val observations = ObservationRegistry.create()

    @Test
    fun aClientIsBuiltWithAnObserver() {
        // docs: an observer
        val digiMe =
            DigiMe {
                applicationId("my-app")
                observer(MicrometerObserver.of(observations))
            }
        // docs: end
        digiMe.use { assertThat(it).isNotNull() }
    }
}
