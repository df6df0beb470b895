package me.digi.client.sandbox.internal.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import me.digi.client.sandbox.ContractKind;
import me.digi.client.sandbox.Operation;
import me.digi.client.sandbox.ProviderPush;
import me.digi.client.sandbox.PushedFile;
import me.digi.client.sandbox.SandboxFile;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.ApiErrors;
import me.digi.client.sandbox.internal.protocol.ApiOperation;
import me.digi.client.sandbox.internal.protocol.ApiResponse;
import me.digi.client.sandbox.internal.protocol.Call;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Blob;
import me.digi.client.sandbox.internal.state.Library;
import me.digi.client.sandbox.internal.state.User;

/** Pushes data to a user, for contracts that push. */
final class PushOperations {
    /** Both name the same version. */
    private static final Set<String> FHIR_VERSIONS = Set.of("stu3", "3.0.2");

    private PushOperations() {}

    /** Adds a file to the user's library, which contracts that read raw data can read. */
    static ApiOperation pushToLibrary() {
        return new ApiOperation(Operation.PUSH_TO_LIBRARY, "POST", "permission-access/import")
                .claims(AccessTokens.CLAIMS)
                .headers(ObjectShape.object().required(FileDescriptor.HEADER, Shape.text()))
                .upload()
                .handle(PushOperations::handlePushToLibrary);
    }

    /** Passes a JSON object to the provider of one of the user's accounts: FHIR, in one version. */
    static ApiOperation pushToProvider() {
        return new ApiOperation(
                        Operation.PUSH_TO_PROVIDER, "POST", "permission-access/import/h:accountId/{standard}/{version}")
                .claims(AccessTokens.CLAIMS)
                .headers(AccountOperations.HEADERS)
                .body(Shape.anyObject())
                .handle(PushOperations::handlePushToProvider);
    }

    private static ApiResponse handlePushToLibrary(Call call) {
        Library library = authorizedUser(call).library();
        JsonView descriptor = FileDescriptor.check(call);
        Blob content = call.bytes().keep();
        String name = String.format(Locale.ROOT, "pushed-%04d", library.pushed().size() + 1);
        PushedFile pushed = new PushedFile(name, call.contract().id(), descriptor.members(), content, content.sha256());
        library.push(pushed, asRead(call, pushed, descriptor));
        return ApiResponse.created();
    }

    private static ApiResponse handlePushToProvider(Call call) {
        User user = authorizedUser(call);
        String standard = call.path("standard");
        String version = call.path("version");
        if (!standard.equals("fhir") || !FHIR_VERSIONS.contains(version)) {
            throw ApiErrors.malformed(
                    Rule.PROVIDER_STANDARD,
                    "the standard must be fhir, and its version stu3 or 3.0.2",
                    standard + " " + version);
        }
        String accountId = AccountOperations.accountId(call, user);
        user.library()
                .push(new ProviderPush(accountId, standard, version, call.body().members()));
        return ApiResponse.json(Map.of("status", "accepted"));
    }

    private static User authorizedUser(Call call) {
        User user = AccessTokens.authorizedUser(call);
        if (call.contract().kind() != ContractKind.PUSH) {
            call.refuse(ApiErrors.wrongContract("a contract that reads cannot push"));
        }
        return user;
    }

    /** The file for readers, whose metadata has other names than the descriptor. */
    private static SandboxFile asRead(Call call, PushedFile pushed, JsonView descriptor) {
        String[] accounts = descriptor.objects("accounts").stream()
                .map(account -> account.text("accountId"))
                .toArray(String[]::new);
        SandboxFile file = SandboxFile.raw(pushed.name(), descriptor.text("mimeType"), pushed.content(), accounts)
                .metadata("created", call.now().toEpochMilli())
                .metadata("appid", call.world().contracts().applicationId())
                .metadata("contractid", call.contract().id());
        for (String member : List.of("reference", "tags")) {
            if (descriptor.has(member)) {
                file = file.metadata(member, descriptor.list(member));
            }
        }
        return file;
    }
}
