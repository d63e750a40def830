package dev.dealcoach.speech.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealcoach.speech.Fixture;
import dev.dealcoach.speech.ModelCopy;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.model.Installation.Code;
import dev.dealcoach.speech.transcript.SpokenLanguage;
import dev.dealcoach.speech.transcript.Transcription;
import dev.dealcoach.speech.vosk.UnusableModelException;
import dev.dealcoach.speech.vosk.VoskTranscriber;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Installing over the network and from a zip, and all that goes wrong on the way. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ModelInstallerTest {
  private static final String ID = "vosk-model-test-zh-1";

  /** In this process: the models here are sound or refused without harm. */
  private static final ModelTrial TRIAL =
      model -> {
        try {
          VoskTranscriber.tryOut(model);
          return new ModelTrial.Outcome.Passed();
        } catch (UnusableModelException e) {
          return new ModelTrial.Outcome.Failed(e.getMessage());
        }
      };

  @TempDir Path folder;
  private ModelStore store;
  private ModelInstaller installer;
  private byte[] zip;
  private ZipServer server;

  @BeforeEach
  void open() throws Exception {
    store = new ModelStore(folder.resolve("models"));
    installer = new ModelInstaller(store, TRIAL, Duration.ofSeconds(2));
    zip =
        Files.readAllBytes(
            ModelCopy.zip(ModelCopy.of(folder.resolve("m")), ID, folder.resolve("m.zip")));
    server = new ZipServer(zip);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private CatalogueEntry entry(@Nullable String sha256) {
    return new CatalogueEntry(
        ID,
        SpokenLanguage.ZH,
        CatalogueEntry.Scale.SMALL,
        URI.create("https://example.invalid/" + ID + ".zip"),
        "1 MB",
        null,
        sha256,
        "Apache-2.0",
        Map.of());
  }

  private String sha256() throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(zip));
  }

  private Installation download() throws Exception {
    return installer.install(entry(sha256()), server.folder(), InstallProgress.NONE);
  }

  private static void assertFailed(Installation result, Code code) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Installation.Failed.class, failed -> assertThat(failed.code()).isEqualTo(code));
  }

  /** The installed model works, and nothing lies beside it. */
  private void assertInUse() throws Exception {
    InstalledModel model = store.find(ID).orElseThrow();
    assertThat(model.unchanged()).isTrue();
    try (VoskTranscriber transcriber =
        VoskTranscriber.open(model.open(), Fixture.wavDecoder(), 1)) {
      Transcription result = transcriber.transcribe(Fixture.wav("no-budget"), AudioLimits.STANDARD);
      assertThat(((Transcription.Transcribed) result).transcript().text()).isEqualTo("还没谈预算");
      assertThat(((Transcription.Transcribed) result).transcript().model().id()).isEqualTo(ID);
    }
    assertThat(directories()).containsExactly(model.directory());
  }

  private List<Path> directories() throws IOException {
    try (Stream<Path> all = Files.list(store.folder())) {
      return all.filter(Files::isDirectory)
          .filter(path -> !path.endsWith("downloads"))
          .sorted()
          .toList();
    }
  }

  @Test
  void downloadsFromAMirrorAndSaysHowFarItIs() throws Exception {
    List<InstallProgress.Stage> stages = new ArrayList<>();
    long[] most = {0};
    Installation result =
        installer.install(
            entry(sha256()),
            server.folder(),
            (stage, done, total) -> {
              if (stages.isEmpty() || stages.getLast() != stage) {
                stages.add(stage);
              }
              assertThat(done).isLessThanOrEqualTo(total);
              most[0] = Math.max(most[0], done);
            });
    assertThat(result).isInstanceOf(Installation.Done.class);
    assertThat(stages).containsExactly(InstallProgress.Stage.values());
    assertThat(most[0]).isGreaterThanOrEqualTo(zip.length);
    assertInUse();
    try (Stream<Path> left = Files.list(store.downloads())) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aBrokenDownloadGoesOnWhereItStopped() throws Exception {
    server.breakAfter = zip.length / 3;
    assertFailed(download(), Code.HALF_DOWNLOADED);
    assertFailed(download(), Code.HALF_DOWNLOADED);
    assertThat(store.installed()).isEmpty();
    server.breakAfter = Integer.MAX_VALUE;
    assertThat(download()).isInstanceOf(Installation.Done.class);
    assertThat(server.asked.getFirst()).isEqualTo("all");
    assertThat(server.asked).hasSize(3).last().asString().startsWith("bytes=").endsWith("-");
    assertInUse();
  }

  @Test
  void aDownloadOfAnotherVersionBeginsAnew() throws Exception {
    server.breakAfter = zip.length / 2;
    assertFailed(download(), Code.HALF_DOWNLOADED);
    server.breakAfter = Integer.MAX_VALUE;
    server.version = "\"two\"";
    assertThat(download()).isInstanceOf(Installation.Done.class);
    assertInUse();
  }

  @Test
  void aServerThatKnowsNoRangesOrVersionsBeginsAnew() throws Exception {
    server.breakAfter = zip.length / 2;
    server.version = "";
    server.ranges = false;
    assertFailed(download(), Code.HALF_DOWNLOADED);
    server.breakAfter = Integer.MAX_VALUE;
    assertThat(download()).isInstanceOf(Installation.Done.class);
    assertThat(server.asked).containsExactly("all", "all");
  }

  @Test
  void aServerThatFallsSilentIsGivenUp() throws Exception {
    server.breakAfter = zip.length / 2;
    server.stall = true;
    assertFailed(download(), Code.HALF_DOWNLOADED);
  }

  @Test
  void whatTheServerDoesNotGiveIsSaid() throws Exception {
    server.status = 404;
    Installation result = download();
    assertFailed(result, Code.NOT_SERVED);
    assertThat(((Installation.Failed) result).detail()).isEqualTo("404");
    URI gone = server.folder();
    server.close();
    assertFailed(installer.install(entry(null), gone, InstallProgress.NONE), Code.NO_CONNECTION);
  }

  @Test
  void aWrongChecksumIsNotInstalledAndNotKept() throws Exception {
    Installation result =
        installer.install(entry("0".repeat(64)), server.folder(), InstallProgress.NONE);
    assertFailed(result, Code.WRONG_CHECKSUM);
    assertThat(store.downloads().resolve(ID + ".zip.part")).doesNotExist();
    assertFailed(fromZip(folder.resolve("m.zip"), "0".repeat(64)), Code.WRONG_CHECKSUM);
    assertThat(store.installed()).isEmpty();
  }

  @Test
  void moreThanTheDiskHoldsIsSaidBeforeItIsFetched() throws Exception {
    server.announced = Long.MAX_VALUE / 2;
    assertFailed(download(), Code.DISK_FULL);
    assertThat(store.installed()).isEmpty();
  }

  private Installation fromZip(Path file, @Nullable String sha256) throws Exception {
    return installer.install(ID, null, file, sha256, InstallProgress.NONE);
  }

  @Test
  void installsFromALocalZipWithOrWithoutAFolderInIt() throws Exception {
    assertThat(fromZip(folder.resolve("m.zip"), sha256())).isInstanceOf(Installation.Done.class);
    assertInUse();
    Path flat = folder.resolve("flat.zip");
    ModelCopy.zip(folder.resolve("m"), "a/b", flat);
    assertThat(fromZip(flat, null)).isInstanceOf(Installation.Done.class);
    assertInUse();
    assertThat(store.find(ID).orElseThrow().language()).isEqualTo(SpokenLanguage.ZH);
  }

  @Test
  void whateverFailsTheOldModelStaysInUse() throws Exception {
    assertThat(fromZip(folder.resolve("m.zip"), null)).isInstanceOf(Installation.Done.class);
    InstalledModel before = store.find(ID).orElseThrow();
    assertFailed(fromZip(folder.resolve("none.zip"), null), Code.NOT_READABLE);
    Path bad = folder.resolve("bad.zip");
    Files.write(bad, Arrays.copyOf(zip, zip.length / 2));
    assertFailed(fromZip(bad, null), Code.BROKEN_ZIP);
    Files.writeString(bad, "<html>Not found</html>");
    assertFailed(fromZip(bad, null), Code.BROKEN_ZIP);
    byte[] scratched = zip.clone();
    new Random(1).ints(200, 1_000, zip.length / 2).forEach(i -> scratched[i] ^= 0x55);
    Files.write(bad, scratched);
    assertFailed(fromZip(bad, null), Code.BROKEN_ZIP);
    assertFailed(fromZip(with(Map.of("readme.txt", new byte[10])), null), Code.NOT_A_MODEL);
    assertFailed(fromZip(with(Map.of()), null), Code.NOT_A_MODEL);
    Path damaged = ModelCopy.of(folder.resolve("damaged"));
    Files.write(
        damaged.resolve("am/final.mdl"),
        Arrays.copyOf(Files.readAllBytes(damaged.resolve("am/final.mdl")), 300_000));
    assertFailed(
        fromZip(ModelCopy.zip(damaged, "x", folder.resolve("d.zip")), null), Code.TRIAL_FAILED);
    assertThat(store.find(ID)).contains(before);
    assertInUse();
  }

  @Test
  void aZipThatLeadsOutsideIsRefused() throws Exception {
    for (String name :
        List.of("../evil", "a/../../evil", "/evil", "..\\evil", "x/am/../../../evil")) {
      Path bad = with(Map.of("x/am/final.mdl", new byte[1], name, new byte[] {1}));
      assertFailed(fromZip(bad, null), Code.UNSAFE_ZIP);
    }
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.map(path -> path.getFileName().toString())).doesNotContain("evil", "..\\evil");
    }
  }

  @Test
  void aBombIsRefused() throws Exception {
    Path bomb = with(Map.of("x/am/final.mdl", new byte[200 << 20]));
    assertThat(Files.size(bomb)).isLessThan(1 << 20);
    assertFailed(fromZip(bomb, null), Code.UNSAFE_ZIP);
    assertThat(directories()).isEmpty();
  }

  @Test
  void aFullDiskLeavesTheOldModel() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=2500k", "tmpfs", small.toString())
            .redirectErrorStream(true)
            .start();
    mount.getInputStream().readAllBytes();
    Assumptions.assumeTrue(mount.waitFor() == 0, "no file system can be mounted here");
    try {
      store = new ModelStore(small.resolve("models"));
      installer = new ModelInstaller(store, TRIAL, Duration.ofSeconds(2));
      assertThat(fromZip(folder.resolve("m.zip"), null)).isInstanceOf(Installation.Done.class);
      try (OutputStream filler = Files.newOutputStream(small.resolve("filler"))) {
        filler.write(new byte[1_300_000]);
      }
      assertFailed(fromZip(folder.resolve("m.zip"), null), Code.DISK_FULL);
      assertFailed(download(), Code.DISK_FULL);
      assertInUse();
    } finally {
      new ProcessBuilder("umount", small.toString()).start().waitFor();
    }
  }

  @Test
  void oneInstallationAtATime() throws Exception {
    Files.createDirectories(store.folder());
    try (FileChannel channel =
            FileChannel.open(
                store.folder().resolve(".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertFailed(fromZip(folder.resolve("m.zip"), null), Code.BUSY);
    }
    assertThat(fromZip(folder.resolve("m.zip"), null)).isInstanceOf(Installation.Done.class);
  }

  @Test
  void whatAKilledInstallationLeftIsSweptAwayAndNothingElse() throws Exception {
    Path left = Files.createDirectories(store.folder().resolve(ID + "@123/am")).getParent();
    Path other = Files.createDirectories(store.folder().resolve("somebody-elses"));
    assertThat(fromZip(folder.resolve("m.zip"), null)).isInstanceOf(Installation.Done.class);
    assertThat(left).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void aTranscriberThatIsAtWorkKeepsItsModelWhenAnotherIsInstalled() throws Exception {
    assertThat(fromZip(folder.resolve("m.zip"), null)).isInstanceOf(Installation.Done.class);
    InstalledModel before = store.find(ID).orElseThrow();
    try (VoskTranscriber transcriber =
        VoskTranscriber.open(before.open(), Fixture.wavDecoder(), 1)) {
      assertThat(fromZip(folder.resolve("m.zip"), null)).isInstanceOf(Installation.Done.class);
      assertThat(before.directory()).doesNotExist();
      assertThat(transcriber.transcribe(Fixture.wav("budget"), AudioLimits.STANDARD))
          .isInstanceOf(Transcription.Transcribed.class);
    }
    assertInUse();
  }

  @Test
  void brokenRecordsAreNoModels() throws Exception {
    Files.createDirectories(store.folder());
    Files.writeString(store.folder().resolve("a.json"), "{");
    Files.writeString(store.folder().resolve("b.json"), "{\"id\":\"c\"}");
    Files.writeString(
        store.folder().resolve("d.json"),
        "{\"id\":\"d\",\"directory\":\"../../etc\",\"language\":\"zh\"}");
    assertThat(store.installed()).isEmpty();
    assertThat(store.find("../d")).isEmpty();
  }

  /** A zip with these files. */
  private Path with(Map<String, byte[]> files) throws IOException {
    Path made = Files.createTempFile(folder, "made", ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(made))) {
      for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return made;
  }
}
