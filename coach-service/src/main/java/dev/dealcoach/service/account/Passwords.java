package dev.dealcoach.service.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id, in the usual text form ({@code $argon2id$v=19$m=…}). What a hash
 * costs stands in it, so that the cost can be raised without making old ones useless. Thread-safe;
 * callers wait while others hash, because each takes much memory.
 */
public final class Passwords {
  /** Shortest password, in characters. */
  public static final int SHORTEST = 10;

  /** Longest password, in characters: what is hashed should be bounded. */
  public static final int LONGEST = 200;

  // OWASP's password storage recommendation for Argon2id: 19 MiB, 2 passes, 1 lane
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int AT_ONCE = 2;

  private static final Pattern TEXT =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final SecureRandom random = new SecureRandom();
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  /** Whether this may be somebody's password. */
  public static boolean acceptable(String password) {
    int length = password.codePointCount(0, password.length());
    return length >= SHORTEST && length <= LONGEST;
  }

  /** The hash of a password, with a salt of its own. */
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = hash(password, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            KIBIBYTES, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** Whether the password is the one that was hashed; false for what is no hash. */
  public boolean matches(String password, String hash) {
    Matcher text = TEXT.matcher(hash);
    if (!text.matches() || password.length() > 4 * LONGEST) {
      return false;
    }
    byte[] expected = Base64.getDecoder().decode(text.group(5));
    byte[] actual =
        hash(
            password,
            Base64.getDecoder().decode(text.group(4)),
            Integer.parseInt(text.group(1)),
            Integer.parseInt(text.group(2)),
            Integer.parseInt(text.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, actual);
  }

  private byte[] hash(
      String password, byte[] salt, int kibibytes, int passes, int lanes, int bytes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(kibibytes)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[bytes];
    // the same password typed on another keyboard may be composed differently
    byte[] input =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    places.acquireUninterruptibly();
    try {
      generator.generateBytes(input, hash);
    } finally {
      places.release();
    }
    return hash;
  }
}
