package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.account.AccountRules;
import dev.dealcoach.service.web.operation.Rates;
import io.dropwizard.core.Configuration;
import io.dropwizard.db.DataSourceFactory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of the service, as they stand in {@code config/coach.yml}. */
public final class CoachConfiguration extends Configuration {
  @NotNull private final Path dataDirectory;
  @Valid @NotNull private final ReadingConfiguration reading;
  @Valid private final DatabaseConfiguration database;
  @Valid private final JobsConfiguration jobs;
  private final Path files;
  @Valid @Nullable private final AccountsConfiguration accounts;
  private final boolean sampleCompany;
  @Valid private final LimitsConfiguration limits;
  @Valid private final SpeechConfiguration speech;
  @Valid private final FiguresConfiguration figures;
  @Valid private final AlertsConfiguration alerts;
  @Nullable private final Path rules;

  /**
   * The settings that are ours; Dropwizard's are set afterwards.
   *
   * @param dataDirectory the folder for everything the service keeps
   * @param reading how files are read
   * @param database where the database is; null for an H2 in the data directory
   * @param jobs how reviews are made in the background; null for the usual
   * @param files the folder of the files handed in, which several processes may share; null for one
   *     in the data directory
   * @param accounts how accounts are guarded; null for the usual
   * @param sampleCompany whether an empty database is filled with an invented company to try
   * @param limits how much one account or address may ask for; null for the usual
   * @param speech how recordings are transcribed; null for the usual
   * @param figures the company's days and thresholds; null for the usual
   * @param alerts how people are told what needs them; null for the usual
   * @param rules the folder of the company's own rule pack, which lies on the standard one; null or
   *     empty for none
   */
  @JsonCreator
  public CoachConfiguration(
      @JsonProperty("dataDirectory") Path dataDirectory,
      @JsonProperty("reading") ReadingConfiguration reading,
      @JsonProperty("database") @Nullable DatabaseConfiguration database,
      @JsonProperty("jobs") @Nullable JobsConfiguration jobs,
      @JsonProperty("files") @Nullable Path files,
      @JsonProperty("accounts") @Nullable AccountsConfiguration accounts,
      @JsonProperty("sampleCompany") boolean sampleCompany,
      @JsonProperty("limits") @Nullable LimitsConfiguration limits,
      @JsonProperty("speech") @Nullable SpeechConfiguration speech,
      @JsonProperty("figures") @Nullable FiguresConfiguration figures,
      @JsonProperty("alerts") @Nullable AlertsConfiguration alerts,
      @JsonProperty("rules") @Nullable Path rules) {
    this.dataDirectory = dataDirectory;
    this.reading = reading;
    this.database = database == null ? DatabaseConfiguration.STANDARD : database;
    this.jobs = jobs == null ? JobsConfiguration.STANDARD : jobs;
    this.files = files == null ? dataDirectory.resolve("files") : files;
    this.accounts = accounts;
    this.sampleCompany = sampleCompany;
    this.limits = limits == null ? LimitsConfiguration.STANDARD : limits;
    this.speech = speech == null ? SpeechConfiguration.STANDARD : speech;
    this.figures = figures == null ? FiguresConfiguration.STANDARD : figures;
    this.alerts = alerts == null ? AlertsConfiguration.STANDARD : alerts;
    this.rules = rules == null || rules.toString().isEmpty() ? null : rules;
  }

  /** The folder for everything the service keeps. */
  public Path dataDirectory() {
    return dataDirectory;
  }

  /** How files are read. */
  public ReadingConfiguration reading() {
    return reading;
  }

  /** How connections to the database are made. */
  public DataSourceFactory database() {
    return database.factory(dataDirectory);
  }

  /** How reviews are made in the background. */
  public JobsConfiguration jobs() {
    return jobs;
  }

  /** How accounts are guarded. */
  public AccountRules accounts() {
    return accounts == null ? AccountRules.STANDARD : accounts.rules();
  }

  /** Whether an empty database is filled with an invented company to try. */
  public boolean sampleCompany() {
    return sampleCompany;
  }

  /** The folder of the files handed in. */
  public Path files() {
    return files;
  }

  /** How much one account or address may ask for. */
  public Rates limits() {
    return limits.rates();
  }

  /** The company's days, and from where on a figure is red or green. */
  public FiguresConfiguration figures() {
    return figures;
  }

  /** How recordings are transcribed. */
  public SpeechConfiguration speech() {
    return speech;
  }

  /** How people are told what needs them. */
  public AlertsConfiguration alerts() {
    return alerts;
  }

  /** The folder of the company's own rule pack; empty for none. */
  public Optional<Path> rules() {
    return Optional.ofNullable(rules);
  }
}
