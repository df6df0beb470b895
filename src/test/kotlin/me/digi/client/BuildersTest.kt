package me.digi.client

import me.digi.client.auth.ContractDetails
import me.digi.client.auth.DataType
import me.digi.client.auth.SourcesScope
import me.digi.client.auth.UserAccessToken
import me.digi.client.auth.sessionOptions
import me.digi.client.auth.sourcesScope
import me.digi.client.discovery.LookupQuery
import me.digi.client.discovery.SourcesQuery
import me.digi.client.push.PushDescriptor
import me.digi.client.read.CriteriaMetadata
import me.digi.client.read.Last
import me.digi.client.read.ReadAllOptions
import me.digi.client.read.ReadOptions
import me.digi.client.read.Scope
import me.digi.client.read.SessionOptions
import me.digi.client.read.TimeRange
import me.digi.client.read.scope
import me.digi.client.read.sourceFetchLimit
import me.digi.client.retry.RetryPolicy
import me.digi.client.sandbox.Operation
import me.digi.client.store.TokenKeys
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import kotlin.time.Duration.Companion.minutes
import kotlin.time.Duration.Companion.seconds

class BuildersTest {
    @Test
    fun everyBuilderCanBeSetUpInBraces() {
        fun Method.isBuilder() = name == "builder" && Modifier.isStatic(modifiers) && parameterCount == 0
        val built = PublicApi.javaTypes.filter { type -> type.methods.any { it.isBuilder() } }
        val inBraces =
            built.filter { type ->
                val facade = runCatching { Class.forName("${type.packageName}.BuildersKt") }.getOrNull()
                facade?.methods?.any { it.name == type.simpleName && it.returnType == type } ?: false
            }
        assertThat(built - inBraces.toSet()).isEmpty()
    }

    @Test
    fun aClientAndItsContractAreSetUp() {
        LocalDigiMe().use { local ->
            val digiMe =
                DigiMe {
                    applicationId(local.sandbox.applicationId())
                    environment { from(local.sandbox.environment()) }
                    clock(local.sandbox.clock())
                    callTimeout(30.seconds)
                    retryPolicy { limit(0) }
                    agent(
                        Agent {
                            name("sdk")
                            version("1")
                        },
                    )
                }
            val contract =
                ContractDetails {
                    contractId(local.contract.contractId())
                    privateKey(local.contract.privateKey())
                }
            assertThat(contract).isEqualTo(local.contract)
            digiMe.use { assertThat(it.describeContract(contract).id()).isEqualTo(contract.contractId()) }
            assertThat(Environment { from(local.sandbox.environment()) }).isEqualTo(local.sandbox.environment())
        }
    }

    @Test
    fun requestsAreSetUpWithWhatIsInThem() {
        LocalDigiMe().use { local ->
            local.digiMe
                .authorize(local.contract) {
                    redirectUri(LocalDigiMe.REDIRECT_URI)
                    sessionOptions { scope { addTimeRanges(TimeRange.last(Last.months(6))) } }
                    sourcesScope { addDataTypes(DataType.DOCUMENTS) }
                }.start()
            assertThat(local.last(Operation.AUTHORIZE).body()).contains("6m")
        }
    }

    @Test
    fun buildersSetEveryComponent() {
        val lastHalfYear =
            SessionOptions {
                sourceFetchLimit(2.minutes)
                scope { addTimeRanges(TimeRange.last(Last.months(6))) }
            }
        assertThat(lastHalfYear.scope()).isEqualTo(Scope { addTimeRanges(TimeRange.last(Last.months(6))) })
        assertThat(SourcesQuery { addCountryIds(1) }.countryIds()).containsExactly(1)
        assertThat(LookupQuery { addIds(1) }.ids()).containsExactly(1)
        assertThat(CriteriaMetadata { addTags("note") }.tags()).containsExactly("note")
        assertThat(ReadOptions { notFoundRetries(0) }.notFoundRetries()).isZero()
        assertThat(ReadAllOptions { parallelism(2) }.parallelism()).isEqualTo(2)
        assertThat(RetryPolicy { limit(0) }).isEqualTo(RetryPolicy.none())
        assertThat(SourcesScope { addDataTypes(DataType.DOCUMENTS) }.dataTypes()).containsExactly(DataType.DOCUMENTS)
        assertThat(TokenKeys { current("one", ByteArray(32)) }.currentId()).isEqualTo("one")
        val push =
            PushDescriptor {
                mimeType("text/plain")
                addAccountIds("account-1")
            }
        assertThat(push.mimeType()).isEqualTo("text/plain")
        LocalDigiMe().use { local ->
            val token = local.token()
            assertThat(UserAccessToken { from(token) }).isEqualTo(token)
        }
    }
}
