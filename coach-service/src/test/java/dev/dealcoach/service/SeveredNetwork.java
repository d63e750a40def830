package dev.dealcoach.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to another one, until it is cut; then whoever calls finds nobody there. */
public final class SeveredNetwork implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;

  public SeveredNetwork(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.port = listener.getLocalPort();
    listen(listener);
  }

  public int port() {
    return port;
  }

  /** Ends every connection and takes no new one. */
  public void cut() throws IOException {
    listener.close();
    for (Socket each : open) {
      each.close();
    }
    open.clear();
  }

  /** Takes connections again. */
  public void mend() throws IOException {
    listener = new ServerSocket();
    listener.setReuseAddress(true);
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    listen(listener);
  }

  private void listen(ServerSocket on) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!on.isClosed()) {
                try {
                  Socket caller = on.accept();
                  Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                  open.add(caller);
                  open.add(server);
                  pass(caller, server);
                  pass(server, caller);
                } catch (IOException e) {
                  // cut, or the server does not answer: the caller finds out
                }
              }
            });
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
    cut();
  }
}
