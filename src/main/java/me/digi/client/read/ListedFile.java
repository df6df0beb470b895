package me.digi.client.read;

/** An open file, with what the list says of it. */
public interface ListedFile extends SessionFile {
    /** The file as the list names it. */
    FileEntry entry();
}
