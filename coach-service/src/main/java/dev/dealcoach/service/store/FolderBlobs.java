package dev.dealcoach.service.store;

import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import dev.dealcoach.service.blob.BlobResult.Reason;
import dev.dealcoach.service.blob.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Files in a folder, {@code ab/cd/abcd…}. A file is written beside its place, forced to disk and
 * moved there in one step, so that whoever sees it sees all of it; several processes may share the
 * folder.
 */
public final class FolderBlobs implements Blobs {
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final Path incoming;
  private final Opening opening;

  /** Opens a new file; another one is used to try what a full disk does. */
  @FunctionalInterface
  interface Opening {
    FileChannel open(Path file) throws IOException;
  }

  /**
   * @param folder made when the first file is stored
   */
  public FolderBlobs(Path folder) {
    this(
        folder,
        file -> FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  FolderBlobs(Path folder, Opening opening) {
    this.folder = folder;
    this.incoming = folder.resolve("incoming");
    this.opening = opening;
  }

  /** The source of the bytes failed, not the store. */
  private static final class SourceFailed extends IOException {
    SourceFailed(IOException cause) {
      super(cause);
    }

    @Override
    public synchronized IOException getCause() {
      return (IOException) super.getCause();
    }
  }

  @Override
  public BlobResult put(InputStream content, long limit) throws IOException {
    Path unfinished = incoming.resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(incoming);
      return put(content, limit, unfinished);
    } catch (SourceFailed e) {
      throw e.getCause();
    } catch (IOException | ReadOnlyFileSystemException e) {
      return failed(e);
    } finally {
      discard(unfinished);
    }
  }

  private BlobResult put(InputStream content, long limit, Path unfinished) throws IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    byte[] buffer = new byte[BUFFER];
    try (FileChannel file = opening.open(unfinished)) {
      for (int read = read(content, buffer); read >= 0; read = read(content, buffer)) {
        bytes += read;
        if (bytes > limit) {
          return new BlobResult.Failed(Reason.TOO_LARGE, "over " + limit + " bytes");
        }
        digest.update(buffer, 0, read);
        ByteBuffer part = ByteBuffer.wrap(buffer, 0, read);
        while (part.hasRemaining()) {
          file.write(part);
        }
      }
      file.force(true);
    }
    Blob blob = new Blob(HexFormat.of().formatHex(digest.digest()), bytes);
    Path target = place(blob);
    if (!Files.exists(target)) {
      Files.createDirectories(target.getParent());
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return new BlobResult.Stored(blob);
  }

  private static int read(InputStream content, byte[] buffer) throws SourceFailed {
    try {
      return content.read(buffer);
    } catch (IOException e) {
      throw new SourceFailed(e);
    }
  }

  private static void discard(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException | ReadOnlyFileSystemException e) {
      // swept with the folder; the caller is told of what mattered
    }
  }

  private Path place(Blob blob) {
    String name = blob.sha256();
    return folder.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
  }

  @Override
  public Optional<Path> find(Blob blob) {
    return Optional.of(place(blob)).filter(Files::isRegularFile);
  }

  @Override
  public boolean writable() {
    Path probe = incoming.resolve("probe-" + UUID.randomUUID());
    try {
      Files.createDirectories(incoming);
      try (FileChannel file = opening.open(probe)) {
        file.write(ByteBuffer.wrap(new byte[1]));
      }
      return true;
    } catch (IOException | ReadOnlyFileSystemException e) {
      return false;
    } finally {
      discard(probe);
    }
  }

  static BlobResult.Failed failed(Exception e) {
    // Java has no type for a full disk; the system's words are in the message
    String words =
        (e instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : String.valueOf(e.getMessage()))
            .toLowerCase(Locale.ROOT);
    Reason reason;
    if (words.contains("no space left") || words.contains("quota exceeded")) {
      reason = Reason.FULL;
    } else if (e instanceof AccessDeniedException
        || e instanceof ReadOnlyFileSystemException
        || words.contains("read-only")
        || words.contains("operation not permitted")) {
      reason = Reason.READ_ONLY;
    } else {
      reason = Reason.UNAVAILABLE;
    }
    return new BlobResult.Failed(reason, e.getClass().getSimpleName() + ": " + words);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
