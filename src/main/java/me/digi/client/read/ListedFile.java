package me.digi.client.read;

/** An open file, with its entry in the list. */
public interface ListedFile extends SessionFile {
    FileEntry entry();
}
