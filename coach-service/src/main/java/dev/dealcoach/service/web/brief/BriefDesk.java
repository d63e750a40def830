package dev.dealcoach.service.web.brief;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.brief.Brief;
import dev.dealcoach.service.brief.Briefs;
import dev.dealcoach.service.figure.WorkCalendar;
import dev.dealcoach.service.people.Sight;
import dev.dealcoach.service.people.Team;
import dev.dealcoach.service.people.TeamStore;
import dev.dealcoach.service.people.TeamTree;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds the brief that is asked for. Thread-safe. */
public final class BriefDesk {
  private final Briefs briefs;
  private final BriefWording wording;
  private final TeamStore teams;
  private final Access access;

  public BriefDesk(Briefs briefs, BriefWording wording, TeamStore teams, Access access) {
    this.briefs = briefs;
    this.wording = wording;
    this.teams = teams;
    this.access = access;
  }

  /** The teams whose briefs this person reads, in the order of the tree. */
  List<TeamTree.Branch> teams(Viewer viewer) {
    Set<UUID> seen = access.sight(viewer).teams();
    return TeamTree.of(teams.all().stream().filter(team -> seen.contains(team.id())).toList())
        .branches();
  }

  /** The week that is under way. */
  LocalDate thisWeek() {
    return briefs.thisWeek();
  }

  /**
   * The Monday of the week that is asked for.
   *
   * @param text any day of it; empty for the last week that is over
   * @throws BadRequestException if it is no day, or its week has not begun
   */
  LocalDate week(String text) {
    if (text.isBlank()) {
      return briefs.thisWeek().minusWeeks(1);
    }
    LocalDate monday;
    try {
      monday = WorkCalendar.week(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      throw new BadRequestException(e);
    }
    if (monday.isAfter(briefs.thisWeek())) {
      throw new BadRequestException();
    }
    return monday;
  }

  /**
   * The brief of a team's week.
   *
   * @param part page, paper or program, for the audit log
   * @throws NotFoundException if the team is not seen
   */
  BriefText brief(Viewer viewer, UUID id, LocalDate monday, String part, Language language) {
    Sight sight = access.team(viewer, id, part).orElseThrow(NotFoundException::new);
    Team team =
        teams.all().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    Brief brief = briefs.of(team, sight, monday);
    return wording.of(brief, language);
  }
}
