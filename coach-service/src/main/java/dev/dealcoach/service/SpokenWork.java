package dev.dealcoach.service;

import dev.dealcoach.service.access.Access;
import dev.dealcoach.service.blob.Blobs;
import dev.dealcoach.service.child.ChildPool;
import dev.dealcoach.service.contact.ContactStore;
import dev.dealcoach.service.contact.Summaries;
import dev.dealcoach.service.deal.DealStore;
import dev.dealcoach.service.job.JobSettings;
import dev.dealcoach.service.job.RecordingJobs;
import dev.dealcoach.service.job.RecordingTasks;
import dev.dealcoach.service.recording.RecordingBacklog;
import dev.dealcoach.service.recording.RecordingStore;
import dev.dealcoach.service.recording.SpeakerStore;
import dev.dealcoach.service.store.JdbiRecordingBacklog;
import dev.dealcoach.service.store.JdbiRecordings;
import dev.dealcoach.service.store.JdbiSpeakers;
import dev.dealcoach.service.transcribe.ChildListener;
import dev.dealcoach.service.transcribe.ChildModelTrial;
import dev.dealcoach.service.transcribe.ModelChoice;
import dev.dealcoach.service.transcribe.ModelDesk;
import dev.dealcoach.service.transcribe.ModelWatch;
import dev.dealcoach.service.transcribe.TranscribingProcesses;
import dev.dealcoach.service.web.Messages;
import dev.dealcoach.service.web.Pages;
import dev.dealcoach.service.web.admin.SpeechPages;
import dev.dealcoach.service.web.record.DealRecordingResource;
import dev.dealcoach.service.web.record.RecorderPages;
import dev.dealcoach.service.web.record.RecordingIntake;
import dev.dealcoach.service.web.record.RecordingResource;
import dev.dealcoach.service.web.record.Shown;
import dev.dealcoach.service.web.record.SpokenContactResource;
import dev.dealcoach.service.web.record.SpokenLanguageResource;
import dev.dealcoach.speech.audio.AudioLimits;
import dev.dealcoach.speech.model.ModelCatalogue;
import dev.dealcoach.speech.model.ModelStore;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.lifecycle.AutoCloseableManager;
import io.dropwizard.lifecycle.Managed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Puts together what needs speech: recordings, their transcription, and the models for it. */
final class SpokenWork {
  private final SpeechConfiguration settings;
  private final JobsConfiguration jobs;
  private final DataSource source;
  private final String node;
  private final Path data;
  private final InstantSource clock;
  private final RecordingTasks queue;

  /**
   * @param node this process's name
   * @param data its data directory
   */
  SpokenWork(
      SpeechConfiguration settings,
      JobsConfiguration jobs,
      DataSource source,
      String node,
      Path data,
      InstantSource clock) {
    this.settings = settings;
    this.jobs = jobs;
    this.source = source;
    this.node = node;
    this.data = data;
    this.clock = clock;
    this.queue = new RecordingTasks(source);
  }

  /** Where recordings are kept. */
  RecordingStore recordings(Jdbi jdbi) {
    return new JdbiRecordings(jdbi, queue);
  }

  /** How the work on recordings stands. */
  RecordingBacklog backlog(Jdbi jdbi) {
    return new JdbiRecordingBacklog(jdbi, queue);
  }

  /** Adds the jobs; gives resources and pages. */
  List<Object> run(
      Environment environment,
      Jdbi jdbi,
      Blobs blobs,
      ContactStore contacts,
      DealStore deals,
      Summaries summaries,
      Access access,
      Pages pages,
      Messages messages) {
    Path temporary = data.resolve("temporary");
    ModelStore store = new ModelStore(settings.folder(data));
    ModelChoice choice = new ModelChoice(store, settings.wanted());
    ModelDesk desk =
        new ModelDesk(
            store,
            new ChildModelTrial(temporary),
            ModelCatalogue.standard(),
            settings.mirrorAddress());
    ChildPool children = ChildPool.open(TranscribingProcesses.of(settings.processes(), temporary));
    environment.lifecycle().manage(new AutoCloseableManager(children));
    environment.lifecycle().manage(new AutoCloseableManager(desk));

    RecordingStore recordings = recordings(jdbi);
    Duration longest = settings.longest().toJavaDuration();
    JobSettings threads = jobs.settings(node, settings.processes());
    RecordingJobs work =
        new RecordingJobs(
            source,
            threads,
            queue,
            recordings,
            blobs,
            new ChildListener(children, choice, AudioLimits.STANDARD.withLength(longest)),
            summaries,
            clock);
    BackgroundWork.manage(environment.lifecycle(), work);
    ModelWatch watch = new ModelWatch(choice, work::wake);
    environment.lifecycle().manage(watching(watch));

    SpeakerStore speakers = new JdbiSpeakers(jdbi);
    RecordingIntake intake =
        new RecordingIntake(
            blobs,
            recordings,
            speakers,
            settings.keyActions(),
            settings.largest().toBytes(),
            clock);
    Shown shown = new Shown(recordings, contacts, deals, intake, access, clock);
    return List.of(
        new DealRecordingResource(recordings, intake, access, messages),
        new RecordingResource(recordings, summaries, deals, blobs, shown, access, messages, clock),
        new SpokenContactResource(
            contacts, recordings, deals, blobs, shown, access, messages, clock),
        new RecorderPages(deals, intake, shown, pages, clock),
        new SpokenLanguageResource(speakers, access),
        new SpeechPages(desk, choice, temporary, access, pages));
  }

  private static Managed watching(ModelWatch watch) {
    return new Managed() {
      @Override
      public void start() {
        watch.start();
      }

      @Override
      public void stop() {
        watch.close();
      }
    };
  }
}
