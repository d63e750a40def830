package dev.dealcoach.service.child;

import dev.dealcoach.service.child.ChildAnswer.Done;
import dev.dealcoach.service.child.ChildAnswer.Failed;
import dev.dealcoach.service.child.ChildAnswer.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One child JVM, seen from the parent. Used by one thread at a time. */
final class ChildProcess {
  /** What a JVM under {@code -XX:+ExitOnOutOfMemoryError} ends with. */
  private static final int OUT_OF_MEMORY_STATUS = 3;

  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  /** A child that records a class archive writes it when it ends. */
  private static final Duration RECORDING_LIMIT = Duration.ofMinutes(5);

  private final ChildSettings settings;
  private final Process process;
  private final Path temporary;
  private final DataOutputStream out;
  private final DataInputStream in;
  private boolean ready;
  private int tasks;

  private ChildProcess(ChildSettings settings, Process process, Path temporary) {
    this.settings = settings;
    this.process = process;
    this.temporary = temporary;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /** Starts a child and returns at once; it is ready some tenths of a second later. */
  static ChildProcess start(ChildSettings settings, Path temporary) throws IOException {
    Files.createDirectories(temporary);
    return new ChildProcess(
        settings,
        new ProcessBuilder(command(settings, temporary))
            .directory(settings.temporary().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start(),
        temporary);
  }

  private static List<String> command(ChildSettings settings, Path temporary) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + settings.heapMebibytes() + "m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + temporary.resolve("crash.log"),
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "-Djna.encoding=UTF-8",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "-Dai.djl.offline=true",
            "-Djava.io.tmpdir=" + temporary,
            "-Djna.tmpdir=" + temporary));
    command.addAll(settings.flags());
    command.addAll(List.of("-cp", classPath(), ChildMain.class.getName()));
    command.addAll(List.of(settings.task().getName(), temporary.toString()));
    return command;
  }

  /** This JVM's class path with absolute entries: the child has another working directory. */
  private static String classPath() {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  /** How many tasks it has been given. */
  int tasks() {
    return tasks;
  }

  boolean alive() {
    return process.isAlive();
  }

  /**
   * Does one task; after any failure the child is dead.
   *
   * @param io for the thread that talks to the child
   * @throws IllegalStateException if the child does not come up, which is no fault of the task
   */
  ChildAnswer run(byte[] request, Duration limit, Duration mostExtension, Executor io)
      throws InterruptedException {
    tasks++;
    if (!ready) {
      ChildAnswer greeting = within(deadlineIn(settings.startLimit()), io, _ -> greet());
      if (greeting instanceof Failed failed) {
        throw new IllegalStateException("a child process does not start: " + failed.detail());
      }
      ready = true;
    }
    return within(
        deadlineIn(limit), io, deadline -> talk(request, deadline, mostExtension.toNanos()));
  }

  private static AtomicLong deadlineIn(Duration limit) {
    return new AtomicLong(System.nanoTime() + limit.toNanos());
  }

  /** What is said to the child and back; may put off the deadline, in the system's nanoseconds. */
  private interface Exchange {
    ChildAnswer with(AtomicLong deadline) throws Exception;
  }

  /** Waits for an exchange up to its deadline, and kills the child if it fails. */
  private ChildAnswer within(AtomicLong deadline, Executor io, Exchange exchange)
      throws InterruptedException {
    FutureTask<ChildAnswer> answer = new FutureTask<>(() -> exchange.with(deadline));
    io.execute(answer);
    ChildAnswer result = null;
    try {
      while (result == null) {
        try {
          long left = Math.max(deadline.get() - System.nanoTime(), 0);
          result = answer.get(left, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          if (deadline.get() - System.nanoTime() <= 0) {
            result = new Failed(Reason.TIMED_OUT, "killed at its deadline");
          }
        }
      }
      return result;
    } catch (ExecutionException e) {
      throw new IllegalStateException("talking to a child process", e.getCause());
    } finally {
      // after a failure nobody knows what state the task left the child in
      if (!(result instanceof Done)) {
        kill();
      }
    }
  }

  private ChildAnswer greet() throws InterruptedException {
    try {
      return Frame.read(in, 0).kind() == Frame.Kind.READY
          ? new Done(new byte[0])
          : new Failed(Reason.CRASHED, "no greeting");
    } catch (IOException e) {
      return afterDeath(e);
    }
  }

  private ChildAnswer talk(byte[] request, AtomicLong deadline, long mostExtension)
      throws InterruptedException {
    long latest = deadline.get() + mostExtension;
    try {
      new Frame(Frame.Kind.REQUEST, request).write(out);
      while (true) {
        Frame frame = Frame.read(in, settings.answerBytes());
        switch (frame.kind()) {
          case ANSWER -> {
            return new Done(frame.bytes());
          }
          case FAILED -> {
            return failed(frame.bytes());
          }
          case EXTEND -> {
            long more = Duration.ofMillis(ByteBuffer.wrap(frame.bytes()).getLong()).toNanos();
            deadline.set(Math.min(latest, deadline.get() + more));
          }
          case READY, REQUEST -> {
            return new Failed(Reason.CRASHED, "an unexpected frame");
          }
        }
      }
    } catch (Frame.TooLarge e) {
      return new Failed(Reason.ANSWER_TOO_LARGE, e.getMessage());
    } catch (IOException | RuntimeException e) {
      return afterDeath(e);
    }
  }

  private static Failed failed(byte[] content) {
    String[] lines = new String(content, StandardCharsets.UTF_8).split("\n", 2);
    return new Failed(Reason.valueOf(lines[0]), lines[1]);
  }

  /** The pipe broke or carries rubbish: the exit status says why, if the child has ended. */
  private Failed afterDeath(Exception e) throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.SECONDS)) {
      return new Failed(Reason.CRASHED, "wrote what is no answer: " + e.getMessage());
    }
    int status = process.exitValue();
    return new Failed(
        status == OUT_OF_MEMORY_STATUS ? Reason.OUT_OF_MEMORY : Reason.CRASHED,
        "exit status " + status);
  }

  /** Kills the child with all processes it started, and deletes its temporary files. */
  void kill() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
    boolean interrupted = false;
    while (true) {
      try {
        process.waitFor();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    FileTree.delete(temporary);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells an idle child to end. */
  void endInput() {
    try {
      out.close();
    } catch (IOException e) {
      // it has ended already
    }
  }

  /** Lets an idle child end by itself, and waits until it has. */
  void close() {
    List<ProcessHandle> family = process.descendants().toList();
    endInput();
    try {
      boolean recording = settings.flags().stream().anyMatch(f -> f.contains("AOTCacheOutput"));
      Duration limit = recording ? RECORDING_LIMIT : END_LIMIT;
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        family.forEach(ProcessHandle::destroyForcibly);
        FileTree.delete(temporary);
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }
}
