package dev.dealcoach.service.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
  @TempDir Path folder;

  private List<String> read(byte[] bytes) throws IOException, UnusableInput {
    return Statements.read(Files.write(folder.resolve("notes.txt"), bytes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "GB18030"})
  void takesTheEncodingsThatEditorsWrite(String charset) throws Exception {
    byte[] bytes = "换型要停两个小时。\n预算四十万\n".getBytes(Charset.forName(charset));
    assertThat(read(bytes)).containsExactly("换型要停两个小时。", "预算四十万");
  }

  @Test
  void aStatementsNumberIsItsLine() throws Exception {
    assertThat(read("\uFEFF一\r\n\r\n三".getBytes(StandardCharsets.UTF_8)))
        .containsExactly("一", "", "三");
    assertThat(read(new byte[0])).isEmpty();
    assertThat(read("\n".getBytes(StandardCharsets.UTF_8))).containsExactly("");
  }

  @Test
  void refusesWhatIsNoText() {
    assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xFF}))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("notes.no-text");
    assertThatThrownBy(() -> Statements.read(folder.resolve("none.txt")))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("notes.not-readable");
    assertThatThrownBy(() -> Statements.read(folder))
        .isInstanceOf(UnusableInput.class)
        .hasMessage("notes.not-readable");
  }
}
