package dev.dealcoach.service.web;

import dev.dealcoach.service.people.Role;
import java.util.List;

/** Which pages somebody can go to from anywhere, by role: the bar of every page shows them. */
public final class Navigation {
  /**
   * A page in the bar.
   *
   * @param id by which a page says that it is the one; its name is the sentence {@code nav.id}
   * @param address where it is
   */
  public record Entry(String id, String address) {}

  private static final Entry HOME = new Entry("home", "/home");
  private static final Entry DEALS = new Entry("deals", "/deals");

  private static final Entry EXAMPLES = new Entry("examples", "/examples");

  private static final List<Entry> REP =
      List.of(HOME, DEALS, EXAMPLES, new Entry("learn", "/honours"));
  private static final List<Entry> MANAGER =
      List.of(
          new Entry("team", "/team"),
          new Entry("queue", "/queue"),
          HOME,
          DEALS,
          EXAMPLES,
          new Entry("learn", "/brief"));
  private static final List<Entry> TRAINER =
      List.of(
          new Entry("workspace", "/workspace"),
          new Entry("disputes", "/disputes"),
          new Entry("agreement", "/agreement"),
          EXAMPLES);
  private static final List<Entry> ADMIN =
      List.of(
          new Entry("users", "/manage/users"),
          new Entry("teams", "/manage/teams"),
          new Entry("settings", "/manage/settings"),
          new Entry("speech", "/manage/speech"),
          new Entry("jobs", "/manage/jobs"),
          new Entry("messages", "/manage/messages"),
          new Entry("system", "/manage/system"),
          new Entry("audit", "/manage/audit"));

  private Navigation() {}

  /** The pages of a role; where its day begins comes first. */
  public static List<Entry> of(Role role) {
    return switch (role) {
      case REP -> REP;
      case MANAGER -> MANAGER;
      case TRAINER -> TRAINER;
      case ADMIN -> ADMIN;
    };
  }

  /** Where somebody of this role begins. */
  public static String start(Role role) {
    return of(role).getFirst().address();
  }
}
