package dev.dealcoach.service.web.record;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends a file, or the part of it that a player asks for (RFC 9110, one range). Stateless. */
final class FilePart {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private FilePart() {}

  /**
   * The answer.
   *
   * @param range the header {@code Range}; null for the whole file. What is no range of bytes, or
   *     several, is answered with the whole file, as the standard allows.
   */
  static Response answer(Path file, String type, @Nullable String range) throws IOException {
    long size = Files.size(file);
    Matcher asked = RANGE.matcher(range == null ? "" : range.strip());
    if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
      return part(Response.ok(), file, type, 0, size);
    }
    long first;
    long last;
    if (asked.group(1).isEmpty()) {
      first = Math.max(0, size - Long.parseLong(asked.group(2)));
      last = size - 1;
    } else {
      first = Long.parseLong(asked.group(1));
      last =
          asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
    }
    if (first > last || first >= size) {
      return Response.status(416).header("Content-Range", "bytes */" + size).build();
    }
    Response.ResponseBuilder answer =
        Response.status(206).header("Content-Range", "bytes " + first + "-" + last + "/" + size);
    return part(answer, file, type, first, last - first + 1);
  }

  private static Response part(
      Response.ResponseBuilder answer, Path file, String type, long first, long length) {
    return answer
        .entity(stream(file, first, length))
        .type(type)
        .header("Accept-Ranges", "bytes")
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .build();
  }

  private static StreamingOutput stream(Path file, long first, long length) {
    return out -> {
      try (SeekableByteChannel channel = Files.newByteChannel(file).position(first);
          InputStream in = Channels.newInputStream(channel)) {
        byte[] piece = new byte[1 << 16];
        long left = length;
        while (left > 0) {
          int read = in.read(piece, 0, (int) Math.min(piece.length, left));
          if (read < 0) {
            return;
          }
          out.write(piece, 0, read);
          left -= read;
        }
      }
    };
  }
}
