package me.digi.client.sandbox;

import java.util.List;
import java.util.function.Function;
import me.digi.client.sandbox.internal.state.Library;
import me.digi.client.sandbox.internal.state.World;

/**
 * What a user has, to look at and to change. A new user has three accounts, and a few files in each of them. Safe for use
 * by many threads.
 */
public final class SandboxLibrary {
    private final World world;
    private final Library library;

    SandboxLibrary(World world, Library library) {
        this.world = world;
        this.library = library;
    }

    /** The ids of the accounts: a bank, a hospital and a social network, unless they changed. */
    public List<String> accountIds() {
        return locked(Library::accountIds);
    }

    /** The files there are, mapped ones and raw ones. */
    public List<SandboxFile> files() {
        return locked(Library::files);
    }

    /** These files and no others, from now on. */
    public SandboxLibrary files(SandboxFile... files) {
        return locked(library -> {
            library.clearFiles();
            List.of(files).forEach(library::put);
            return this;
        });
    }

    /** One more file; or, if there is one of that name, another in its place. */
    public SandboxLibrary add(SandboxFile file) {
        return locked(library -> {
            library.put(file);
            return this;
        });
    }

    /** How sessions go that are opened from now on; {@link SyncScript#standard()} unless set. */
    public SandboxLibrary script(SyncScript script) {
        return locked(library -> {
            library.script(script);
            return this;
        });
    }

    private <T> T locked(Function<Library, T> work) {
        return world.locked(() -> work.apply(library));
    }
}
