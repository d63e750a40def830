package dev.dealcoach.service.web.team;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.discovery.Questions;
import dev.dealcoach.service.figure.Figures;
import dev.dealcoach.service.people.AccountStore;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.team.TeamWork;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Pages;
import java.time.InstantSource;
import java.util.List;

/** The managers' pages and resources. */
public final class TeamParts {
  private TeamParts() {}

  /**
   * All of them.
   *
   * @param questions what is asked about an item that is missed
   */
  public static List<Object> of(
      TeamStore teams,
      AccountStore accounts,
      TeamWork work,
      ContactStore contacts,
      Figures figures,
      Questions questions,
      Access access,
      Messages messages,
      Pages pages,
      InstantSource clock) {
    Overview overview = new Overview(teams, accounts, work, figures, questions, access, clock);
    return List.of(
        new TeamPages(overview, figures, pages),
        new PersonPages(teams, accounts, work, contacts, overview, figures, access, pages, clock),
        new TeamResource(overview, work, contacts, access, messages, clock));
  }
}
