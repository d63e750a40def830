package dev.dealcoach.service.child;

import dev.dealcoach.service.child.ChildAnswer.Reason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.SynchronousQueue;

/**
 * The main class of a child process: answers the requests that come over standard input with the
 * task whose class is its first argument. The second is its folder of temporary files, which it
 * deletes when it ends by itself. It ends when its input ends, whatever the task is doing.
 */
public final class ChildMain {
  /** The exit status of a child that could not make its task. */
  static final int NO_TASK = 5;

  /** Deep documents are read by recursion; four times the usual stack costs nothing unused. */
  private static final long STACK_BYTES = 4L << 20;

  private final ChildTask task;
  private final DataOutputStream out;
  private final SynchronousQueue<byte[]> requests = new SynchronousQueue<>();

  private ChildMain(ChildTask task, DataOutputStream out) {
    this.task = task;
    this.out = out;
  }

  /** Runs until standard input ends. */
  @SuppressWarnings("SystemOut") // this process's standard output belongs to the frames
  public static void main(String[] arguments) throws IOException {
    Path temporary = Path.of(arguments[1]);
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    System.setIn(InputStream.nullInputStream());
    System.setOut(System.err);
    ChildTask task = null;
    try {
      task =
          Class.forName(arguments[0])
              .asSubclass(ChildTask.class)
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      e.printStackTrace();
      end(temporary, NO_TASK);
    }
    ChildMain child = new ChildMain(task, out);
    Thread worker = new Thread(null, child::work, "task", STACK_BYTES);
    worker.setDaemon(true);
    worker.start();
    child.send(Frame.Kind.READY, new byte[0]);
    try {
      while (true) {
        child.requests.put(Frame.read(in, Integer.MAX_VALUE - 8).bytes());
      }
    } catch (EOFException e) {
      end(temporary, 0);
    } catch (InterruptedException e) {
      end(temporary, 1);
    }
  }

  private void work() {
    try {
      while (true) {
        byte[] request = requests.take();
        try {
          send(Frame.Kind.ANSWER, task.run(request, this::extend));
        } catch (StackOverflowError e) {
          fail(Reason.STACK_OVERFLOW, e);
        } catch (OutOfMemoryError e) {
          fail(Reason.OUT_OF_MEMORY, e);
        } catch (InterruptedException e) {
          throw e;
        } catch (Throwable e) {
          fail(Reason.CRASHED, e);
        }
      }
    } catch (IOException | InterruptedException e) {
      // the parent is gone or will end this process; main sees the end of its input
      Thread.currentThread().interrupt();
    }
  }

  private void extend(Duration more) {
    try {
      send(Frame.Kind.EXTEND, ByteBuffer.allocate(Long.BYTES).putLong(more.toMillis()).array());
    } catch (IOException e) {
      // the parent is gone; main ends this process
    }
  }

  private void fail(Reason reason, Throwable e) throws IOException {
    String failure = reason.name() + "\n" + describe(e);
    send(Frame.Kind.FAILED, failure.getBytes(StandardCharsets.UTF_8));
  }

  /** The chain of exceptions with the place each comes from, without their messages. */
  private static String describe(Throwable e) {
    StringBuilder text = new StringBuilder();
    Throwable cause = e;
    for (int depth = 0; cause != null && depth < 4; depth++, cause = cause.getCause()) {
      StackTraceElement[] trace = cause.getStackTrace();
      text.append(text.isEmpty() ? "" : ", caused by ").append(cause.getClass().getName());
      if (trace.length > 0) {
        text.append(" at ").append(trace[0]);
      }
    }
    return text.toString();
  }

  private synchronized void send(Frame.Kind kind, byte[] bytes) throws IOException {
    new Frame(kind, bytes).write(out);
  }

  /** Ends this process, the processes it started, and its temporary files. */
  private static void end(Path temporary, int status) {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    FileTree.delete(temporary);
    // the pool's own folder goes with its last child, should the parent be gone
    Path pool = temporary.getParent();
    if (pool != null) {
      pool.toFile().delete();
    }
    Runtime.getRuntime().halt(status);
  }
}
