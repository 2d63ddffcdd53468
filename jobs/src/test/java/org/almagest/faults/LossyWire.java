package org.almagest.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A wire to a server on this machine that breaks once, when a certain request passes. Connections
 * go through a port of its own until then.
 */
public final class LossyWire implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  /** What a break takes with it. */
  public enum Loss {
    /** The server never hears of the request. */
    REQUEST,
    /** The server does what it is asked; its answer is lost. */
    REPLY
  }

  /** What becomes of the wire. */
  public enum Repair {
    /** The next connection works. */
    AT_ONCE,
    /** Nobody gets through until {@link #repair}. */
    LATER
  }

  private final int server;
  private final List<byte[]> request;
  private final Loss loss;
  private final Repair repair;
  private final AtomicBoolean whole = new AtomicBoolean(true);
  private final AtomicBoolean broke = new AtomicBoolean();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ServerSocket listener;

  /**
   * @param server port of the server
   * @param request texts that all stand in the request at which the wire breaks
   */
  public LossyWire(int server, List<String> request, Loss loss, Repair repair) throws IOException {
    this.server = server;
    this.request = request.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    this.loss = loss;
    this.repair = repair;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  /** Where clients connect. */
  public int port() {
    return listener.getLocalPort();
  }

  /** Whether the request passed and the wire broke. */
  public boolean broke() {
    return broke.get();
  }

  /** Lets connections through from now on. */
  public void repair() {
    whole.set(true);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "lossy wire");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        open.add(client);
        if (!whole.get()) {
          cut(client);
          continue;
        }
        Socket upstream = new Socket();
        open.add(upstream);
        upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
        AtomicBoolean deaf = new AtomicBoolean();
        start(() -> requests(client, upstream, deaf));
        start(() -> replies(upstream, client, deaf));
      } catch (IOException e) {
        // The listener is closed, or one client is gone; the next may come.
      }
    }
  }

  private void requests(Socket client, Socket upstream, AtomicBoolean deaf) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = client.getInputStream();
      OutputStream out = upstream.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (isRequest(buffer, read) && broke.compareAndSet(false, true)) {
          whole.set(repair == Repair.AT_ONCE);
          if (loss == Loss.REQUEST) {
            break;
          }
          deaf.set(true);
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // One end is gone, and so goes the other.
    }
    if (!deaf.get()) {
      cut(client);
      cut(upstream);
    }
  }

  private void replies(Socket upstream, Socket client, AtomicBoolean deaf) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      InputStream in = upstream.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int read = in.read(buffer); read >= 0 && !deaf.get(); read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // One end is gone, and so goes the other.
    }
    cut(client);
    cut(upstream);
  }

  private boolean isRequest(byte[] buffer, int length) {
    return request.stream().allMatch(text -> contains(buffer, length, text));
  }

  private static boolean contains(byte[] buffer, int length, byte[] text) {
    for (int start = 0; start + text.length <= length; start++) {
      int i = 0;
      while (i < text.length && buffer[start + i] == text[i]) {
        i++;
      }
      if (i == text.length) {
        return true;
      }
    }
    return false;
  }

  private void cut(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed as far as it can be.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    open.forEach(this::cut);
  }
}
