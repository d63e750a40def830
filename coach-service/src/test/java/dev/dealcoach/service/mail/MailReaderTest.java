package dev.dealcoach.service.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a mail stay the writer's own words. */
class MailReaderTest {
  private static final String HEAD =
      "From: Liu <liu@customer.example>\r\nTo: rep@ours.example\r\nSubject: moulds\r\n"
          + "MIME-Version: 1.0\r\n";

  private static byte[] bytes(String mail) {
    return mail.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void quotesAndSignatureGo() {
    Mail mail =
        MailReader.read(
                bytes(
                    HEAD
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                        + "The press stops\r\neleven times a month.\r\n\r\n> you wrote\r\n"
                        + "The auditor complained.\r\n\r\n-- \r\nLiu, production\r\n"))
            .orElseThrow();
    assertThat(mail.paragraphs())
        .containsExactly("The press stops eleven times a month.", "The auditor complained.");
    assertThat(mail.from()).contains("liu@customer.example");
    assertThat(mail.subject()).isEqualTo("moulds");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----Original Message-----",
        "------------------ 原始邮件 ------------------",
        "发件人: 林晓舟",
        "On 3 May 2026, Lin <lin@ours.example> wrote:",
        "2026年5月3日 林晓舟 写道：",
        "发自我的手机"
      })
  void whatIsAnsweredGoes(String line) {
    Mail mail =
        MailReader.read(
                bytes(
                    HEAD
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                        + "二线停了十一次。\r\n\r\n"
                        + line
                        + "\r\n我们的报价是十二万\r\n"))
            .orElseThrow();
    assertThat(mail.paragraphs()).containsExactly("二线停了十一次。");
  }

  @Test
  void oldChineseEncodingsAndPartsInsidePartsAreRead() {
    String text =
        Base64.getMimeEncoder().encodeToString("每次找模具都得翻半天。".getBytes(Charset.forName("GBK")));
    String mail =
        HEAD.replace("Subject: moulds", "Subject: =?gb2312?B?xKO+37ncwO0=?=")
            + "Content-Type: multipart/mixed; boundary=o\r\n\r\n"
            + "--o\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n"
            + "--i\r\nContent-Type: text/plain; charset=gb2312\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + text
            + "\r\n"
            + "--i\r\n"
            + "Content-Type: text/html\r\n\r\n"
            + "<p>other</p>\r\n"
            + "--i--\r\n"
            + "--o\r\n"
            + "Content-Type: text/plain\r\n"
            + "Content-Disposition: attachment\r\n\r\n"
            + "attached\r\n"
            + "--o--\r\n";
    Mail read = MailReader.read(bytes(mail)).orElseThrow();
    assertThat(read.paragraphs()).containsExactly("每次找模具都得翻半天。");
    assertThat(read.subject()).isEqualTo("模具管理");
  }

  @Test
  void markupIsNotShown() {
    Mail mail =
        MailReader.read(
                bytes(
                    HEAD
                        + "Content-Type: text/html; charset=utf-8\r\n\r\n"
                        + "<html><head><style>p{color:red}</style></head><body><p>Moulds &amp;"
                        + " tools<br>are lost</p><script>alert(1)</script><blockquote>our"
                        + " offer</blockquote></body></html>"))
            .orElseThrow();
    assertThat(mail.paragraphs()).containsExactly("Moulds & tools", "are lost");
  }

  @Test
  void whatIsNoMailIsRefused() {
    assertThat(MailReader.read(new byte[0])).isEmpty();
    assertThat(MailReader.read(bytes("just words\nand more"))).isEmpty();
    assertThat(MailReader.read(bytes(HEAD + "\r\n> only a quote\r\n"))).isEmpty();
    assertThat(MailReader.read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})).isEmpty();
  }

  @Test
  void endlessNestingEnds() {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < 3000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
      mail.append("\r\n\r\n--b").append(i).append("\r\n");
    }
    mail.append("\r\nwords\r\n");
    assertThat(MailReader.read(bytes(mail.toString()))).isEmpty();
  }
}
