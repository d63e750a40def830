package dev.dealcoach.speech.audio;

import dev.dealcoach.speech.Encoded;
import dev.dealcoach.speech.Fixture;
import dev.dealcoach.speech.Wav;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the folder of files that harm, each with what may become of it. */
final class HostileAudio {
  private static final Set<String> READ = Set.of("read");
  private static final Set<String> DAMAGED = Set.of("damaged", "empty");
  private static final Set<String> NOT_AUDIO = Set.of("not-audio");

  /** What is cut or scratched is read as far as it goes, or refused. */
  private static final Set<String> EITHER = Set.of("read", "damaged", "empty");

  private static final Set<String> SCRATCHED =
      Set.of("read", "damaged", "empty", "too-long", "no-audio-stream");

  private final Path folder;
  private final Map<String, Set<String>> expected = new TreeMap<>();

  private HostileAudio(Path folder) {
    this.folder = folder;
  }

  /**
   * Fills the folder.
   *
   * @param port of a listener that nobody may call
   * @return the files' names with the outcomes that are right
   */
  static Map<String, Set<String>> fill(Path folder, int port) throws Exception {
    HostileAudio made = new HostileAudio(folder);
    made.wavs();
    made.endless();
    made.others(port);
    made.encoded();
    made.notFiles();
    return made.expected;
  }

  private Path add(String name, byte[] content, Set<String> outcomes) throws IOException {
    expected.put(name, outcomes);
    return Files.write(folder.resolve(name), content);
  }

  private void wavs() throws IOException {
    byte[] tone = Wav.tone(1, 1, 16_000, 16, 1);
    byte[] good = Wav.file(1, 1, 16_000, 16, 1);
    add("cut-in-header.wav", Arrays.copyOf(good, 20), DAMAGED);
    add("cut-before-data.wav", Arrays.copyOf(good, 40), DAMAGED);
    add("cut-at-data.wav", Arrays.copyOf(good, 44), DAMAGED);
    add("cut-in-frame.wav", Arrays.copyOf(good, 10_001), READ);
    add("data-too-long.wav", Wav.of(1, 1, 16_000, 16, 0xFFFFFFF0L, tone), READ);
    add("data-too-short.wav", Wav.of(1, 1, 16_000, 16, 2, tone), READ);
    add("data-unknown.wav", Wav.of(1, 1, 16_000, 16, 0, tone), READ);
    add("rate-0.wav", Wav.of(1, 1, 0, 16, tone.length, tone), DAMAGED);
    add("rate-4g.wav", Wav.of(1, 1, -1, 16, tone.length, tone), DAMAGED);
    add("channels-0.wav", Wav.of(1, 0, 16_000, 16, tone.length, tone), DAMAGED);
    add("channels-65535.wav", Wav.of(1, 65_535, 16_000, 16, tone.length, tone), DAMAGED);
    add("bits-0.wav", Wav.of(1, 1, 16_000, 0, 2, tone.length, tone), DAMAGED);
    add("bits-999.wav", Wav.of(1, 1, 16_000, 999, 2, tone.length, tone), DAMAGED);
    add("block-lies.wav", Wav.of(1, 1, 16_000, 16, 4_096, tone.length, tone), DAMAGED);
    add("8-bit.wav", Wav.file(1, 1, 8_000, 8, 1), READ);
    add("192k.wav", Wav.file(1, 2, 192_000, 24, 1), READ);
    add("32-channels.wav", Wav.file(1, 32, 48_000, 16, 1), READ);
    add("double.wav", Wav.file(3, 1, 44_100, 64, 1), READ);
    byte[] wild = new byte[64_000];
    new Random(3).nextBytes(wild);
    add("float-nan.wav", Wav.of(3, 1, 16_000, 32, wild.length, wild), READ);
    add("unknown-codec.wav", Wav.of(0x4242, 1, 16_000, 16, tone.length, tone), DAMAGED);
    add("a-law.wav", Wav.of(6, 1, 8_000, 8, wild.length, wild), READ);
    add("ms-adpcm-lies.wav", Wav.of(2, 1, 16_000, 16, 3, tone.length, tone), EITHER);
    byte[] huge = good.clone();
    Arrays.fill(huge, 16, 20, (byte) 0xFF);
    add("format-of-4g.wav", huge, DAMAGED);
    byte[] nameless = good.clone();
    System.arraycopy(Wav.ascii("none"), 0, nameless, 12, 4);
    add("without-format.wav", nameless, DAMAGED);
    add("quarter-second.wav", Wav.file(1, 1, 16_000, 16, 0.25), READ);
    add("one-sample.wav", Wav.of(1, 1, 16_000, 16, 2, new byte[2]), READ);
  }

  private void endless() throws IOException {
    // a gigabyte of silence that takes no room on the disk
    Path sparse = add("endless.wav", Wav.of(1, 1, 16_000, 16, 0xFFFFFFFFL, new byte[0]), Set.of());
    expected.put("endless.wav", Set.of("too-long"));
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    // the smallest frame of AMR has 13 bytes and lasts 20 ms: 25 minutes in a megabyte
    ByteArrayOutputStream amr = new ByteArrayOutputStream();
    amr.writeBytes(Wav.ascii("#!AMR\n"));
    byte[] frames = new byte[13 * 76_000];
    for (int i = 0; i < frames.length; i += 13) {
      frames[i] = 4;
    }
    amr.writeBytes(frames);
    add("endless.amr", amr.toByteArray(), Set.of("too-long"));
  }

