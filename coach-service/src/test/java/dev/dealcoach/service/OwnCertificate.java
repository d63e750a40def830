package dev.dealcoach.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate as a company would have one of its own.
 *
 * @param store key store that holds it
 */
public record OwnCertificate(Path store) {
  private static final String PASSWORD = "changeit";

  /**
   * Makes one.
   *
   * @param names of the host; the first is the subject's
   */
  public static OwnCertificate in(Path folder, String... names) throws Exception {
    Path store = folder.resolve("coach.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "coach",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + names[0],
                "-ext",
                "san=" + Stream.of(names).map("dns:"::concat).collect(Collectors.joining(",")),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    return new OwnCertificate(store);
  }

  /** Settings of a service that shows it. */
  public String[] settings() {
    return new String[] {
      "server.connector.keyStorePath=" + store, "server.connector.keyStorePassword=" + PASSWORD
    };
  }

  /** A client that trusts it and nobody else. */
  public HttpClient client() throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }
}
