package dev.dealcoach.service.store;

import dev.dealcoach.service.library.KnownNames;
import dev.dealcoach.service.library.Masking;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The names as deals, contacts and accounts have them. */
public final class JdbiKnownNames implements KnownNames {
  private final Jdbi jdbi;

  public JdbiKnownNames(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Masking.Known of(UUID deal) {
    return jdbi.withHandle(
        handle ->
            Masking.Known.of(
                texts(handle, "select name from customers", null),
                List.of(
                        texts(handle, "select people from contacts where deal = :deal", deal),
                        texts(handle, "select name from accounts", null))
                    .stream()
                    .flatMap(List::stream)
                    .toList()));
  }

  private static List<String> texts(
      Handle handle, String query, @org.jspecify.annotations.Nullable UUID deal) {
    var asked = handle.createQuery(query);
    if (deal != null) {
      asked.bind("deal", deal);
    }
    return asked.mapTo(String.class).list();
  }
}