  private void others(int port) throws IOException {
    add("text.mp3", "客户说预算五十万。\n".repeat(2_000).getBytes(StandardCharsets.UTF_8), NOT_AUDIO);
    add("page.m4a", Wav.ascii("<html><body>hello</body></html>"), NOT_AUDIO);
    add("document.wav", Wav.ascii("%PDF-1.7\n1 0 obj <<>> endobj\n"), NOT_AUDIO);
    add("program.ogg", Wav.ascii("\177ELF\2\1\1" + "\0".repeat(5_000)), NOT_AUDIO);
    byte[] noise = new byte[100_000];
    for (int seed = 1; seed <= 3; seed++) {
      new Random(seed).nextBytes(noise);
      add("noise-" + seed + ".mp3", noise.clone(), Set.of("not-audio", "damaged", "empty", "read"));
    }
    add("zeros.mp3", new byte[100_000], Set.of("not-audio"));
    add("nothing.wav", new byte[0], Set.of("empty"));
    add("one-byte.mp3", new byte[] {(byte) 0xFF}, NOT_AUDIO);
    add("riff-only.wav", Wav.ascii("RIFF"), DAMAGED);
    String url = "http://127.0.0.1:" + port + "/a.mp3";
    Path secret = add("secret.wav", Wav.file(1, 1, 16_000, 16, 1), READ);
    add("list.m3u8", Wav.ascii("#EXTM3U\n#EXTINF:1,\n" + url + "\n#EXT-X-ENDLIST\n"), NOT_AUDIO);
    add("list-of-files.m3u8", Wav.ascii("#EXTM3U\n#EXTINF:1,\n" + secret + "\n"), NOT_AUDIO);
    add("list.ffconcat", Wav.ascii("ffconcat version 1.0\nfile " + secret + "\n"), NOT_AUDIO);
    add("list.sdp", Wav.ascii("v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio " + port), NOT_AUDIO);
    add("-i.mp3", Wav.ascii("a name that looks like an option"), NOT_AUDIO);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("a.wav"));
      out.write(Wav.file(1, 1, 16_000, 16, 1));
    }
    add("zipped.wav", zip.toByteArray(), NOT_AUDIO);
  }

  /** Real files of each format, whole, cut in the middle and scratched. */
  private void encoded() throws Exception {
    Path wav = Fixture.wav("budget");
    Random random = new Random(11);
    for (String ending : new String[] {"mp3", "m4a", "ogg", "flac", "webm", "amr"}) {
      String codec =
          switch (ending) {
            case "mp3" -> "libmp3lame";
            case "m4a" -> "aac";
            case "flac" -> "flac";
            case "amr" -> "libopencore_amrnb";
            default -> "libopus";
          };
      if (ending.equals("amr") && Encoded.complete().isEmpty()) {
        continue;
      }
      String rate = ending.equals("amr") ? "8000" : "16000";
      Path whole = Encoded.make(wav, folder.resolve("whole." + ending), "-c:a", codec, "-ar", rate);
      expected.put("whole." + ending, READ);
      byte[] bytes = Files.readAllBytes(whole);
      add("cut." + ending, Arrays.copyOf(bytes, bytes.length / 2), EITHER);
      add("begin." + ending, Arrays.copyOf(bytes, 50), Set.of("damaged", "empty", "read"));
      for (int i = 0; i < bytes.length / 50; i++) {
        bytes[100 + random.nextInt(bytes.length - 100)] = (byte) random.nextInt();
      }
      add("scratched." + ending, bytes, SCRATCHED);
    }
    Path film = folder.resolve("film.mp4");
    Encoded.run(film, "-f", "lavfi", "-i", "testsrc=d=1:s=64x48", "-c:v", "mpeg4");
    expected.put("film.mp4", Set.of("no-audio-stream"));
    Path talkie = folder.resolve("talkie.mp4");
    Encoded.run(
        talkie,
        "-f",
        "lavfi",
        "-i",
        "testsrc=d=1:s=64x48",
        "-i",
        wav.toString(),
        "-c:v",
        "mpeg4",
        "-c:a",
        "aac");
    expected.put("talkie.mp4", READ);
    Path picture = folder.resolve("picture.mp3");
    Encoded.run(
        picture, "-f", "lavfi", "-i", "testsrc=d=1:s=64x48", "-frames:v", "1", "-f", "apng");
    expected.put("picture.mp3", NOT_AUDIO);
  }

  private void notFiles() throws IOException {
    Files.createDirectory(folder.resolve("folder.wav"));
    expected.put("folder.wav", Set.of("not-readable"));
    expected.put("missing.wav", Set.of("not-readable"));
    Files.createSymbolicLink(folder.resolve("loop.wav"), folder.resolve("loop.wav"));
    expected.put("loop.wav", Set.of("not-readable"));
  }
}
