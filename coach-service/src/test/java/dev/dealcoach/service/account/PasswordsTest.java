package dev.dealcoach.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Passwords are told from others by their Argon2id hash. */
class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void knowsItsPasswordAndNoOther() {
    String hash = passwords.hash("正确的密码 staple");
    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(300);
    assertThat(passwords.matches("正确的密码 staple", hash)).isTrue();
    assertThat(passwords.matches("正确的密码 stapl", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
    assertThat(passwords.hash("正确的密码 staple")).isNotEqualTo(hash);
  }

  /** Made by the reference program: {@code argon2 somesalt -id -t 2 -m 16 -p 1} of "password". */
  @Test
  void readsWhatTheReferenceProgramMakes() {
    String hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(passwords.matches("password", hash)).isTrue();
    assertThat(passwords.matches("Password", hash)).isFalse();
  }

  @Test
  void sameLettersComposedDifferentlyAreTheSame() {
    assertThat(
            passwords.matches("re\u0301sume\u0301-long", passwords.hash("r\u00e9sum\u00e9-long")))
        .isTrue();
  }

  @Test
  void whatIsNoHashMatchesNothing() {
    assertThat(passwords.matches("password", "password")).isFalse();
    assertThat(passwords.matches("password", "")).isFalse();
  }

  @Test
  void tooShortAndTooLongAreNotTaken() {
    assertThat(Passwords.acceptable("123456789")).isFalse();
    assertThat(Passwords.acceptable("1234567890")).isTrue();
    assertThat(Passwords.acceptable("密".repeat(201))).isFalse();
  }
}
