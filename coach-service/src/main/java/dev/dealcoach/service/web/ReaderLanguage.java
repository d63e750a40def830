package dev.dealcoach.service.web;

import dev.dealcoach.nlp.text.Language;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which language the person at the browser reads. */
public final class ReaderLanguage {
  /** Name of the query parameter, the form field and the cookie. */
  public static final String NAME = "lang";

  private static final int YEAR = 365 * 24 * 60 * 60;

  private ReaderLanguage() {}

  /**
   * The address's {@code lang}, else the cookie's, else the browser's first of ours, else Chinese.
   */
  public static Language of(UriInfo uri, HttpHeaders headers) {
    Cookie cookie = headers.getCookies().get(NAME);
    return asked(uri)
        .or(() -> coded(cookie == null ? null : cookie.getValue()))
        .or(
            () ->
                headers.getAcceptableLanguages().stream()
                    .flatMap(locale -> coded(locale.getLanguage()).stream())
                    .findFirst())
        .orElse(Language.ZH);
  }

  /** What the address asks for. */
  public static Optional<Language> asked(UriInfo uri) {
    return coded(uri.getQueryParameters().getFirst(NAME));
  }

  /** The language with this code, if it is one of ours. */
  public static Optional<Language> coded(@Nullable String code) {
    return Arrays.stream(Language.values())
        .filter(each -> code != null && each.code().equals(code.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Keeps the choice for the next visit. */
  public static NewCookie remembered(Language language) {
    return new NewCookie.Builder(NAME)
        .value(language.code())
        .path("/")
        .maxAge(YEAR)
        .sameSite(NewCookie.SameSite.LAX)
        .httpOnly(true)
        .build();
  }
}
