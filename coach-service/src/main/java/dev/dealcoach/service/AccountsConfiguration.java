package dev.dealcoach.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dealcoach.service.account.AccountRules;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.concurrent.TimeUnit;

/**
 * How accounts are guarded; see {@link AccountRules}.
 *
 * @param idle a session ends when it was not used for so long
 * @param longest a session ends so long after it was opened
 * @param failures so many wrong passwords in a row lock an account
 * @param lock for so long
 */
public record AccountsConfiguration(
    @JsonProperty @NotNull @MinDuration(value = 1, unit = TimeUnit.MINUTES) Duration idle,
    @JsonProperty @NotNull @MinDuration(value = 1, unit = TimeUnit.MINUTES) Duration longest,
    @JsonProperty @Min(1) int failures,
    @JsonProperty @NotNull Duration lock) {

  AccountRules rules() {
    return new AccountRules(
        idle.toJavaDuration(), longest.toJavaDuration(), failures, lock.toJavaDuration());
  }
}
