package dev.dealcoach.service.child;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A task that does what the request says, all the things that a hostile file does to a parser. */
public final class ScriptedTask implements ChildTask {
  @Override
  @SuppressWarnings("SystemOut")
  public byte[] run(byte[] request, Progress progress) throws Exception {
    String[] words = new String(request, StandardCharsets.UTF_8).split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "echo" -> {}
      case "print" -> System.out.println("chatter of a library");
      case "hang" -> new CountDownLatch(1).await();
      case "spin" -> spin();
      case "memory" -> fill();
      case "thrown-memory" -> throw new OutOfMemoryError("made by a library");
      case "recurse" -> recurse(1);
      case "exit" -> System.exit(0);
      case "halt" -> Runtime.getRuntime().halt(1);
      case "throw" -> throw new IOException("a secret of the customer's");
      case "garbage" -> raw("<html>not a frame at all</html>");
      case "garbage-then-hang" -> {
        raw("noise on the pipe");
        new CountDownLatch(1).await();
      }
      case "large" -> {
        return new byte[Integer.parseInt(rest)];
      }
      case "extend" -> {
        progress.extend(Duration.ofSeconds(Integer.parseInt(rest)));
        new CountDownLatch(1).await(4, TimeUnit.SECONDS);
      }
      case "leak-file" -> Files.createTempFile("leaked", ".tmp");
      case "pid" -> rest = Long.toString(ProcessHandle.current().pid());
      case "grandchild" -> {
        Process process = new ProcessBuilder("sleep", "1000").start();
        Files.writeString(Path.of(rest), Long.toString(process.pid()));
        new CountDownLatch(1).await();
      }
      case "late-exit" -> exitWithNextTask();
      default -> throw new IllegalArgumentException("unknown script");
    }
    return rest.getBytes(StandardCharsets.UTF_8);
  }

  private static volatile boolean exitNext;

  /** Answers now, and ends the process as soon as the next task has begun. */
  private static void exitWithNextTask() {
    if (exitNext) {
      Runtime.getRuntime().halt(1);
    }
    exitNext = true;
  }

  private static void raw(String text) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.print(text);
    out.flush();
  }

  @SuppressWarnings("InfiniteLoopStatement")
  private static void spin() {
    long i = 0;
    while (true) {
      i++;
      if (i < 0) {
        Thread.onSpinWait();
      }
    }
  }

  private static void fill() {
    List<byte[]> all = new ArrayList<>();
    while (!all.getClass().getName().isEmpty()) {
      all.add(new byte[1 << 20]);
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int recurse(int depth) {
    return depth + recurse(depth + 1) % 7;
  }
}
