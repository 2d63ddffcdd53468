package org.almagest.digest;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands between a client and a real SMTP server on this machine, hands on what they say, and
 * breaks what a test asks for. It can speak TLS to the client, which the server behind it cannot.
 */
final class SmtpProxy implements Closeable {
  /** What becomes of a message. */
  enum Fault {
    /** The connection ends when the client asks to hand over a message. */
    DROP_AT_DATA,
    /** The connection ends within the content. */
    DROP_IN_CONTENT,
    /** The server takes the message, and the client never hears of it. */
    DROP_BEFORE_ANSWER,
    /** The content is refused. */
    REFUSE_CONTENT
  }

  private static final int LINES_BEFORE_DROP = 5;

  private final ServerSocket clients;
  private final int serverPort;
  private final Optional<SSLContext> tls;
  private final Set<String> refused = Collections.synchronizedSet(new HashSet<>());
  private final Map<Integer, Fault> faults = Collections.synchronizedMap(new HashMap<>());
  private final List<String> commands = Collections.synchronizedList(new ArrayList<>());
  private int messages;

  private SmtpProxy(int serverPort, Optional<SSLContext> tls) throws IOException {
    this.serverPort = serverPort;
    this.tls = tls;
    this.clients = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "smtp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  static SmtpProxy before(int serverPort) throws IOException {
    return new SmtpProxy(serverPort, Optional.empty());
  }

  /** A proxy that offers STARTTLS. */
  static SmtpProxy before(int serverPort, SSLContext tls) throws IOException {
    return new SmtpProxy(serverPort, Optional.of(tls));
  }

  int port() {
    return clients.getLocalPort();
  }

  /** The recipient does not exist, until {@link #admit}. */
  void refuse(String address) {
    refused.add("<" + address + ">");
  }

  void admit(String address) {
    refused.remove("<" + address + ">");
  }

  /** What becomes of a message, counted from 1 over all connections. */
  void fail(int message, Fault fault) {
    faults.put(message, fault);
  }

  /** Commands that clients gave, without content; those over TLS begin with {@code TLS}. */
  List<String> commands() {
    return List.copyOf(commands);
  }

  private void serve() {
    while (!clients.isClosed()) {
      try (Socket client = clients.accept();
          Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
        new Conversation(client, server).hold();
      } catch (IOException e) {
        // A connection that ends is what some tests are about.
      }
    }
  }

  @Override
  public void close() throws IOException {
    clients.close();
  }

  private final class Conversation {
    private Socket client;
    private BufferedReader fromClient;
    private final BufferedReader fromServer;
    private final OutputStream toServer;
    private boolean secure;

    Conversation(Socket client, Socket server) throws IOException {
      this.client = client;
      this.fromClient = reader(client);
      this.fromServer = reader(server);
      this.toServer = server.getOutputStream();
    }

    void hold() throws IOException {
      answer(reply());
      for (String line = fromClient.readLine(); line != null; line = fromClient.readLine()) {
        commands.add((secure ? "TLS " : "") + line);
        String command = line.toUpperCase(Locale.ROOT);
        if (command.equals("STARTTLS")) {
          startTls();
        } else if (command.startsWith("RCPT TO:") && refused.stream().anyMatch(line::contains)) {
          answer(List.of("550 5.1.1 no such mailbox"));
        } else if (command.equals("DATA")) {
          if (!content()) {
            return;
          }
        } else {
          send(line);
          List<String> reply = new ArrayList<>(reply());
          if (command.startsWith("EHLO") && tls.isPresent() && !secure) {
            reply.set(reply.size() - 1, reply.get(reply.size() - 1).replaceFirst(" ", "-"));
            reply.add("250 STARTTLS");
          }
          answer(reply);
        }
      }
    }

    private void startTls() throws IOException {
      answer(List.of("220 ready"));
      SSLSocket secured =
          (SSLSocket) tls.orElseThrow().getSocketFactory().createSocket(client, null, 0, true);
      secured.setUseClientMode(false);
      secured.startHandshake();
      client = secured;
      fromClient = reader(secured);
      secure = true;
    }

    /**
     * @return whether the conversation goes on
     */
    private boolean content() throws IOException {
      messages++;
      Optional<Fault> fault = Optional.ofNullable(faults.get(messages));
      if (fault.isPresent() && fault.get() == Fault.DROP_AT_DATA) {
        client.close();
        return false;
      }
      if (fault.isPresent() && fault.get() == Fault.REFUSE_CONTENT) {
        answer(List.of("354 go on"));
        swallow();
        answer(List.of("554 5.6.0 we do not like it"));
        return true;
      }
      send("DATA");
      answer(reply());
      int lines = 0;
      String line;
      do {
        line = fromClient.readLine();
        if (line == null) {
          return false;
        }
        if (fault.isPresent()
            && fault.get() == Fault.DROP_IN_CONTENT
            && ++lines == LINES_BEFORE_DROP) {
          // At once, with what the client still sends.
          client.setSoLinger(true, 0);
          client.close();
          return false;
        }
        send(line);
      } while (!line.equals("."));
      List<String> reply = reply();
      if (fault.isPresent()) {
        client.close();
        return false;
      }
      answer(reply);
      return true;
    }

    private void swallow() throws IOException {
      String line = fromClient.readLine();
      while (line != null && !line.equals(".")) {
        line = fromClient.readLine();
      }
    }

    private List<String> reply() throws IOException {
      List<String> lines = new ArrayList<>();
      String line;
      do {
        line = fromServer.readLine();
        if (line == null) {
          throw new IOException("the server went away");
        }
        lines.add(line);
      } while (line.length() > 3 && line.charAt(3) == '-');
      return lines;
    }

    private void answer(List<String> lines) throws IOException {
      OutputStream out = client.getOutputStream();
      for (String line : lines) {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      }
      out.flush();
    }

    private void send(String line) throws IOException {
      toServer.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      toServer.flush();
    }

    private BufferedReader reader(Socket socket) {
      try {
        return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
