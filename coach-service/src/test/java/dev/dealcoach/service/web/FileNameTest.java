package dev.dealcoach.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @ParameterizedTest
  @CsvSource({
    "方案.pdf, 方案.pdf",
    "../../etc/passwd, passwd",
    "C:\\Users\\me\\Desktop\\方案 v2.docx, 方案 v2.docx",
    "/方案.pdf, 方案.pdf",
    "🚀提案🚀.pptx, 🚀提案🚀.pptx",
    ".pdf, .pdf"
  })
  void foldersGoAndTheNameStays(String raw, String name) {
    assertThat(FileName.of(raw).text()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", ".", "a/", "\u0000", "\u202e", "   "})
  void nothingLeftIsADocument(String raw) {
    assertThat(FileName.of(raw).text()).isEqualTo("document");
  }

  @Test
  void controlAndDirectionMarksGo() {
    assertThat(FileName.of("a\u202efdp.exe\r\nX: y\u0007.pdf").text())
        .isEqualTo("afdp.exeX: y.pdf");
  }

  @Test
  void longNamesKeepTheirEndingAndWholeCharacters() {
    FileName name = FileName.of("🚀".repeat(300) + ".pdf");
    assertThat(name.text().codePointCount(0, name.text().length())).isEqualTo(120);
    assertThat(name.text()).endsWith("….pdf");
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(name.text())).isTrue();
  }

  @Test
  void theDownloadHeaderIsPlainAscii() {
    String header = FileName.of("方案 \"v*2\";🚀.pdf").attachment();
    assertThat(header).matches("attachment; filename\\*=UTF-8''[A-Za-z0-9%._-]+");
    assertThat(header).contains("%E6%96%B9").contains("%20").contains("%2A").contains("%22");
  }

  @Test
  void theStemLacksTheEnding() {
    assertThat(FileName.of("a.b.pdf").stem()).isEqualTo("a.b");
    assertThat(FileName.of(".pdf").stem()).isEqualTo(".pdf");
  }
}
