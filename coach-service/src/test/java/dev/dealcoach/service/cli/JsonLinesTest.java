package dev.dealcoach.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
  private static List<String> lines(String text, int longest) throws IOException {
    List<String> all = new ArrayList<>();
    try (JsonLines lines =
        new JsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        all.add(new String(line, StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  @Test
  void theMarkBlankLinesAndTheFinalBreakAreNoLines() throws Exception {
    assertThat(lines("\uFEFF{\"a\":1}\r\n\n  \n{\"b\":2}\n", 100))
        .containsExactly("{\"a\":1}\r", "{\"b\":2}");
    assertThat(lines("{}\n{}", 100)).hasSize(2);
    assertThat(lines("", 100)).isEmpty();
    assertThat(lines("\uFEFF", 100)).isEmpty();
  }

  @Test
  void aLineTooLongIsOneLineThatIsNoJson() throws Exception {
    assertThat(lines("{\"long\":\"0123456789\"}\n{}\n", 5)).containsExactly("!", "{}");
  }
}
