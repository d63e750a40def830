package dev.dealcoach.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.json.TranscriptReport;
import dev.dealcoach.speech.transcript.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the invented company consists of, as it lies in {@code sample/company.json}. Every {@code
 * age} is in days before the company is made. Immutable.
 */
record SampleData(
    List<Person> people,
    List<Unit> teams,
    List<Belonging> members,
    List<SampleDeal> deals,
    List<Assigned> tasks,
    List<Drawn> replays) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** An account. */
  record Person(String signIn, String name, String role) {}

  /** A team; its parent stands before it. */
  record Unit(String name, @Nullable String parent) {}

  /** Who was in a team, from when until when. */
  record Belonging(String who, String team, boolean leads, int since, @Nullable Integer until) {}

  /** A deal with all that belongs to it. */
  record SampleDeal(
      String owner,
      String customer,
      String industry,
      String title,
      String product,
      String stage,
      String outcome,
      int age,
      int firstContact,
      @Nullable Integer firstQuote,
      List<Said> statements,
      List<HandedIn> proposals,
      List<Held> contacts) {}

  /** What the customer said. */
  record Said(int age, String text) {}

  /** A proposal; the file lies beside this one. */
  record HandedIn(int age, String file) {}

  /**
   * A contact and its summary: typed, or spoken.
   *
   * @param text what was typed; null if it was spoken
   * @param recording name of the sound file beside this one, and of its transcript; null if it was
   *     typed
   */
  record Held(
      int age, String kind, String people, @Nullable String text, @Nullable String recording) {
    /** What was said or typed. */
    String words() {
      return recording == null ? String.valueOf(text) : transcript(recording).text();
    }
  }

  /** The transcript of a recording, as the model that it names made it. */
  static Transcript transcript(String recording) {
    try (InputStream in = open(recording + ".json")) {
      return TranscriptReport.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A task.
   *
   * @param due in days before the company is made; negative for a day to come
   * @param done when it was done; null if it is open
   */
  record Assigned(
      String owner,
      String creator,
      String title,
      String doneWhen,
      int age,
      int due,
      @Nullable Integer done,
      String note) {}

  /** Won deals of the last month that is over, drawn to be played back. */
  record Drawn(String team, String by, long seed) {}

  /** Reads it. */
  static SampleData load() {
    try (InputStream in = open("company.json")) {
      return JSON.readValue(in, SampleData.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file that belongs to the company. */
  static InputStream open(String name) {
    InputStream in = SampleData.class.getResourceAsStream("sample/" + name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing from the program");
    }
    return in;
  }
}
