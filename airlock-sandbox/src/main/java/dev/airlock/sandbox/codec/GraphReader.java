package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.KryoException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one message after the other in the guest. Not thread-safe. */
final class GraphReader extends Kryo {
  private static final int FIRST_OBJECTS = 1024;

  private final ClassLookup lookup;
  private final ReadTypes types;
  private final ReadReferences references;
  private final StreamInput in = new StreamInput();

  /** Containers to fill once every object is complete, inner ones first. */
  private final List<Runnable> later = new ArrayList<>();

  /** Whether only a part follows of the next object that is read field by field. */
  private boolean inPart;

  GraphReader(ClassLookup lookup) {
    this(lookup, new ReadTypes(lookup), new ReadReferences());
  }

  private GraphReader(ClassLookup lookup, ReadTypes types, ReadReferences references) {
    super(types, references);
    this.lookup = lookup;
    this.types = types;
    this.references = references;
    setAutoReset(false);
  }

  void begin(InputStream source) {
    in.setInputStream(source);
    inPart = in.readBoolean();
  }

  /** Whether only a part follows of the object that is about to be read. True only once. */
  boolean takeInPart() {
    boolean taken = inPart;
    inPart = false;
    return taken;
  }

  /** Fills what had to wait and forgets the message. */
  void end() {
    for (int i = 0; i < later.size(); i++) {
      later.get(i).run();
    }
    later.clear();
    in.setInputStream(InputStream.nullInputStream());
    reset();
  }

  StreamInput in() {
    return in;
  }

  ClassLookup lookup() {
    return lookup;
  }

  @Nullable Object object() {
    return readClassAndObject(in);
  }

  @Nullable Object[] objects() {
    int count = in.readVarInt(true);
    if (count < 0) {
      throw new KryoException("The payload says that " + count + " objects follow.");
    }
    List<@Nullable Object> objects = new ArrayList<>(Math.min(count, FIRST_OBJECTS));
    for (int i = 0; i < count; i++) {
      objects.add(object());
    }
    return objects.toArray();
  }

  Class<?> type() {
    return types.read(in);
  }

  /** Makes an object known before its content is read, and gives its number. */
  int opened(Object object) {
    reference(object);
    return references.open();
  }

  /** Says that the content has been read. */
  void closed(int id) {
    references.close(id);
  }

  /**
   * Reads the content of a container that is known from now on.
   *
   * @param hashes whether inserting looks at what is inserted: then it waits until that is complete
   */
  void content(Object container, boolean hashes, Consumer<@Nullable Object[]> insert) {
    int id = opened(container);
    int outer = references.lowest();
    int waiting = later.size();
    references.lowest(Integer.MAX_VALUE);
    @Nullable Object[] content = objects();
    boolean wait = hashes && (references.lowest() <= id || later.size() > waiting);
    references.lowest(Math.min(outer, references.lowest()));
    closed(id);
    if (wait) {
      later.add(() -> insert.accept(content));
    } else {
      insert.accept(content);
    }
  }
}
