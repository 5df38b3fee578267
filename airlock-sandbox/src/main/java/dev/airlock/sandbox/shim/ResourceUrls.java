package dev.airlock.sandbox.shim;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;

/**
 * The URLs of resources in a guest, as in {@code airlock:/2/0/org/example/messages.properties}: the
 * loader, the place among resources of the same name, the name. A URL relative to one of them leads
 * to what the host has under that name. Thread-safe.
 */
final class ResourceUrls extends URLStreamHandler {
  private static final String SCHEME = "airlock";

  private final GuestLoaders loaders;

  ResourceUrls(GuestLoaders loaders) {
    this.loaders = loaders;
  }

  /** The URL that stands for the place where a loader has its classes. */
  URL ofLoader(int loader) {
    return url("/" + loader + "/");
  }

  /** The URL of a resource. */
  URL ofResource(int loader, String name, int place) {
    return url("/" + loader + "/" + place + "/" + name);
  }

  @Override
  protected URLConnection openConnection(URL url) throws IOException {
    return new Connection(url, content(url));
  }

  private URL url(String path) {
    try {
      return new URL(null, new URI(SCHEME, null, path, null).toASCIIString(), this);
    } catch (URISyntaxException | MalformedURLException e) {
      throw new IllegalStateException("An absolute path always makes a URL: " + path, e);
    }
  }

  private byte[] content(URL url) throws FileNotFoundException {
    String path = URI.create(url.toExternalForm()).getPath();
    String[] parts = path == null ? new String[0] : path.split("/", 4);
    if (parts.length == 4) {
      try {
        List<byte[]> contents = loaders.resources(Integer.parseInt(parts[1]), parts[3]);
        return contents.get(Integer.parseInt(parts[2]));
      } catch (NumberFormatException | IndexOutOfBoundsException e) {
        // There is nothing.
      }
    }
    throw new FileNotFoundException(url.toExternalForm());
  }

  private static final class Connection extends URLConnection {
    private final byte[] content;

    Connection(URL url, byte[] content) {
      super(url);
      this.content = content;
    }

    @Override
    public void connect() {
      connected = true;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(content);
    }

    @Override
    public long getContentLengthLong() {
      return content.length;
    }
  }
}
