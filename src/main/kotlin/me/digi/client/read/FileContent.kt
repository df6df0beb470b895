package me.digi.client.read

/** A file that [readAllAsFlow] has read whole, and what was made of its content. */
public class FileContent<out T>(
    /** The file as the list named it when it was read. */
    public val entry: FileEntry,
    /** What the file is. */
    public val metadata: FileMetadata,
    /** What was made of its content. */
    public val content: T,
) {
    /** The file's name. */
    public val name: String get() = entry.name()

    /** Shows the file's name and nothing of its content. */
    override fun toString(): String = "FileContent($name)"
}
