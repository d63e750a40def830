package dev.dealcoach.speech.audio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What the first bytes of a file say of it. */
final class SoundFile {
  /** How many bytes are looked at. */
  static final int HEAD = 64;

  /** AMR, Ogg, FLAC, Sun audio, Core Audio, AIFF and AVI containers, MP3 with a tag. */
  private static final List<String> MAGIC =
      List.of("#!AMR", "OggS", "fLaC", ".snd", "caff", "FORM", "RIFF", "RF64", "ID3");

  private static final byte[] EBML = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};
  private static final byte[] ASF = {0x30, 0x26, (byte) 0xB2, 0x75};

  private SoundFile() {}

  /**
   * Whether a file that begins so is of a kind that carries sound. It says how a file that cannot
   * be decoded is called: damaged, or no sound file at all.
   */
  static boolean likely(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return MAGIC.stream().anyMatch(text::startsWith)
        || text.startsWith("ftyp", 4)
        || begins(head, EBML)
        || begins(head, ASF)
        || mpegFrame(head);
  }

  private static boolean begins(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  /** An MP3 or ADTS frame: eleven bits set, and a layer and rate that exist. */
  private static boolean mpegFrame(byte[] head) {
    if (head.length < 4 || head[0] != (byte) 0xFF || (head[1] & 0xE0) != 0xE0) {
      return false;
    }
    boolean adts = (head[1] & 0xF6) == 0xF0;
    boolean layer = (head[1] & 0x18) != 0x08 && (head[1] & 0x06) != 0;
    boolean rate = (head[2] & 0xF0) != 0xF0 && (head[2] & 0x0C) != 0x0C;
    return adts || (layer && rate);
  }
}
