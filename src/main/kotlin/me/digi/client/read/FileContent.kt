package me.digi.client.read

/** A file that [readAllAsFlow] has read, with the result of its lambda. */
public class FileContent<out T>(
    /** The list entry at the time of reading. */
    public val entry: FileEntry,
    /** The file's metadata. */
    public val metadata: FileMetadata,
    /** The lambda's result. */
    public val content: T,
) {
    public val name: String get() = entry.name()

    /** Hides the content. */
    override fun toString(): String = "FileContent($name)"
}
