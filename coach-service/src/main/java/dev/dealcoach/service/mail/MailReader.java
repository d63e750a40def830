package dev.dealcoach.service.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jspecify.annotations.Nullable;

/** Reads mails as mail programs save them. Stateless. */
public final class MailReader {
  /** Parts inside parts, at most. */
  private static final int DEEPEST = 12;

  /** The library reads every level of parts through all those above it, on the stack. */
  private static final int MOST_MULTIPARTS = 100;

  private static final Pattern MULTIPART = Pattern.compile("boundary", Pattern.CASE_INSENSITIVE);

  private static final int MOST_CHARACTERS = 40_000;
  private static final int MOST_PARAGRAPHS = 100;
  private static final int LONGEST_PARAGRAPH = 4_000;

  private static final MimeConfig LIMITS =
      MimeConfig.custom()
          .setMaxLineLen(1_000_000)
          .setMaxHeaderLen(100_000)
          .setMaxHeaderCount(1_000)
          .build();

  /** Where the mail that is answered begins. */
  private static final Pattern ANSWERED =
      Pattern.compile(
          "^(?:-{2,}\\s*(?:Original Message|Forwarded message|原始邮件|转发邮件|原邮件).*"
              + "|_{10,}\\s*"
              + "|(?:发件人|From)\\s*[:：].*"
              + "|On .{5,200} wrote:"
              + "|.{0,100}(?:写道|来信)\\s*[:：])$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SIGNATURE =
      Pattern.compile("^(?:-- ?|发自我的.*|Sent from my .*)$", Pattern.CASE_INSENSITIVE);

  private static final Pattern UNSEEN_MARKUP =
      Pattern.compile("(?is)<(style|script|head|blockquote)\\b.*?</\\1>");
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(?:p|div|tr|li|h\\d)>");
  private static final Pattern TAG = Pattern.compile("(?s)<[^>]{0,5000}>");

  private MailReader() {}

  /** The mail in these bytes; empty if they are none, or nobody wrote anything in it. */
  public static Optional<Mail> read(byte[] eml) {
    String bytes = new String(eml, StandardCharsets.ISO_8859_1);
    if (MULTIPART.matcher(bytes).results().limit(MOST_MULTIPARTS + 1).count() > MOST_MULTIPARTS) {
      return Optional.empty();
    }
    try (InputStream in = new ByteArrayInputStream(eml)) {
      DefaultMessageBuilder builder = new DefaultMessageBuilder();
      builder.setMimeEntityConfig(LIMITS);
      Message message = builder.parseMessage(in);
      try {
        if (message.getFrom() == null && message.getHeader().getField("Subject") == null) {
          return Optional.empty();
        }
        String text = text(message);
        List<String> paragraphs = text == null ? List.of() : paragraphs(text);
        return paragraphs.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Mail(
                    message.getFrom() == null ? "" : String.valueOf(message.getFrom()),
                    message.getSubject() == null ? "" : message.getSubject(),
                    paragraphs));
      } finally {
        message.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // a hostile mail may break the library in any way; to us it is no mail
      return Optional.empty();
    }
  }

  private static @Nullable String text(Message message) throws IOException {
    String plain = part(message, "text/plain", 0);
    if (plain != null && !plain.isBlank()) {
      return plain;
    }
    String html = part(message, "text/html", 0);
    return html == null ? null : seen(html);
  }

  private static @Nullable String part(Entity entity, String type, int depth) throws IOException {
    Body body = entity.getBody();
    if (body instanceof Multipart parts && depth < DEEPEST) {
      for (Entity each : parts.getBodyParts()) {
        String found = part(each, type, depth + 1);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType());
    if (attached || !type.equals(entity.getMimeType()) || !(body instanceof TextBody text)) {
      return null;
    }
    try (InputStream in = text.getInputStream()) {
      String read = new String(in.readNBytes(4 * MOST_CHARACTERS), charset(entity.getCharset()));
      return read.length() <= MOST_CHARACTERS ? read : read.substring(0, MOST_CHARACTERS);
    }
  }

  private static Charset charset(@Nullable String name) {
    if (name == null) {
      return StandardCharsets.UTF_8;
    }
    String known = name.toLowerCase(Locale.ROOT);
    try {
      // what says it is GB2312 or GBK often has characters of the larger set
      return Charset.forName(
          known.startsWith("gb") ? "GB18030" : known.equals("us-ascii") ? "UTF-8" : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String seen(String html) {
    String text = UNSEEN_MARKUP.matcher(html).replaceAll(" ").replaceAll("\\s+", " ");
    text = TAG.matcher(BREAK.matcher(text).replaceAll("\n\n")).replaceAll(" ");
    return StringEscapeUtils.unescapeHtml4(text).replace('\u00A0', ' ');
  }

  /** The writer's own words: up to the mail that is answered, without its quotes and signature. */
  private static List<String> paragraphs(String text) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    for (String line : text.lines().map(String::strip).toList()) {
      if (ANSWERED.matcher(line).matches() || SIGNATURE.matcher(line).matches()) {
        break;
      }
      if (line.isEmpty()) {
        end(paragraph, paragraphs);
      } else if (!line.startsWith(">")) {
        boolean spaced =
            !paragraph.isEmpty()
                && paragraph.charAt(paragraph.length() - 1) < 0x2E80
                && line.charAt(0) < 0x2E80;
        paragraph.append(spaced ? " " : "").append(line);
      }
    }
    end(paragraph, paragraphs);
    return paragraphs.subList(0, Math.min(paragraphs.size(), MOST_PARAGRAPHS));
  }

  private static void end(StringBuilder paragraph, List<String> paragraphs) {
    String text = paragraph.toString().strip();
    paragraph.setLength(0);
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      paragraphs.add(
          text.length() <= LONGEST_PARAGRAPH ? text : text.substring(0, LONGEST_PARAGRAPH));
    }
  }
}
