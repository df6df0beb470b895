package me.digi.client.sandbox.internal.operation;

import java.util.List;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.protocol.ApiOperation;

/** All operations. */
public final class Operations {
    private Operations() {}

    /**
     * Those under the base URL.
     *
     * @param onboardUrl where the pages are
     */
    public static List<ApiOperation> ofTheApi(ResponseSigner signer, String onboardUrl) {
        return List.of(
                new Authorize(),
                new ExchangeCode(),
                new RefreshToken(),
                new CreateTokenReference(),
                new CreateReference(),
                new FetchSigningKeys(signer),
                new ListAccounts(),
                new StartSession(),
                new ListFiles(),
                DownloadFile.content(),
                DownloadFile.metadata(),
                new RevokeAccountPermission(onboardUrl),
                new DeleteAccount(),
                new DeleteUser(),
                new DownloadReport(),
                new PushToLibrary(),
                new PushToProvider(),
                new DescribeContract(),
                new ListSampleDataSets(),
                new ListSources(),
                new ListCatalogue(Operation.LIST_COUNTRIES, "countries"),
                new ListCatalogue(Operation.LIST_PLATFORMS, "platforms"),
                new ListCatalogue(Operation.LIST_CATEGORIES, "categories"),
                new ListCatalogue(Operation.LIST_SOURCE_TYPES, "sourceTypes"),
                new CreateStorage(),
                new FetchStorage());
    }

    /** Those under the cloud's base URL. */
    public static List<ApiOperation> ofTheCloud() {
        return List.of(
                new ListStorageFiles(),
                new UploadStorageFile(),
                new DownloadStorageFile(),
                DeleteStorageFiles.file(),
                DeleteStorageFiles.folder());
    }
}
