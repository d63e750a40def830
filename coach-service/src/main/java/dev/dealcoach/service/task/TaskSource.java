package dev.dealcoach.service.task;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a task came from: a page of this service, told by its address. Immutable.
 *
 * @param link from {@code /} on, at most {@value #LONGEST} characters; empty if it came from none
 * @param deal that the page is of; null if it is of none
 * @param subject the contact or review that the page shows; null if it shows none
 */
public record TaskSource(
    Task.Origin origin, String link, @Nullable UUID deal, @Nullable UUID subject) {
  /** Longest address, in characters. */
  public static final int LONGEST = 300;

  /** None. */
  public static final TaskSource NONE = new TaskSource(Task.Origin.NONE, "", null, null);

  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern OF_DEAL =
      Pattern.compile("/deals/(" + ID + ")/(contacts|reviews)/(" + ID + ")");
  private static final Pattern OTHER =
      Pattern.compile("/(brief|alerts|replays)(?:[/?][A-Za-z0-9/?&=.-]*)?");

  /**
   * What an address says.
   *
   * @throws IllegalArgumentException if it is no page that a task can come from
   */
  public static TaskSource of(String link) {
    if (link.isEmpty()) {
      return NONE;
    }
    if (link.length() <= LONGEST) {
      Matcher ofDeal = OF_DEAL.matcher(link);
      if (ofDeal.matches()) {
        return new TaskSource(
            ofDeal.group(2).equals("contacts") ? Task.Origin.CONTACT : Task.Origin.REVIEW,
            link,
            UUID.fromString(ofDeal.group(1)),
            UUID.fromString(ofDeal.group(3)));
      }
      Matcher other = OTHER.matcher(link);
      if (other.matches()) {
        return new TaskSource(
            switch (other.group(1)) {
              case "brief" -> Task.Origin.BRIEF;
              case "alerts" -> Task.Origin.ALERT;
              default -> Task.Origin.REPLAY;
            },
            link,
            null,
            null);
      }
    }
    throw new IllegalArgumentException("no page that a task can come from");
  }
}
