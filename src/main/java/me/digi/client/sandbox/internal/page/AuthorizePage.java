package me.digi.client.sandbox.internal.page;

import java.util.Map;
import me.digi.client.sandbox.internal.json.JsonView;
import me.digi.client.sandbox.internal.json.ObjectShape;
import me.digi.client.sandbox.internal.json.Shape;
import me.digi.client.sandbox.internal.protocol.Rule;
import me.digi.client.sandbox.internal.state.Consent;
import me.digi.client.sandbox.internal.state.References;
import me.digi.client.sandbox.internal.state.Storage;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;
import org.jspecify.annotations.Nullable;

/** {@code authorize}: the person lets the contract have data, and may get a storage along with that. */
final class AuthorizePage implements Page {
    @Override
    public String name() {
        return "authorize";
    }

    @Override
    public ObjectShape parameters() {
        return Parameters.ADDING_AN_ACCOUNT.optional("storageRef", Shape.text());
    }

    @Override
    public Consent.Purpose purpose() {
        return Consent.Purpose.AUTHORIZE;
    }

    @Override
    public void check(JsonView parameters, Consent consent, World world) {
        if (parameters.has("storageRef") && storage(parameters, consent, world) == null) {
            throw new PageException(
                    Rule.PAGE_ADDRESS, "storageRef is not a reference to a storage, made with this contract");
        }
    }

    @Override
    public String request(Consent consent, JsonView parameters, World world) {
        return switch (consent.contract().kind()) {
            case READ -> "to read data from your library";
            case PUSH -> "to add data to your library";
            case READ_RAW -> "to read the files that were added to your library";
        };
    }

    @Override
    public AccountChoice accountChoice() {
        return AccountChoice.SEVERAL;
    }

    @Override
    public Map<String, String> allow(Consent consent, JsonView parameters, Chosen chosen, World world) {
        User known = consent.terms().user();
        User user = known == null ? world.users().create(world.now()) : known;
        consent.user(user);
        Storage storage = storage(parameters, consent, world);
        if (storage != null) {
            world.storages().attach(storage, user);
        }
        Told.openSession(consent, user, world);
        Map<String, String> told = Told.code(consent, user, world);
        if (known == null && chosen.emptyLibrary()) {
            user.library().clear();
        }
        chosen.sources().forEach(source -> user.library().add(world.account(source, chosen.sample())));
        Told.account(
                told, parameters.has("service") ? account(user, parameters, chosen, world) : Told.firstAccount(user));
        return told;
    }

    /** The account of the source that is asked for: the one that is there, or a new one. */
    private static Map<String, Object> account(User user, JsonView parameters, Chosen chosen, World world) {
        Long source = Long.valueOf(parameters.text("service"));
        return user.library().accounts().stream()
                .filter(account -> source.equals(account.get("sourceId")))
                .findFirst()
                .orElseGet(() -> NewAccount.add(user, parameters, chosen, world));
    }

    private static @Nullable Storage storage(JsonView parameters, Consent consent, World world) {
        String storageRef = parameters.optionalText("storageRef");
        References.Reference reference =
                storageRef == null ? null : world.references().byId(storageRef);
        if (reference == null
                || !reference.type().equals("cloudId")
                || !reference.contract().equals(consent.contract())) {
            return null;
        }
        return world.storages().byId(reference.value());
    }
}
