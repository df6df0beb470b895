package me.digi.client.read

/** What [readAllAsFlow] tells: each file as it has been read, how far it has got, and at the end how it all came out. */
public sealed interface ReadEvent<out T> {
    /** A file has been read whole. One that changes meanwhile comes again, in place of what came before. */
    public class File<out T>(
        /** The file as the list named it when it was read. */
        public val entry: FileEntry,
        /** What it is. */
        public val metadata: FileMetadata,
        /** What was made of its content. */
        public val content: T,
    ) : ReadEvent<T> {
        /** Shows the file's name and nothing of its content. */
        override fun toString(): String = "File(${entry.name})"
    }

    /** How far the reading has got. Told when the collector has time for it, and skipped when it has not. */
    public class Progress(
        /** How far. */
        public val progress: ReadProgress,
    ) : ReadEvent<Nothing> {
        override fun toString(): String = "Progress($progress)"
    }

    /** The end, and the last event: what was read, what failed and why. See [ReadAllSummary.isComplete]. */
    public class Finished(
        /** How it came out. */
        public val summary: ReadAllSummary,
    ) : ReadEvent<Nothing> {
        override fun toString(): String = "Finished(${summary.end})"
    }
}
