package dev.dealcoach.service.web.replay;

import dev.dealcoach.nlp.text.Language;
import dev.dealcoach.service.account.Viewer;
import dev.dealcoach.service.deal.Deal;
import dev.dealcoach.service.replay.Replay;
import dev.dealcoach.service.replay.ReplayStore;
import dev.dealcoach.service.replay.Timeline;
import dev.dealcoach.service.replay.Timeline.Turn;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.replay.ReplayBodies.ActionBody;
import dev.dealcoach.service.web.replay.ReplayBodies.DealLine;
import dev.dealcoach.service.web.replay.ReplayBodies.EventBody;
import dev.dealcoach.service.web.replay.ReplayBodies.MarkBody;
import dev.dealcoach.service.web.replay.ReplayBodies.ReplayBody;
import java.util.List;

/** Puts replays in words. Thread-safe. */
final class ReplayWording {
  private final ReplayDesk desk;
  private final Messages messages;

  ReplayWording(ReplayDesk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  ReplayBody replay(Viewer viewer, Replay replay) {
    return new ReplayBody(
        replay.id(),
        replay.team(),
        replay.teamName(),
        replay.month(),
        replay.seed(),
        replay.pool(),
        replay.drawnByName(),
        replay.at().toString(),
        desk.deals(viewer, replay).stream().map(ReplayWording::line).toList(),
        desk.actions(replay).stream()
            .map(
                action ->
                    new ActionBody(
                        action.deal(),
                        action.title(),
                        action.link(),
                        action.chosenByName(),
                        desk.state(action)))
            .toList());
  }

  static DealLine line(Deal deal) {
    return new DealLine(deal.id(), deal.customerName(), deal.title(), deal.ownerName());
  }

  List<EventBody> events(Viewer viewer, Replay replay, Deal deal, Language language) {
    List<ReplayStore.Mark> marks = desk.marks(replay);
    return desk.timeline(viewer, deal).stream()
        .map(
            event ->
                new EventBody(
                    event.key(),
                    event.kind().id(),
                    event.at().toString(),
                    event.score(),
                    event.machineScore(),
                    event.title(),
                    event.text(),
                    link(deal, event),
                    event.turns().stream().map(turn -> turn(turn, language)).toList(),
                    marks.stream()
                        .filter(
                            mark ->
                                mark.deal().equals(deal.id()) && mark.event().equals(event.key()))
                        .map(
                            mark ->
                                new MarkBody(
                                    mark.id(),
                                    mark.authorName(),
                                    mark.note(),
                                    mark.at().toString(),
                                    mark.author().equals(viewer.id())))
                        .toList()))
        .toList();
  }

  private static String link(Deal deal, Timeline.Event event) {
    String of = "/deals/" + deal.id();
    return switch (event.kind()) {
      case CONTACT -> of + "/contacts/" + event.id();
      case PROPOSAL -> of + "/reviews/" + event.id();
      case STATEMENT -> of + "#statements";
      case QUOTE, WON -> of;
    };
  }

  private String turn(Turn turn, Language language) {
    return switch (turn) {
      case Turn.Covered(String item) ->
          messages
              .text(language, "replay.turn.covered")
              .replace("{item}", messages.text(language, "item." + item));
      case Turn.DeciderMet() -> messages.text(language, "replay.turn.decider");
      case Turn.GoldGained(int before, int after) ->
          messages
              .text(language, "replay.turn.gold")
              .replace("{before}", Integer.toString(before))
              .replace("{after}", Integer.toString(after));
      case Turn.CustomerSpoke() -> messages.text(language, "replay.turn.spoke");
      case Turn.Quoted() -> messages.text(language, "replay.turn.quoted");
      case Turn.Won() -> messages.text(language, "replay.turn.won");
    };
  }
}
