package dev.airlock.samples.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * A socket on the host's loopback that nobody is to connect to.
 *
 * <p>The kernel completes a connection before it is accepted, so visits are counted when asked for
 * and none that came before the question is missed.
 */
final class Tripwire implements AutoCloseable {
  private final ServerSocketChannel socket;
  private final int port;

  private Tripwire(ServerSocketChannel socket, int port) {
    this.socket = socket;
    this.port = port;
  }

  static Tripwire listen() throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    socket.configureBlocking(false);
    return new Tripwire(socket, socket.socket().getLocalPort());
  }

  int port() {
    return port;
  }

  /** Who has connected since the last time. */
  List<String> visits() {
    int visits = 0;
    try {
      SocketChannel visitor = socket.accept();
      while (visitor != null) {
        visits++;
        visitor.close();
        visitor = socket.accept();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot count the visits on port " + port, e);
    }
    return visits == 0 ? List.of() : List.of("it connected to the host " + visits + " times");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
