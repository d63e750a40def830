package dev.dealcoach.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/**
 * A port that leads to another one, until it is cut: then every connection ends at once. The port
 * is kept meanwhile, so that nobody else gets it.
 */
public final class SeveredNetwork implements AutoCloseable {
  private final int target;
  private final ServerSocket listener;

  // guarded by this
  private final Set<Socket> open = new HashSet<>();
  private boolean cut;

  public SeveredNetwork(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Ends every connection, and every new one. */
  public synchronized void cut() throws IOException {
    cut = true;
    for (Socket each : open) {
      each.close();
    }
    open.clear();
  }

  /** Lets connections through again. */
  public synchronized void mend() {
    cut = false;
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        lead(listener.accept());
      } catch (IOException e) {
        // closed, or the server does not answer: the caller finds out
      }
    }
  }

  private synchronized void lead(Socket caller) throws IOException {
    if (cut) {
      caller.close();
      return;
    }
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(caller);
      open.add(server);
      pass(caller, server);
      pass(server, caller);
    } catch (IOException e) {
      caller.close();
      throw e;
    }
  }

  private static void pass(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (from;
                  to) {
                from.getInputStream().transferTo(to.getOutputStream());
              } catch (IOException e) {
                // one side is gone, and so is the other
              }
            });
  }

  @Override
  public void close() throws IOException {
    listener.close();
    cut();
  }
}
