package dev.dealcoach.service.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealcoach.service.child.ChildAnswer.Done;
import dev.dealcoach.service.child.ChildAnswer.Failed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real child processes, and tasks that do to them what hostile files do. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ChildPoolTest {
  private static final Duration AMPLE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir Path temporary;

  // a browser of other tests may run on
  private final Set<ProcessHandle> others =
      ProcessHandle.current().children().collect(Collectors.toSet());

  private ChildSettings settings(int processes) {
    return ChildSettings.of(ScriptedTask.class, processes, 64, temporary);
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
        .isSubsetOf(others);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).isEmpty();
    }
  }

  private static String run(ChildPool pool, String script) throws InterruptedException {
    return run(pool, script, AMPLE, Duration.ZERO);
  }

  private static String run(ChildPool pool, String script, Duration limit, Duration extension)
      throws InterruptedException {
    return switch (pool.run(script.getBytes(StandardCharsets.UTF_8), limit, extension)) {
      case Done done -> new String(done.bytes(), StandardCharsets.UTF_8);
      case Failed failed -> failed.reason().toString();
    };
  }

  @Test
  void answersOneTaskAfterAnotherInTheSameProcess() throws Exception {
    try (ChildPool pool = ChildPool.open(settings(1))) {
      pool.warm(1);
      String pid = run(pool, "pid");
      assertThat(run(pool, "echo 你好")).isEqualTo("你好");
      assertThat(run(pool, "print still here")).isEqualTo("still here");
      assertThat(run(pool, "pid")).isEqualTo(pid);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "memory, OUT_OF_MEMORY",
    "thrown-memory, OUT_OF_MEMORY",
    "recurse, STACK_OVERFLOW",
    "exit, CRASHED",
    "halt, CRASHED",
    "throw, CRASHED",
    "garbage, CRASHED",
    "garbage-then-hang, CRASHED",
    "large 3000, ANSWER_TOO_LARGE"
  })
  void namesWhatBecameOfTheTask(String script, String reason) throws Exception {
    ChildSettings small =
        new ChildSettings(
            ScriptedTask.class, 1, 64, 100, 2000, Duration.ofMinutes(1), temporary, List.of());
    try (ChildPool pool = ChildPool.open(small)) {
      assertThat(run(pool, script)).isEqualTo(reason);
      assertThat(run(pool, "echo next")).isEqualTo("next");
    }
  }

  @ParameterizedTest
  @CsvSource({"hang", "spin"})
  void killsWhatDoesNotEnd(String script) throws Exception {
    try (ChildPool pool = ChildPool.open(settings(1))) {
      assertThat(run(pool, script, SHORT, Duration.ZERO)).isEqualTo("TIMED_OUT");
      assertThat(run(pool, "echo next")).isEqualTo("next");
    }
  }

  @Test
  void grantsMoreTimeUpToItsBound() throws Exception {
    try (ChildPool pool = ChildPool.open(settings(1))) {
      // the task takes four seconds; a child that has loaded everything asks for more at once
      Duration less = Duration.ofSeconds(3);
      assertThat(run(pool, "echo first")).isEqualTo("first");
      assertThat(run(pool, "extend 60", less, AMPLE)).isEqualTo("60");
      assertThat(run(pool, "extend 60", less, Duration.ofMillis(1))).isEqualTo("TIMED_OUT");
    }
  }

  @Test
  void killsTheProcessesThatATaskStarted() throws Exception {
    Path pidFile = Files.createTempFile("grandchild", ".pid");
    try (ChildPool pool = ChildPool.open(settings(1))) {
      assertThat(run(pool, "echo first")).isEqualTo("first");
      assertThat(run(pool, "grandchild " + pidFile, Duration.ofSeconds(5), Duration.ZERO))
          .isEqualTo("TIMED_OUT");
      long pid = Long.parseLong(Files.readString(pidFile));
      ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    } finally {
      Files.delete(pidFile);
    }
  }

  @Test
  void failureNamesTheExceptionButNotItsMessage() throws Exception {
    try (ChildPool pool = ChildPool.open(settings(1))) {
      ChildAnswer answer = pool.run("throw".getBytes(StandardCharsets.UTF_8), AMPLE, AMPLE);
      assertThat(answer).isInstanceOf(Failed.class);
      assertThat(((Failed) answer).detail())
          .contains("java.io.IOException")
          .contains("ScriptedTask")
          .doesNotContain("secret");
    }
  }

  @Test
  void doesNotBlameATaskForWhatAnEarlierOneLeftBehind() throws Exception {
    try (ChildPool pool = ChildPool.open(settings(1))) {
      assertThat(run(pool, "late-exit first")).isEqualTo("first");
      assertThat(run(pool, "late-exit second")).isEqualTo("second");
    }
  }

  @Test
  void twentyTasksOfWhichFiveKillTheirChildAreAllAnsweredInOrder() throws Exception {
    List<String> scripts = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    String[] killers = {"halt", "memory", "hang", "garbage", "recurse"};
    String[] reasons = {"CRASHED", "OUT_OF_MEMORY", "TIMED_OUT", "CRASHED", "STACK_OVERFLOW"};
    for (int i = 0; i < 20; i++) {
      boolean kills = i % 4 == 1;
      scripts.add(kills ? killers[i / 4] : "echo " + i);
      expected.add(kills ? reasons[i / 4] : Integer.toString(i));
    }
    try (ChildPool pool = ChildPool.open(settings(2));
        ExecutorService callers = Executors.newFixedThreadPool(4)) {
      List<Future<String>> answers = new ArrayList<>();
      for (String script : scripts) {
        Duration limit = script.equals("hang") ? SHORT : AMPLE;
        answers.add(callers.submit(() -> run(pool, script, limit, Duration.ZERO)));
      }
      List<String> actual = new ArrayList<>();
      for (Future<String> answer : answers) {
        actual.add(answer.get());
      }
      assertThat(actual).isEqualTo(expected);
    }
  }

  @Test
  void replacesAChildAfterItsShareOfTasks() throws Exception {
    ChildSettings three =
        new ChildSettings(
            ScriptedTask.class, 1, 64, 3, 2000, Duration.ofMinutes(1), temporary, List.of());
    try (ChildPool pool = ChildPool.open(three)) {
      List<String> pids = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        pids.add(run(pool, "pid"));
      }
      assertThat(pids.subList(0, 3)).containsOnly(pids.getFirst());
      assertThat(pids.subList(3, 6)).containsOnly(pids.getLast());
      assertThat(pids.getFirst()).isNotEqualTo(pids.getLast());
    }
  }

  @Test
  void replacesAChildThatDiedBetweenTwoTasks() throws Exception {
    try (ChildPool pool = ChildPool.open(settings(1))) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(run(pool, "pid"))).orElseThrow();
      child.destroyForcibly();
      child.onExit().join();
      assertThat(run(pool, "echo next")).isEqualTo("next");
    }
  }

  @Test
  void closingKillsWhatIsAtWork() throws Exception {
    ChildPool pool = ChildPool.open(settings(1));
    try (ExecutorService caller = Executors.newSingleThreadExecutor()) {
      run(pool, "leak-file");
      Future<String> hanging = caller.submit(() -> run(pool, "hang"));
      while (pool.working() == 0) {
        new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      }
      pool.close();
      assertThat(hanging.get()).isEqualTo("CRASHED");
    }
    assertThatThrownBy(() -> run(pool, "echo"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aChildThatDoesNotStartIsNoFaultOfTheTask() throws Exception {
    ChildSettings broken = settings(1).withFlags(List.of("-XX:NoSuchFlag"));
    try (ChildPool pool = ChildPool.open(broken)) {
      assertThatThrownBy(() -> run(pool, "echo"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("does not start");
    }
  }

  @Test
  void childrenEndWithTheirParentAndTakeTheirFilesAlong() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OrphanMaker.class.getName(),
                temporary.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String pid = parent.inputReader(StandardCharsets.UTF_8).readLine();
    ProcessHandle child = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    parent.destroyForcibly().waitFor();
    child.onExit().get(1, TimeUnit.MINUTES);
    assertThat(child.isAlive()).isFalse();
  }

  /** A parent that has a child at work until it is killed; prints the child's process id. */
  static final class OrphanMaker {
    private OrphanMaker() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
      ChildPool pool =
          ChildPool.open(ChildSettings.of(ScriptedTask.class, 1, 64, Path.of(arguments[0])));
      System.out.println(run(pool, "pid"));
      System.out.flush();
      run(pool, "hang");
    }
  }
}
