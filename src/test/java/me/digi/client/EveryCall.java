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

/** Calls every operation of the API like an application; those that delete something are last. */
@SuppressWarnings("ImmutableEnumChecker") // What the constants hold are lambdas that capture nothing.
enum EveryCall {
    JWKS(Operation.FETCH_SIGNING_KEYS, Signed.NOT, setup -> {
        try (DigiMe newcomer = setup.builder().build()) {
            link(newcomer, setup);
        }
    }),
    AUTHORIZE(Operation.AUTHORIZE, Signed.BY_CONTRACT, setup -> link(setup.digiMe, setup)),
    EXCHANGE(Operation.EXCHANGE_CODE, Signed.BY_CONTRACT, setup -> {
        PendingConsent link = setup.link();
        Authorized consent = setup.allow(link);
        setup.digiMe.exchangeCode(setup.contract, consent);
    }),
    REFRESH(
            Operation.REFRESH_TOKEN,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe.refreshToken(setup.contract, setup.token())),
    REAUTHORIZE(
            Operation.CREATE_TOKEN_REFERENCE,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe
                    .reauthorize(setup.contract, setup.token)
                    .redirectUri(LocalDigiMe.REDIRECT_URI)
                    .start()),
    ONBOARD(
            Operation.CREATE_TOKEN_REFERENCE,
            Signed.FOR_USER,
            setup -> setup.user.onboard().redirectUri(LocalDigiMe.REDIRECT_URI).start()),
    REAUTHORIZE_ACCOUNT(Operation.CREATE_TOKEN_REFERENCE, Signed.FOR_USER, EveryCall::reauthorizeAccount),
    REFER_TO_ACCOUNT(Operation.CREATE_REFERENCE, Signed.BY_CONTRACT, EveryCall::reauthorizeAccount),
    REFER_TO_STORAGE(
            Operation.CREATE_REFERENCE,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe
                    .authorize(setup.contract)
                    .redirectUri(LocalDigiMe.REDIRECT_URI)
                    .storageId(setup.storageId)
                    .start()),
    ACCOUNTS(Operation.LIST_ACCOUNTS, Signed.FOR_USER, setup -> setup.user.listAccounts()),
    TRIGGER(Operation.START_SESSION, Signed.FOR_USER, setup -> setup.user.startSession()),
    FILE_LIST(
            Operation.LIST_FILES,
            Signed.FOR_USER,
            setup -> setup.user.files(setup.session).list()),
    FILE(
            Operation.DOWNLOAD_FILE,
            Signed.FOR_USER,
            setup -> drain(setup.user.files(setup.session).read(setup.fileName).stream())),
    FILE_METADATA(
            Operation.FETCH_FILE_METADATA,
            Signed.FOR_USER,
            setup -> setup.user.files(setup.session).fetchMetadata(setup.fileName)),
    REVOKE_ACCOUNT(
            Operation.REVOKE_ACCOUNT_PERMISSION,
            Signed.FOR_USER,
            setup -> setup.user.revokeAccountPermission(setup.accountId, URI.create(LocalDigiMe.REDIRECT_URI))),
    REPORT(
            Operation.DOWNLOAD_REPORT,
            Signed.FOR_USER,
            setup -> drain(setup.user.downloadReport(PortabilityReport.medMij()))),
    PUSH(
            Operation.PUSH_TO_LIBRARY,
            Signed.FOR_USER,
            setup -> setup.pusher.pushToLibrary(CallSetup.DESCRIPTOR, Content.of("pushed"))),
    PUSH_TO_PROVIDER(
            Operation.PUSH_TO_PROVIDER,
            Signed.FOR_USER,
            setup -> setup.pusher.pushToProvider(
                    setup.accountId, ProviderStandard.FHIR_STU3, "{\"resourceType\":\"Observation\"}")),
    CONTRACT(Operation.DESCRIBE_CONTRACT, Signed.BY_CONTRACT, setup -> setup.digiMe.describeContract(setup.contract)),
    SAMPLE_DATA_SETS(
            Operation.LIST_SAMPLE_DATA_SETS,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe.discovery(setup.contract).listSampleDataSets(142)),
    SOURCES(
            Operation.LIST_SOURCES,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe.discovery(setup.contract).listSources()),
    COUNTRIES(
            Operation.LIST_COUNTRIES,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe.discovery(setup.contract).listCountries()),
    PLATFORMS(
            Operation.LIST_PLATFORMS,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe.discovery(setup.contract).listPlatforms()),
    CATEGORIES(
            Operation.LIST_CATEGORIES,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe.discovery(setup.contract).listCategories()),
    SOURCE_TYPES(
            Operation.LIST_SOURCE_TYPES,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe.discovery(setup.contract).listSourceTypes()),
    CREATE_STORAGE(
            Operation.CREATE_STORAGE,
            Signed.BY_CONTRACT,
            setup -> setup.digiMe.storages(setup.contract).create()),
    USER_STORAGE(Operation.FETCH_STORAGE, Signed.FOR_USER, setup -> setup.user.fetchStorage()),
    UPLOAD(
            Operation.UPLOAD_STORAGE_FILE,
            Signed.FOR_CLOUD,
            setup -> setup.files.upload(CallSetup.STORED, Content.of("stored again"))),
    LIST_FILES(Operation.LIST_STORAGE_FILES, Signed.FOR_CLOUD, setup -> setup.files.list()),
    DOWNLOAD(Operation.DOWNLOAD_STORAGE_FILE, Signed.FOR_CLOUD, setup -> drain(setup.files.download(CallSetup.STORED))),
    DELETE_FILE(Operation.DELETE_STORAGE_FILE, Signed.FOR_CLOUD, setup -> setup.files.deleteFile(CallSetup.STORED)),
    DELETE_FOLDER(Operation.DELETE_STORAGE_FOLDER, Signed.FOR_CLOUD, setup -> {
        setup.files.upload("Letters/one.txt", Content.of("one"));
        setup.files.deleteFolder("Letters");
    }),
    DELETE_ACCOUNT(Operation.DELETE_ACCOUNT, Signed.FOR_USER, setup -> setup.user.deleteAccount(setup.accountId)),
    DELETE_USER(Operation.DELETE_USER, Signed.FOR_USER, setup -> setup.user.delete());

    /** The sandbox's name for the operation. */
    final Operation operation;

    /** Its name in errors: {@code listAccounts} is {@code LIST_ACCOUNTS} in the sandbox. */
    final String named;

    final Signed signed;
    private final Consumer<CallSetup> call;

    EveryCall(Operation operation, Signed signed, Consumer<CallSetup> call) {
        this.operation = operation;
        this.named = Pattern.compile("_(.)")
                .matcher(operation.name().toLowerCase(Locale.ROOT))
                .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
        this.signed = signed;
        this.call = call;
    }

    /** The JWT of the request. */
    enum Signed {
        NOT,
        BY_CONTRACT,
        FOR_USER,
        FOR_CLOUD
    }

    void make(CallSetup setup) {
        call.accept(setup);
    }

    private static void link(DigiMe digiMe, CallSetup setup) {
        setup.link(digiMe);
    }

    private static void reauthorizeAccount(CallSetup setup) {
        setup.user
                .reauthorizeAccount(setup.accountId)
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
