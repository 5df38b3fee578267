package dev.airlock.sandbox;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Constructor;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * A guest for tests: answers one text command after the other with one text, on descriptors 3 and
 * 4. Stands alone, because nothing else is on its class path.
 */
public final class StandInGuest {
  private final DataInputStream in;
  private final DataOutputStream out;

  private StandInGuest(DataInputStream in, DataOutputStream out) {
    this.in = in;
    this.out = out;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 1 && arguments[0].equals("--warm-up")) {
      return;
    }
    Constructor<FileDescriptor> descriptor = FileDescriptor.class.getDeclaredConstructor(int.class);
    descriptor.setAccessible(true);
    StandInGuest guest =
        new StandInGuest(
            new DataInputStream(new FileInputStream(descriptor.newInstance(3))),
            new DataOutputStream(new FileOutputStream(descriptor.newInstance(4))));
    try {
      guest.serve();
    } catch (EOFException e) {
      System.exit(0);
    }
  }

  private void serve() throws Exception {
    while (true) {
      String[] words = in.readUTF().split(" ", 2);
      String answer = answer(words[0], words.length == 2 ? words[1] : "");
      out.writeUTF(answer);
      out.flush();
    }
  }

  private static String answer(String command, String argument) throws Exception {
    return switch (command) {
      case "echo" -> argument;
      case "exit" -> exit(Integer.parseInt(argument));
      case "say" -> say(argument);
      case "flood" -> flood(Integer.parseInt(argument));
      case "environment" -> new TreeMap<>(System.getenv()).toString();
      case "property" -> String.valueOf(System.getProperty(argument));
      case "list" -> list(argument);
      case "exists" -> String.valueOf(Files.exists(Path.of(argument)));
      case "write" -> outcome(() -> Files.writeString(Path.of(argument), "x"));
      case "fill" -> String.valueOf(fill());
      case "large-file" -> outcome(StandInGuest::largeFile);
      case "socket" -> outcome(() -> new ServerSocket(0));
      case "unix-socket" -> outcome(() -> SocketChannel.open(StandardProtocolFamily.UNIX));
      case "process" -> outcome(() -> new ProcessBuilder(argument, "--version").start());
      case "threads" -> String.valueOf(threads());
      case "memory" -> outcome(() -> memory(Integer.parseInt(argument)));
      case "files" -> outcome(StandInGuest::files);
      case "stack-overflow" -> outcome(() -> depth(0));
      case "draw" -> outcome(StandInGuest::draw);
      case "system-call" -> RawSystemCall.errorOf(argument);
      default -> throw new IllegalArgumentException(command);
    };
  }

  private static String outcome(Callable<?> action) {
    try {
      return "done: " + action.call();
    } catch (Throwable e) {
      return e.toString();
    }
  }

  private static String exit(int status) {
    Runtime.getRuntime().halt(status);
    return "";
  }

  private static String say(String text) {
    System.err.println(text);
    System.out.println(text);
    return "said";
  }

  private static String flood(int bytes) {
    byte[] piece = new byte[8192];
    Arrays.fill(piece, (byte) 'x');
    for (int written = 0; written < bytes; written += piece.length) {
      System.err.write(piece, 0, piece.length);
    }
    System.err.println("end of flood");
    return "flooded";
  }

  private static String list(String directory) {
    String[] names = new File(directory).list();
    if (names == null) {
      return "nothing";
    }
    Arrays.sort(names);
    return String.join(" ", names);
  }

  private static long fill() {
    long written = 0;
    byte[] piece = new byte[64 * 1024];
    for (int file = 0; file < 1000; file++) {
      try (FileOutputStream out = new FileOutputStream("/tmp/filler-" + file)) {
        for (int i = 0; i < 64; i++) {
          out.write(piece);
          written += piece.length;
        }
      } catch (IOException e) {
        return written;
      }
    }
    return written;
  }

  private static Object largeFile() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile("/tmp/large", "rw")) {
      file.setLength(1L << 40);
      return file.length();
    }
  }

  private static int threads() {
    int started = 0;
    try {
      for (; started < 20_000; started++) {
        Thread thread = new Thread(StandInGuest::waitForever);
        thread.setDaemon(true);
        thread.start();
      }
    } catch (OutOfMemoryError e) {
      return started;
    }
    return started;
  }

  private static void waitForever() {
    synchronized (new Object()) {
      try {
        new java.util.concurrent.CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Object memory(int mebibytes) {
    List<byte[]> held = new ArrayList<>();
    for (int i = 0; i < mebibytes; i++) {
      held.add(new byte[1 << 20]);
    }
    return held.size();
  }

  private static Object files() throws IOException {
    Path file = Files.createTempFile("fäß", ".txt");
    Files.writeString(file, "hello");
    Path copy = Files.copy(file, Path.of("/tmp/copy"));
    try (FileChannel channel =
            FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Selector selector = Selector.open()) {
      channel.map(FileChannel.MapMode.READ_WRITE, 0, 5).put(0, (byte) 'j');
      Pipe pipe = Pipe.open();
      pipe.sink().close();
      pipe.source().close();
      Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file));
      Files.move(copy, Path.of("/tmp/moved"));
      return selector.isOpen() + " " + Files.readString(Path.of("/tmp/moved"));
    }
  }

  private static int depth(int n) {
    return depth(n + 1) + 1;
  }

  private static Object draw() throws IOException {
    java.awt.image.BufferedImage image = new java.awt.image.BufferedImage(80, 30, 1);
    java.awt.Graphics2D graphics = image.createGraphics();
    graphics.setFont(new java.awt.Font("SansSerif", java.awt.Font.PLAIN, 20));
    graphics.drawString("Text", 2, 22);
    int lit = 0;
    for (int i = 0; i < 80 * 30; i++) {
      lit += (image.getRGB(i % 80, i / 80) & 0xffffff) == 0 ? 0 : 1;
    }
    Path file = Path.of("/tmp/image.jpeg");
    javax.imageio.ImageIO.write(image, "jpeg", file.toFile());
    int width = javax.imageio.ImageIO.read(file.toFile()).getWidth();
    return (lit > 20 ? "text" : "no text") + " " + width;
  }
}
