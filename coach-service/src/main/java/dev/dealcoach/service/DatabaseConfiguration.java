package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.store.Database;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.util.Duration;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is.
 *
 * @param url JDBC address of a PostgreSQL; null or empty for an H2 in the data directory
 * @param connections most connections at a time
 */
public record DatabaseConfiguration(
    @JsonProperty @Nullable String url,
    @JsonProperty @Nullable String user,
    @JsonProperty @Nullable String password,
    @JsonProperty @Min(4) int connections) {
  /** What is used when nothing is said. */
  static final DatabaseConfiguration STANDARD = new DatabaseConfiguration(null, null, null, 16);

  /**
   * How connections are made.
   *
   * @param dataDirectory for the H2 files
   */
  DataSourceFactory factory(Path dataDirectory) {
    DataSourceFactory factory = new DataSourceFactory();
    Map<String, String> properties = new LinkedHashMap<>();
    if (url == null || url.isBlank()) {
      Path file = dataDirectory.toAbsolutePath().resolve("database").resolve("coach");
      factory.setDriverClass("org.h2.Driver");
      factory.setUrl("jdbc:h2:file:" + file + ";" + Database.H2_OPTIONS);
      factory.setUser("sa");
      factory.setPassword("");
    } else {
      factory.setDriverClass("org.postgresql.Driver");
      factory.setUrl(url);
      factory.setUser(Optional.ofNullable(user).orElse(""));
      factory.setPassword(Optional.ofNullable(password).orElse(""));
      // the server's details repeat the values of a row, which are customers' words
      properties.put("logServerErrorDetail", "false");
      properties.put("connectTimeout", "5");
    }
    factory.setProperties(properties);
    factory.setMinSize(2);
    factory.setInitialSize(2);
    factory.setMaxSize(connections);
    factory.setMaxWaitForConnection(Duration.seconds(5));
    factory.setValidationQuery("select 1");
    // a connection that outlived its server is replaced before anybody meets it
    factory.setCheckConnectionOnBorrow(true);
    factory.setValidationInterval(Duration.seconds(1));
    return factory;
  }
}
