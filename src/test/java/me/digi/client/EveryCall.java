package me.digi.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.content.Content;
import me.digi.client.push.ProviderStandard;
import me.digi.client.report.PortabilityReport;
import me.digi.client.sandbox.Operation;

/** Every operation of the API, as an application has it carried out; those that take something away come last. */
@SuppressWarnings("ImmutableEnumChecker") // What the constants hold are lambdas that capture nothing.
enum EveryCall {
    JWKS(Operation.FETCH_SIGNING_KEYS, Signed.NOT, scene -> {
        try (DigiMe newcomer = scene.builder().build()) {
            link(newcomer, scene);
        }
    }),
    AUTHORIZE(Operation.AUTHORIZE, Signed.BY_CONTRACT, scene -> link(scene.digiMe, scene)),
    EXCHANGE(Operation.EXCHANGE_CODE, Signed.BY_CONTRACT, scene -> {
        PendingConsent link = scene.local.link();
        Authorized consent = scene.local.allow(link);
        scene.digiMe.exchangeCode(scene.contract, consent);
    }),
    REFRESH(
            Operation.REFRESH_TOKEN,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.refreshToken(scene.contract, scene.local.token())),
    REAUTHORIZE(
            Operation.CREATE_TOKEN_REFERENCE,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe
                    .reauthorize(scene.contract, scene.token)
                    .redirectUri(LocalDigiMe.REDIRECT_URI)
                    .start()),
    ONBOARD(
            Operation.CREATE_TOKEN_REFERENCE,
            Signed.FOR_USER,
            scene -> scene.user.onboard().redirectUri(LocalDigiMe.REDIRECT_URI).start()),
    REAUTHORIZE_ACCOUNT(Operation.CREATE_TOKEN_REFERENCE, Signed.FOR_USER, EveryCall::reauthorizeAccount),
    REFER_TO_ACCOUNT(Operation.CREATE_REFERENCE, Signed.BY_CONTRACT, EveryCall::reauthorizeAccount),
    REFER_TO_STORAGE(
            Operation.CREATE_REFERENCE,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe
                    .authorize(scene.contract)
                    .redirectUri(LocalDigiMe.REDIRECT_URI)
                    .storageId(scene.storageId)
                    .start()),
    ACCOUNTS(Operation.LIST_ACCOUNTS, Signed.FOR_USER, scene -> scene.user.listAccounts()),
    TRIGGER(Operation.START_SESSION, Signed.FOR_USER, scene -> scene.user.startSession()),
    FILE_LIST(
            Operation.LIST_FILES,
            Signed.FOR_USER,
            scene -> scene.user.files(scene.session).list()),
    FILE(
            Operation.DOWNLOAD_FILE,
            Signed.FOR_USER,
            scene -> drain(scene.user.files(scene.session).read(scene.fileName).stream())),
    FILE_METADATA(
            Operation.FETCH_FILE_METADATA,
            Signed.FOR_USER,
            scene -> scene.user.files(scene.session).fetchMetadata(scene.fileName)),
    REVOKE_ACCOUNT(
            Operation.REVOKE_ACCOUNT_PERMISSION,
            Signed.FOR_USER,
            scene -> scene.user.revokeAccountPermission(scene.accountId, URI.create(LocalDigiMe.REDIRECT_URI))),
    REPORT(
            Operation.DOWNLOAD_REPORT,
            Signed.FOR_USER,
            scene -> drain(scene.user.downloadReport(PortabilityReport.medMij()))),
    PUSH(
            Operation.PUSH_TO_LIBRARY,
            Signed.FOR_USER,
            scene -> scene.pusher.pushToLibrary(CallScene.DESCRIPTOR, Content.of("pushed"))),
    PUSH_TO_PROVIDER(
            Operation.PUSH_TO_PROVIDER,
            Signed.FOR_USER,
            scene -> scene.pusher.pushToProvider(
                    scene.accountId, ProviderStandard.FHIR_STU3, "{\"resourceType\":\"Observation\"}")),
    CONTRACT(Operation.DESCRIBE_CONTRACT, Signed.BY_CONTRACT, scene -> scene.digiMe.describeContract(scene.contract)),
    SAMPLE_DATA_SETS(
            Operation.LIST_SAMPLE_DATA_SETS,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).listSampleDataSets(142)),
    SOURCES(
            Operation.LIST_SOURCES,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).listSources()),
    COUNTRIES(
            Operation.LIST_COUNTRIES,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).listCountries()),
    PLATFORMS(
            Operation.LIST_PLATFORMS,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).listPlatforms()),
    CATEGORIES(
            Operation.LIST_CATEGORIES,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).listCategories()),
    SOURCE_TYPES(
            Operation.LIST_SOURCE_TYPES,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).listSourceTypes()),
    CREATE_STORAGE(
            Operation.CREATE_STORAGE,
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.storages(scene.contract).create()),
    USER_STORAGE(Operation.FETCH_STORAGE, Signed.FOR_USER, scene -> scene.user.fetchStorage()),
    UPLOAD(
            Operation.UPLOAD_STORAGE_FILE,
            Signed.FOR_CLOUD,
            scene -> scene.files.upload(CallScene.STORED, Content.of("stored again"))),
    LIST_FILES(Operation.LIST_STORAGE_FILES, Signed.FOR_CLOUD, scene -> scene.files.list()),
    DOWNLOAD(Operation.DOWNLOAD_STORAGE_FILE, Signed.FOR_CLOUD, scene -> drain(scene.files.download(CallScene.STORED))),
    DELETE_FILE(Operation.DELETE_STORAGE_FILE, Signed.FOR_CLOUD, scene -> scene.files.deleteFile(CallScene.STORED)),
    DELETE_FOLDER(Operation.DELETE_STORAGE_FOLDER, Signed.FOR_CLOUD, scene -> {
        scene.files.upload("Letters/one.txt", Content.of("one"));
        scene.files.deleteFolder("Letters");
    }),
    DELETE_ACCOUNT(Operation.DELETE_ACCOUNT, Signed.FOR_USER, scene -> scene.user.deleteAccount(scene.accountId)),
    DELETE_USER(Operation.DELETE_USER, Signed.FOR_USER, scene -> scene.user.delete());

    /** What the sandbox calls the operation that this is about. */
    final Operation operation;

    /** Its name in errors: {@code listAccounts} is {@code LIST_ACCOUNTS} in the sandbox. */
    final String named;

    final Signed signed;
    private final Consumer<CallScene> call;

    EveryCall(Operation operation, Signed signed, Consumer<CallScene> call) {
        this.operation = operation;
        this.named = Pattern.compile("_(.)")
                .matcher(operation.name().toLowerCase(Locale.ROOT))
                .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
        this.signed = signed;
        this.call = call;
    }

    /** What the JWT of the request stands for. */
    enum Signed {
        NOT,
        BY_CONTRACT,
        FOR_USER,
        FOR_CLOUD
    }

    void make(CallScene scene) {
        call.accept(scene);
    }

    private static void link(DigiMe digiMe, CallScene scene) {
        digiMe.authorize(scene.contract).redirectUri(LocalDigiMe.REDIRECT_URI).start();
    }

    private static void reauthorizeAccount(CallScene scene) {
        scene.user
                .reauthorizeAccount(scene.accountId)
                .redirectUri(LocalDigiMe.REDIRECT_URI)
                .start();
    }

    private static void drain(InputStream stream) {
        try (stream) {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
