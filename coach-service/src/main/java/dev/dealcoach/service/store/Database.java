package dev.dealcoach.service.store;

import dev.dealcoach.service.alert.Alert;
import dev.dealcoach.service.audit.AuditEntry;
import dev.dealcoach.service.contact.Contact;
import dev.dealcoach.service.contact.Summary;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.notice.Notice;
import dev.dealcoach.service.people.Account;
import dev.dealcoach.service.people.ApiToken;
import dev.dealcoach.service.people.Membership;
import dev.dealcoach.service.people.Secret;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.proposal.StoredReview;
import dev.dealcoach.service.task.Task;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/** The database's schema, and how its rows become records. */
public final class Database {
  /** The list of steps on the class path. */
  public static final String MIGRATIONS = "migrations.yml";

  /**
   * What every H2 address ends in: PostgreSQL's dialect, and a commit is on disk when it returns.
   */
  public static final String H2_OPTIONS = "MODE=PostgreSQL;WRITE_DELAY=0";

  private static final List<Class<?>> ROWS =
      List.of(
          Account.class,
          Alert.class,
          ApiToken.class,
          AuditEntry.class,
          Contact.class,
          Deal.class,
          Membership.class,
          Notice.class,
          Secret.class,
          dev.dealcoach.service.deal.Statement.class,
          StoredReview.class,
          Summary.class,
          Task.class,
          Team.class);

  /** Any number that nothing else in the database uses. */
  private static final long TURN = 5_331_274;

  private Database() {}

  /** A null id needs a type that PostgreSQL takes for one. */
  private static final class UuidArguments extends AbstractArgumentFactory<UUID> {
    UuidArguments() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(UUID value, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, value);
    }
  }

  /**
   * Brings the schema up to date. Other processes that do the same at the same time wait for each
   * other.
   *
   * @throws SQLException if the database cannot be reached
   * @throws LiquibaseException if a step fails
   */
  public static void migrate(DataSource source) throws SQLException, LiquibaseException {
    migrate(source, null);
  }

  /**
   * Brings the schema to a certain state.
   *
   * @param last the step to stop after, as {@link #steps} names it; null for all steps
   * @throws IllegalArgumentException if this program does not have the step
   */
  public static void migrate(DataSource source, @Nullable String last)
      throws SQLException, LiquibaseException {
    // Liquibase's own lock is a table that is not there yet when two processes find an empty
    // database, and stays behind when a process is killed; this one does neither. H2 lets only one
    // process in, so its own threads are all that could meet there.
    synchronized (Database.class) {
      try (Connection turn = source.getConnection()) {
        boolean postgres = turn.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        if (postgres) {
          execute(turn, "select pg_advisory_lock(" + TURN + ")");
        }
        try {
          update(source, last);
        } finally {
          if (postgres) {
            execute(turn, "select pg_advisory_unlock(" + TURN + ")");
          }
        }
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The steps that made this database's schema, in their order. */
  public static List<String> steps(Connection connection) throws SQLException {
    List<String> steps = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select filename, id from databasechangelog order by orderexecuted")) {
      while (rows.next()) {
        steps.add(step(rows.getString(1), rows.getString(2)));
      }
    }
    return steps;
  }

  private static String step(String file, String id) {
    return file + "#" + id;
  }

  private static void update(Liquibase liquibase, @Nullable String last) throws LiquibaseException {
    if (last == null) {
      liquibase.update(new Contexts(), new LabelExpression());
      return;
    }
    List<ChangeSet> left = liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression());
    for (int i = 0; i < left.size(); i++) {
      if (step(left.get(i).getFilePath(), left.get(i).getId()).equals(last)) {
        liquibase.update(i + 1, new Contexts(), new LabelExpression());
        return;
      }
    }
    throw new IllegalArgumentException("this program does not know the schema's step " + last);
  }

  private static void update(DataSource source, @Nullable String last)
      throws SQLException, LiquibaseException {
    try (Connection connection = source.getConnection();
        Liquibase liquibase =
            new Liquibase(
                MIGRATIONS,
                new ClassLoaderResourceAccessor(),
                DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(connection)))) {
      // the console belongs to the command's result
      Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> update(liquibase, last));
    } catch (SQLException | LiquibaseException | IllegalArgumentException e) {
      throw e;
    } catch (Exception e) {
      throw new LiquibaseException(e);
    }
  }

  /** JDBI that knows our records. */
  public static Jdbi jdbi(DataSource source) {
    return knowing(Jdbi.create(source));
  }

  /** The same JDBI, which now knows our records. */
  public static Jdbi knowing(Jdbi jdbi) {
    jdbi.registerArgument(new UuidArguments());
    // a statement's values are customers' words, and its message ends in the log
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    ROWS.forEach(row -> jdbi.registerRowMapper(ConstructorMapper.factory(row)));
    return jdbi;
  }
}
