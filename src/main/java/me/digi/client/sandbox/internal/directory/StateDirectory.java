package me.digi.client.sandbox.internal.directory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import me.digi.client.sandbox.SandboxClock;
import me.digi.client.sandbox.internal.jose.Pem;
import me.digi.client.sandbox.internal.jose.ResponseSigner;
import me.digi.client.sandbox.internal.state.Changes;
import me.digi.client.sandbox.internal.state.Contract;
import me.digi.client.sandbox.internal.state.User;
import me.digi.client.sandbox.internal.state.World;

/** Keeps a world in a directory: reads it at start, and saves each change before the response that reports it. */
public final class StateDirectory implements AutoCloseable {
    private static final String WORLD = "sandbox";
    private static final String TOKEN = "control-token";

    private final DocumentDirectory documents;
    private boolean closed;

    private StateDirectory(DocumentDirectory documents) {
        this.documents = documents;
    }

    /**
     * Opens a directory, and creates it if it does not exist.
     *
     * @throws IllegalStateException if another sandbox is using it
     */
    public static StateDirectory open(Path path) {
        return new StateDirectory(DocumentDirectory.open(path.toAbsolutePath().normalize()));
    }

    /**
     * Reads the directory into an empty world, and saves later changes.
     *
     * @throws IllegalStateException if a file is damaged, or was written by a newer version
     */
    public void keep(World world, ResponseSigner signer, SandboxClock clock) {
        SavedContents contents = new SavedContents(documents.path().resolve("contents"));
        WorldDocument worldDocument = new WorldDocument(world, signer, clock, contents);
        UserDocument userDocument = new UserDocument(world, contents);
        world.change(() -> {
            if (documents.has(WORLD)) {
                documents.read(WORLD, worldDocument::read);
                documents.names("users").forEach(name -> documents.read(name, userDocument::read));
            }
            world.changes().saveWith(changes -> save(changes, world, worldDocument, userDocument));
        });
        try {
            contents.deleteUnused();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up " + documents.path(), e);
        }
    }

    /** The file with the private key of a contract, as PEM. */
    public Path keyFile(String contractId) {
        return documents.path().resolve(keyName(contractId));
    }

    /** Returns the saved token of the control API, or saves this new one. */
    public String controlToken(String newToken) {
        Path file = documents.path().resolve(TOKEN);
        try {
            if (Files.exists(file)) {
                return Files.readString(file, US_ASCII).trim();
            }
            documents.writeBytes(TOKEN, newToken.getBytes(US_ASCII));
            return newToken;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public void close() {
        closed = true;
        documents.close();
    }

    private void save(Changes changes, World world, WorldDocument worldDocument, UserDocument userDocument) {
        if (closed) {
            // A key was generated after the end, and another sandbox may be using the directory now.
            return;
        }
        for (User user : changes.users()) {
            if (user.isDeleted()) {
                documents.delete(UserDocument.name(user.id()));
            } else {
                documents.write(UserDocument.name(user.id()), userDocument.write(user));
            }
        }
        if (changes.ofTheWorld()) {
            documents.write(WORLD, worldDocument.write());
            world.contracts().all().stream().filter(Contract::hasKeys).forEach(this::writeKey);
        }
    }

    private void writeKey(Contract contract) {
        if (!Files.exists(keyFile(contract.id()))) {
            documents.writeBytes(
                    keyName(contract.id()),
                    Pem.pkcs1(contract.keys().getPrivate()).getBytes(US_ASCII));
        }
    }

    private static String keyName(String contractId) {
        return "keys/" + URLEncoder.encode(contractId, US_ASCII) + ".pem";
    }
}
