package dev.dealcoach.service.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.service.blob.Blob;
import dev.dealcoach.service.blob.BlobResult;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files are there whole and once, or not at all and with a reason. */
class FolderBlobsTest {
  /** Of "abc", from FIPS 180-2. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void keepsTheSameBytesOnce() throws IOException {
    FolderBlobs blobs = new FolderBlobs(folder);
    assertThat(blobs.put(bytes("abc"), 10)).isEqualTo(new BlobResult.Stored(new Blob(ABC, 3)));
    assertThat(blobs.put(bytes("abc"), 10)).isEqualTo(new BlobResult.Stored(new Blob(ABC, 3)));
    assertThat(files()).containsExactly(folder.resolve("ba").resolve("78").resolve(ABC));
    assertThat(blobs.find(new Blob(ABC, 3)).orElseThrow()).hasContent("abc");
    assertThat(blobs.find(new Blob("0".repeat(64), 3))).isEmpty();
    assertThat(blobs.writable()).isTrue();
    assertThat(files()).hasSize(1);
  }

  @Test
  void takesNoMoreThanTheLimit() throws IOException {
    FolderBlobs blobs = new FolderBlobs(folder);
    assertThat(blobs.put(bytes("abcd"), 3))
        .isInstanceOfSatisfying(
            BlobResult.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo(BlobResult.Reason.TOO_LARGE));
    assertThat(blobs.put(bytes("abc"), 3)).isInstanceOf(BlobResult.Stored.class);
    assertThat(files()).hasSize(1);
  }

  @Test
  void aBrokenSourceIsNotTheStoresFailure() throws IOException {
    FolderBlobs blobs = new FolderBlobs(folder);
    InputStream broken =
        new FilterInputStream(bytes("xxxxx")) {
          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read < 0) {
              throw new IOException("connection lost");
            }
            return read;
          }
        };
    assertThatThrownBy(() -> blobs.put(broken, 100)).hasMessage("connection lost");
    assertThat(files()).isEmpty();
  }

  /** {@code /dev/full} answers every write as a full disk does. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsSaidSo() throws IOException {
    FolderBlobs blobs =
        new FolderBlobs(
            folder, file -> FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE));
    assertThat(reason(blobs.put(bytes("abc"), 10))).isEqualTo(BlobResult.Reason.FULL);
    assertThat(blobs.writable()).isFalse();
    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeReachedIsSaidSo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    FolderBlobs blobs = new FolderBlobs(file.resolve("blobs"));
    assertThat(reason(blobs.put(bytes("abc"), 10))).isEqualTo(BlobResult.Reason.UNAVAILABLE);
    assertThat(blobs.writable()).isFalse();
  }

  @Test
  void aFolderThatMayNotBeWrittenIsSaidSo() {
    assertThat(FolderBlobs.failed(new AccessDeniedException("x")).reason())
        .isEqualTo(BlobResult.Reason.READ_ONLY);
    assertThat(
            FolderBlobs.failed(new FileSystemException("x", null, "Read-only file system"))
                .reason())
        .isEqualTo(BlobResult.Reason.READ_ONLY);
  }

  private static BlobResult.Reason reason(BlobResult result) {
    return ((BlobResult.Failed) result).reason();
  }
}
