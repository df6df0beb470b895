package me.digi.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.Consumer;
import me.digi.client.auth.Authorized;
import me.digi.client.auth.PendingConsent;
import me.digi.client.content.Content;
import me.digi.client.push.ProviderStandard;
import me.digi.client.report.PortabilityReport;
import me.digi.client.sandbox.Operation;

/** Every operation of the API, as an application has it carried out; those that take something away come last. */
@SuppressWarnings("ImmutableEnumChecker") // What the constants hold are lambdas that capture nothing.
enum EveryCall {
    JWKS(Operation.JWKS, "jwks", Signed.NOT, scene -> {
        try (DigiMe newcomer = scene.builder().build()) {
            link(newcomer, scene);
        }
    }),
    AUTHORIZE(Operation.AUTHORIZE, "authorize", Signed.BY_CONTRACT, scene -> link(scene.digiMe, scene)),
    EXCHANGE(Operation.EXCHANGE, "exchangeCode", Signed.BY_CONTRACT, scene -> {
        PendingConsent link = scene.local.link();
        Authorized consent = scene.local.allow(link);
        scene.digiMe.exchangeCode(scene.contract, consent);
    }),
    REFRESH(
            Operation.REFRESH,
            "refreshToken",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.refreshToken(scene.contract, scene.local.token())),
    REAUTHORIZE(
            Operation.TOKEN_REFERENCE,
            "tokenReference",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe
                    .reauthorize(scene.contract, scene.token)
                    .redirectUri(LocalDigiMe.REDIRECT_URI)
                    .start()),
    ONBOARD(
            Operation.TOKEN_REFERENCE,
            "tokenReference",
            Signed.FOR_USER,
            scene -> scene.user.onboard().redirectUri(LocalDigiMe.REDIRECT_URI).start()),
    REAUTHORIZE_ACCOUNT(Operation.TOKEN_REFERENCE, "tokenReference", Signed.FOR_USER, EveryCall::reauthorizeAccount),
    REFER_TO_ACCOUNT(Operation.REFERENCE, "createReference", Signed.BY_CONTRACT, EveryCall::reauthorizeAccount),
    REFER_TO_STORAGE(
            Operation.REFERENCE,
            "createReference",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe
                    .authorize(scene.contract)
                    .redirectUri(LocalDigiMe.REDIRECT_URI)
                    .storageId(scene.storageId)
                    .start()),
    ACCOUNTS(Operation.ACCOUNTS, "accounts", Signed.FOR_USER, scene -> scene.user.accounts()),
    TRIGGER(Operation.TRIGGER, "trigger", Signed.FOR_USER, scene -> scene.user.readSession()),
    FILE_LIST(
            Operation.FILE_LIST,
            "fileList",
            Signed.FOR_USER,
            scene -> scene.user.files(scene.session).list()),
    FILE(
            Operation.FILE,
            "fileContent",
            Signed.FOR_USER,
            scene -> drain(scene.user.files(scene.session).read(scene.fileName).stream())),
    FILE_METADATA(
            Operation.FILE_METADATA,
            "fileMetadata",
            Signed.FOR_USER,
            scene -> scene.user.files(scene.session).metadata(scene.fileName)),
    REVOKE_ACCOUNT(
            Operation.REVOKE_ACCOUNT,
            "revokeAccount",
            Signed.FOR_USER,
            scene -> scene.user.revokeAccountPermission(scene.accountId, URI.create(LocalDigiMe.REDIRECT_URI))),
    REPORT(
            Operation.REPORT,
            "portabilityReport",
            Signed.FOR_USER,
            scene -> drain(scene.user.portabilityReport(PortabilityReport.medMij()))),
    PUSH(
            Operation.PUSH_TO_LIBRARY,
            "pushToLibrary",
            Signed.FOR_USER,
            scene -> scene.pusher.push(CallScene.DESCRIPTOR, Content.of("pushed"))),
    PUSH_TO_PROVIDER(
            Operation.PUSH_TO_PROVIDER,
            "pushToProvider",
            Signed.FOR_USER,
            scene -> scene.pusher.pushToProvider(
                    scene.accountId, ProviderStandard.FHIR_STU3, "{\"resourceType\":\"Observation\"}")),
    CONTRACT(Operation.CONTRACT, "contract", Signed.BY_CONTRACT, scene -> scene.digiMe.describe(scene.contract)),
    SAMPLE_DATA_SETS(
            Operation.SAMPLE_DATA_SETS,
            "sampleDataSets",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).sampleDataSets(142)),
    SOURCES(
            Operation.SOURCES,
            "sources",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).sources()),
    COUNTRIES(
            Operation.COUNTRIES,
            "countries",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).countries()),
    PLATFORMS(
            Operation.PLATFORMS,
            "platforms",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).platforms()),
    CATEGORIES(
            Operation.CATEGORIES,
            "categories",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).categories()),
    SOURCE_TYPES(
            Operation.SOURCE_TYPES,
            "sourceTypes",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.discovery(scene.contract).sourceTypes()),
    CREATE_STORAGE(
            Operation.CREATE_STORAGE,
            "createStorage",
            Signed.BY_CONTRACT,
            scene -> scene.digiMe.storage(scene.contract).create()),
    USER_STORAGE(Operation.USER_STORAGE, "userStorage", Signed.FOR_USER, scene -> scene.user.storage()),
    UPLOAD(
            Operation.STORAGE_UPLOAD,
            "uploadStorageFile",
            Signed.FOR_CLOUD,
            scene -> scene.files.upload(CallScene.STORED, Content.of("stored again"))),
    LIST_FILES(Operation.STORAGE_LIST, "storageFiles", Signed.FOR_CLOUD, scene -> scene.files.list()),
    DOWNLOAD(
            Operation.STORAGE_DOWNLOAD,
            "downloadStorageFile",
            Signed.FOR_CLOUD,
            scene -> drain(scene.files.download(CallScene.STORED))),
    DELETE_FILE(
            Operation.STORAGE_DELETE,
            "deleteStorageFile",
            Signed.FOR_CLOUD,
            scene -> scene.files.deleteFile(CallScene.STORED)),
    DELETE_FOLDER(Operation.STORAGE_DELETE, "deleteStorageFolder", Signed.FOR_CLOUD, scene -> {
        scene.files.upload("Letters/one.txt", Content.of("one"));
        scene.files.deleteFolder("Letters");
    }),
    DELETE_ACCOUNT(
            Operation.DELETE_ACCOUNT,
            "deleteAccount",
            Signed.FOR_USER,
            scene -> scene.user.deleteAccount(scene.accountId)),
    DELETE_USER(Operation.DELETE_USER, "deleteUser", Signed.FOR_USER, scene -> scene.user.delete());

    /** What the sandbox calls the operation that this is about. */
    final Operation operation;

    /** What errors call it. */
    final String named;

    final Signed signed;
    private final Consumer<CallScene> call;

    EveryCall(Operation operation, String named, Signed signed, Consumer<CallScene> call) {
        this.operation = operation;
        this.named = named;
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
