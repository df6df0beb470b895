package me.digi.client

import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking
import me.digi.client.auth.Authorized
import me.digi.client.auth.DeleteResult
import me.digi.client.auth.RefreshResult
import me.digi.client.auth.TakeOver
import me.digi.client.auth.awaitStart
import me.digi.client.auth.url
import me.digi.client.content.Content
import me.digi.client.discovery.LookupQuery
import me.digi.client.discovery.SourcesQuery
import me.digi.client.discovery.allSourcesAsFlow
import me.digi.client.discovery.awaitCategories
import me.digi.client.discovery.awaitCountries
import me.digi.client.discovery.awaitPlatforms
import me.digi.client.discovery.awaitSampleDataSets
import me.digi.client.discovery.awaitSourceTypes
import me.digi.client.discovery.awaitSources
import me.digi.client.push.ProviderStandard
import me.digi.client.push.PushDescriptor
import me.digi.client.read.MappedFileMetadata
import me.digi.client.read.awaitBytes
import me.digi.client.read.awaitEnd
import me.digi.client.read.awaitList
import me.digi.client.read.awaitMetadata
import me.digi.client.read.awaitRead
import me.digi.client.read.awaitReadAll
import me.digi.client.read.awaitText
import me.digi.client.report.PortabilityReport
import me.digi.client.sandbox.ContractKind
import me.digi.client.sandbox.Operation
import me.digi.client.sandbox.SyncScript
import me.digi.client.storage.awaitCreate
import me.digi.client.storage.awaitDeleteAll
import me.digi.client.storage.awaitDeleteFile
import me.digi.client.storage.awaitDeleteFolder
import me.digi.client.storage.awaitDownload
import me.digi.client.storage.awaitList
import me.digi.client.storage.awaitListRecursively
import me.digi.client.storage.awaitUpload
import me.digi.client.store.GrantSummary
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.net.URI
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList

/** Every call from a coroutine, against the sandbox. */
class EveryCallSuspendsTest {
    private val local = LocalDigiMe()
    private val digiMe = local.digiMe
    private val contract = local.contract

    @AfterEach
    fun close() = local.close()

    private suspend fun consent(): DigiMeUser = digiMe.awaitSignIn(contract, "user-42", newConsent()).user

    private suspend fun newConsent(): Authorized {
        val pending = digiMe.authorize(contract) { redirectUri(LocalDigiMe.REDIRECT_URI) }.awaitStart()
        return pending.read(local.sandbox.allow(pending.url)) as Authorized
    }

    @Test
    fun aTokenLivesItsLife() =
        runBlocking<Unit> {
            val token = digiMe.awaitExchangeCode(contract, newConsent())
            val byHand = newConsent().code
            assertThat(digiMe.awaitExchangeCode(contract, byHand.value(), byHand.codeVerifier())).isNotNull()
            val refreshed = digiMe.awaitRefreshToken(contract, token) as RefreshResult.Refreshed
            val takenOver = digiMe.awaitTakeOver(contract, "user-42", refreshed.token)
            assertThat(takenOver).isEqualTo(TakeOver.Taken(null))
            assertThat(digiMe.awaitTakeOver(contract, "user-42", refreshed.token, TakeOver.Mode.IF_NEWER))
                .isEqualTo(TakeOver.Same())
            val sameUser = digiMe.user(contract, "user-42")
            assertThat(sameUser.awaitRefresh()).isInstanceOf(RefreshResult.Refreshed::class.java)
            assertThat(sameUser.awaitTokenStatus().grant().userKey()).isEqualTo("user-42")

            val again =
                digiMe
                    .reauthorize(contract, sameUser.awaitToken()) {
                        redirectUri(LocalDigiMe.REDIRECT_URI)
                    }.awaitStart()
            assertThat(local.allow(again)).isNotNull()
            val onceMore = sameUser.reauthorize { redirectUri(LocalDigiMe.REDIRECT_URI) }.awaitStart()
            assertThat(local.allow(onceMore)).isNotNull()
        }

    @Test
    fun aUserIsSentToPagesAndLeaves() =
        runBlocking<Unit> {
            val user = consent()
            val account = user.awaitAccounts().first()
            val onboarding =
                user
                    .onboard {
                        redirectUri(LocalDigiMe.REDIRECT_URI)
                        serviceId(17)
                    }.awaitStart()
            assertThat(onboarding.url.rawQuery).contains("service=17")
            val reauthorizing =
                user
                    .reauthorizeAccount(
                        account.id(),
                    ) { redirectUri(LocalDigiMe.REDIRECT_URI) }
                    .awaitStart()
            assertThat(reauthorizing.url.rawQuery).contains("accountRef=")
            val revoking = user.awaitRevokeAccountPermission(account.id(), URI(LocalDigiMe.REDIRECT_URI))
            assertThat(local.sandbox.allow(revoking.url)).hasParameter("result", "success")

            user.awaitDeleteAccount(account.id())
            assertThat(user.awaitAccounts().map { it.id() }).doesNotContain(account.id())
            assertThat(user.awaitDelete()).isEqualTo(DeleteResult.Deleted())
            user.awaitForget()
            assertThat(local.sandbox.requests().count(Operation.DELETE_USER)).isOne()
        }

