package me.digi.client.sandbox.internal.operation;

import java.util.List;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.protocol.ApiOperation;

/** All operations. */
public final class Operations {
    private Operations() {}

    /**
     * The operations under the base URL.
     *
     * @param onboardUrl the URL of the pages
     */
    public static List<ApiOperation> ofApi(ResponseSigner signer, String onboardUrl) {
        return List.of(
                AuthorizationOperations.authorize(),
                TokenOperations.exchangeCode(),
                TokenOperations.refreshToken(),
                AuthorizationOperations.createTokenReference(),
                AuthorizationOperations.createReference(),
                TokenOperations.fetchSigningKeys(signer),
                AccountOperations.listAccounts(),
                ReadOperations.startSession(),
                ReadOperations.listFiles(),
                ReadOperations.downloadFile(),
                ReadOperations.fetchFileMetadata(),
                AccountOperations.revokeAccountPermission(onboardUrl),
                AccountOperations.deleteAccount(),
                AccountOperations.deleteUser(),
                DownloadReport.operation(),
                PushOperations.pushToLibrary(),
                PushOperations.pushToProvider(),
                DescribeContract.operation(),
                DiscoveryOperations.listSampleDataSets(),
                DiscoveryOperations.listSources(),
                DiscoveryOperations.list(Operation.LIST_COUNTRIES, "countries"),
                DiscoveryOperations.list(Operation.LIST_PLATFORMS, "platforms"),
                DiscoveryOperations.list(Operation.LIST_CATEGORIES, "categories"),
                DiscoveryOperations.list(Operation.LIST_SOURCE_TYPES, "sourceTypes"),
                StorageOperations.createStorage(),
                StorageOperations.fetchStorage());
    }

    /** The operations under the cloud's base URL. */
    public static List<ApiOperation> ofCloud() {
        return List.of(
                StorageOperations.listFiles(),
                StorageOperations.uploadFile(),
                StorageOperations.downloadFile(),
                StorageOperations.deleteFile(),
                StorageOperations.deleteFolder());
    }
}
