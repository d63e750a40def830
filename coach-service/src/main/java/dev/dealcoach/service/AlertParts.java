package dev.dealcoach.service;

import dev.dealcoach.service.alert.AlertLetters;
import dev.dealcoach.service.alert.AlertWording;
import dev.dealcoach.service.alert.ItemWording;
import dev.dealcoach.service.alert.Mailings;
import dev.dealcoach.service.alert.Watch;
import dev.dealcoach.service.dispatch.Channel;
import dev.dealcoach.service.dispatch.Outbox;
import dev.dealcoach.service.dispatch.Sender;
import dev.dealcoach.service.dispatch.SendingHours;
import dev.dealcoach.service.dispatch.Wishes;
import dev.dealcoach.service.library.LibraryStore;
import dev.dealcoach.service.retrieval.ExampleChoice;
import dev.dealcoach.service.store.JdbiAlerts;
import dev.dealcoach.service.store.JdbiLibrary;
import dev.dealcoach.service.store.JdbiOutbox;
import dev.dealcoach.service.store.JdbiWishes;
import dev.dealcoach.service.web.alerts.AlertPages;
import dev.dealcoach.service.web.alerts.AlertResource;
import dev.dealcoach.service.web.alerts.Inbox;
import dev.dealcoach.service.web.alerts.OutboxPages;
import dev.dealcoach.service.web.alerts.OutboxResource;
import dev.dealcoach.service.web.alerts.WishPages;
import dev.dealcoach.service.web.alerts.WishResource;
import dev.dealcoach.service.web.day.Day;
import dev.dealcoach.service.web.day.DayPages;
import dev.dealcoach.service.web.day.History;
import java.util.List;
import java.util.Map;

/** Puts together who is told what in time: alerts, inbox, robots, mail. */
final class AlertParts {
  private AlertParts() {}

  /**
   * Adds what looks after alerts and sends messages; gives the resources and pages, and those of
   * the day, which show what waits.
   */
  static List<Object> of(
      Foundation foundation,
      AlertsConfiguration settings,
      ItemWording itemWording,
      Day day,
      History history) {
    JdbiAlerts alerts = new JdbiAlerts(foundation.jdbi());
    Wishes.Store wishes = new JdbiWishes(foundation.jdbi());
    Outbox outbox = new JdbiOutbox(foundation.jdbi());
    LibraryStore library = new JdbiLibrary(foundation.jdbi());
    AlertWording wording = new AlertWording(foundation.messages()::text);
    Mailings mailings =
        new Mailings(
            wishes,
            foundation.accounts(),
            settings.usual(),
            settings.words(),
            settings.quiet(),
            new SendingHours(
                foundation.figures().calendar().zone(), foundation.figures().calendar()::works));
    Map<String, Channel> channels = settings.open(foundation.clock());
    Watch watch =
        new Watch(
            alerts,
            foundation.figures(),
            foundation.teams(),
            foundation.accounts(),
            mailings,
            settings.digestTime(),
            foundation.clock());
    Sender sender =
        new Sender(
            outbox,
            channels,
            new AlertLetters(
                alerts,
                foundation.contacts(),
                mailings,
                itemWording,
                wording,
                foundation.figures(),
                settings.digestTime(),
                settings.address(),
                settings.customers()),
            settings.rules(),
            mailings::next,
            foundation.clock());
    foundation.environment().lifecycle().manage(watch);
    foundation.environment().lifecycle().manage(sender);
    Inbox inbox =
        new Inbox(
            alerts,
            foundation.accounts(),
            foundation.teams(),
            foundation.contacts(),
            new ExampleChoice(library, foundation.library(), foundation.industries()),
            itemWording,
            wording,
            mailings,
            foundation.figures(),
            settings.digestTime(),
            foundation.access(),
            foundation.clock());
    return List.of(
        new DayPages(day, history, inbox, foundation.pages(), foundation.clock()),
        new AlertPages(inbox, foundation.pages()),
        new AlertResource(inbox, foundation.messages()),
        new WishPages(mailings, wishes, foundation.pages()),
        new WishResource(mailings, wishes, foundation.messages()),
        new OutboxPages(outbox, foundation.access(), foundation.pages(), foundation.clock()),
        new OutboxResource(outbox, foundation.access(), foundation.clock()));
  }
}
