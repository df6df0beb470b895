package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.Storage;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** {@code authorize}: the user gives the contract access to data, and may get a storage. */
final class AuthorizePage extends Page {
    AuthorizePage() {
        super(
                "authorize",
                Consent.Purpose.AUTHORIZE,
                Parameters.ADDING_AN_ACCOUNT.optional("storageRef", Shape.text()),
                AccountChoice.SEVERAL);
    }

    @Override
    void check(JsonView values, Consent consent, World world) {
        if (values.has("storageRef") && storage(values, consent, world) == null) {
            throw new PageException(Rule.PAGE_ADDRESS, "storageRef is not a reference of this contract to a storage");
        }
    }

    @Override
    String request(Consent consent, JsonView values, World world) {
        return switch (consent.contract().kind()) {
            case READ -> "to read data from your library";
            case PUSH -> "to add data to your library";
            case READ_RAW -> "to read the files that were added to your library";
        };
    }

    @Override
    Map<String, String> allow(Consent consent, JsonView values, Choice choice, World world) {
        User known = consent.terms().user();
        User user = known == null ? world.users().create(world.now()) : known;
        consent.user(user);
        Storage storage = storage(values, consent, world);
        if (storage != null) {
            world.storages().attach(storage, user.id());
        }
        Map<String, String> callback = CallbackParameters.code(consent, user, world);
        if (known == null && choice.emptyLibrary()) {
            user.library().clear();
        }
        choice.sources().forEach(source -> user.library().add(world.account(source, choice.sample())));
        CallbackParameters.addAccount(
                callback, values.has("service") ? account(user, values, choice, world) : firstAccount(user));
        return callback;
    }

    private static @Nullable Map<String, Object> firstAccount(User user) {
        return user.library().accounts().stream().findFirst().orElse(null);
    }

    /** Returns the account at the requested source, and creates it if it does not exist. */
    private static Map<String, Object> account(User user, JsonView values, Choice choice, World world) {
        Long source = Long.valueOf(values.text("service"));
        return user.library().accounts().stream()
                .filter(account -> source.equals(account.get("sourceId")))
                .findFirst()
                .orElseGet(() -> Accounts.add(user, values, choice, world));
    }

    private static @Nullable Storage storage(JsonView values, Consent consent, World world) {
        String storageId = Parameters.resolve(values, "storageRef", "cloudId", consent, world);
        return storageId == null ? null : world.storages().byId(storageId);
    }
}