    @Test
    fun filesAreReadOneByOneAndAllAtOnce(
        @TempDir directory: Path,
    ) = runBlocking<Unit> {
        val user = consent()
        val library = local.sandbox.library(checkNotNull(user.awaitToken().userId()))
        library.script(SyncScript.atOnce())
        val files = user.files(user.awaitReadSession())

        val entry = files.awaitList().files().first()
        assertThat(files.awaitMetadata(entry.name)).isInstanceOf(MappedFileMetadata::class.java)
        val bytes = files.awaitRead(entry.name).use { it.awaitBytes() }
        assertThat(files.awaitRead(entry).use { it.awaitText() }).isEqualTo(bytes.decodeToString())

        val names = CopyOnWriteArrayList<String>()
        assertThat(files.awaitReadAll { file -> names += file.name() }.isComplete).isTrue()
        val run = files.readAll().start { it.bytes() }
        assertThat(run.awaitEnd().files()).hasSameSizeAs(names)
        assertThat(files.awaitReadAll(directory).files()).hasSameSizeAs(names)
        assertThat(directory).isDirectoryContaining { it.fileName.toString() == entry.name }
    }

    @Test
    fun dataIsPushedAndReported() =
        runBlocking<Unit> {
            val push = local.sandbox.addContract("push", ContractKind.PUSH)
            val pusher = KnownUser.of(digiMe, push, local.token(push))
            val descriptor =
                PushDescriptor {
                    mimeType("text/plain")
                    addAccountIds("account-1")
                }
            pusher.awaitPush(descriptor, Content.of("pushed"))
            val accountId =
                local.sandbox
                    .library(checkNotNull(pusher.awaitToken().userId()))
                    .accountIds()
                    .first()
            pusher.awaitPushToProvider(accountId, ProviderStandard.FHIR_STU3, "{}")
            assertThat(local.last(Operation.PUSH_TO_PROVIDER).path()).endsWith("/fhir/stu3")

            val report = consent().awaitPortabilityReport(PortabilityReport.medMij()).use { it.readBytes() }
            assertThat(report.decodeToString()).startsWith("<?xml")
        }

    @Test
    fun filesAreStored(
        @TempDir directory: Path,
    ) = runBlocking<Unit> {
        val storage = digiMe.storage(contract).awaitCreate()
        val files = digiMe.storage(contract).files(storage.id)
        files.awaitUpload("Notes/a.txt", Content.of("a"))
        files.awaitUpload("Notes/b.txt", Content.of("b"))
        assertThat(files.awaitDownload("Notes/a.txt").use { it.readBytes() }.decodeToString()).isEqualTo("a")
        files.awaitDownload("Notes/a.txt", directory.resolve("a.txt"))
        assertThat(directory.resolve("a.txt")).hasContent("a")
        assertThat(files.awaitList()).hasSize(2)
        assertThat(files.awaitList("Notes")).hasSize(2)
        assertThat(files.awaitListRecursively("/")).hasSize(2)
        files.awaitDeleteFile("Notes/a.txt")
        files.awaitDeleteFolder("Notes")
        files.awaitUpload("Notes/c.txt", Content.of("c"))
        files.awaitDeleteAll()
        assertThat(files.awaitList()).isEmpty()

        val link =
            digiMe
                .authorize(contract)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .storageId(storage.id)
                .awaitStart()
        val signIn = digiMe.awaitSignIn(contract, "owner", local.allow(link))
        assertThat(signIn.replaced()).isNull()
        assertThat(signIn.user().awaitStorage().id).isEqualTo(storage.id)
    }

    @Test
    fun sourcesAreDiscovered() =
        runBlocking<Unit> {
            val discovery = digiMe.discovery(contract)
            val all = discovery.awaitSources().sources
            assertThat(discovery.awaitSources(SourcesQuery { limit(1) }).sources).hasSize(1)
            assertThat(discovery.allSourcesAsFlow().toList()).isEqualTo(all)
            assertThat(discovery.awaitCountries()).isNotEmpty()
            assertThat(discovery.awaitPlatforms()).isNotEmpty()
            assertThat(discovery.awaitCategories(LookupQuery { addInclude("name") })).isNotEmpty()
            assertThat(discovery.awaitSourceTypes()).isNotEmpty()
            assertThat(discovery.awaitSampleDataSets(all.first().id())).isNotNull()
            assertThat(digiMe.awaitDescribe(contract).id()).isEqualTo(contract.contractId())
        }

    @Test
    fun aFlowOfSourcesFetchesNoPageThatIsNotReached() =
        runBlocking<Unit> {
            val discovery = digiMe.discovery(contract)
            val two = discovery.allSourcesAsFlow(SourcesQuery { limit(1) }).take(2).toList()
            assertThat(two).hasSize(2)
            assertThat(local.sandbox.requests().count(Operation.SOURCES)).isEqualTo(2)
        }

    @Test
    fun storedUsersAreFoundAndListed() =
        runBlocking<Unit> {
            assertThat(digiMe.awaitFindUser(contract, "user-42")).isNull()
            assertThat(digiMe.listUsersAsFlow(contract).toList()).isEmpty()
            consent()
            val user: DigiMeUser? = digiMe.awaitFindUser(contract, "user-42")
            assertThat(user?.awaitAccounts()).isNotEmpty()
            val users = digiMe.listUsersAsFlow(contract)
            assertThat(users.toList().map { it.userKey() }).containsExactly("user-42")
            assertThat(users.toList().map { it.summary.state }).containsExactly(GrantSummary.State.ACTIVE)
            assertThat(digiMe.listUsersAsFlow(contract, after = "user-42").toList()).isEmpty()
        }

    @Test
    fun theClientIsClosedFromACoroutine() =
        runBlocking<Unit> {
            val other = local.builder().build()
            other.awaitClose()
            assertThat(runCatching { other.awaitDescribe(contract) }.exceptionOrNull())
                .isInstanceOf(IllegalStateException::class.java)
        }
}
