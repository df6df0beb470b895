package examples;

import examples.support.Service;
import java.nio.file.Path;
import me.digi.client.DigiMeUser;
import me.digi.client.read.ReadAllOptions;
import me.digi.client.read.ReadAllRun;
import me.digi.client.read.ReadAllSummary;
import me.digi.client.read.ReadAllSummary.End;
import me.digi.client.read.ReadProgress;

/**
 * Reads all files into a directory, where each is complete or absent, and prints the progress.
 *
 * <p>Arguments: {@code [token.json [directory]]}. Default: {@code digime-files}.
 */
public final class DownloadAllFiles {
    public static void main(String[] args) throws Exception {
        try (Service service = Service.fromVariables()) {
            DigiMeUser user = service.user(service.contract(), args);
            Path directory =
                    args.length > 1 ? Path.of(args[1]) : service.directory().resolve("digime-files");

            ReadAllRun run = user.files(user.startSession())
                    .readAllRequest()
                    .options(ReadAllOptions.builder().parallelism(8).build())
                    .listener(DownloadAllFiles::show)
                    .startInto(directory);
            ReadAllSummary summary = run.await(); // Another thread may call run.stop().

            summary.files().forEach(file -> System.out.println(file.path()));
            if (!summary.failures().isEmpty()) {
                throw new IllegalStateException("Not all files could be read: " + summary.failures());
            }
        }
    }

    private static void show(ReadProgress progress) {
        if (progress.end() == End.RUNNING) { // The summary follows the last one.
            System.out.printf(
                    "%s of %s files, %s bytes, %s%n",
                    progress.filesDone(), progress.filesKnown(), progress.bytes(), progress.state());
        }
    }
}
