package dev.airlock.runtime.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The settings of a YAML file, nested or dotted, as text.
 *
 * <p>Only events are read and no objects built, so tags mean nothing. Aliases, nesting deeper than
 * eight and files above 256 KiB are refused.
 */
final class YamlSource {
  private static final int LONGEST = 256 * 1024;
  private static final int DEEPEST = 8;

  private final String file;
  private final Iterator<Event> events;
  private final List<RawSetting> settings = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private YamlSource(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /**
   * Reads a file.
   *
   * @param file what to call it in messages
   * @param in its bytes, UTF-8
   * @param problems gets one problem, with line and column, if the file is broken
   * @return its settings in order; none if it is broken
   */
  static List<RawSetting> read(String file, InputStream in, Problems problems) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      problems.add(file + " is larger than " + LONGEST + " bytes. Take out what is no setting.");
      return List.of();
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    Parse parse = new Parse(LoadSettings.builder().setLabel(file).setUseMarks(true).build());
    try {
      YamlSource source = new YamlSource(file, parse.parseString(text).iterator());
      source.document();
      return source.settings;
    } catch (BrokenFileException e) {
      problems.add(e.getMessage());
    } catch (MarkedYamlEngineException e) {
      problems.add(at(file, e.getProblemMark()) + " is not YAML: " + e.getProblem() + ".");
    } catch (YamlEngineException e) {
      problems.add(file + " is not YAML: " + Problems.quote(String.valueOf(e.getMessage())));
    }
    return List.of();
  }

  private void document() {
    next(Event.ID.StreamStart);
    Event event = events.next();
    if (event.getEventId() == Event.ID.StreamEnd) {
      return;
    }
    event = events.next();
    if (event.getEventId() == Event.ID.MappingStart) {
      mapping("", 1);
    } else if (!isNothing(event)) {
      throw broken(event, "the file must be a mapping, as in airlock.timeout: 30s");
    }
    next(Event.ID.DocumentEnd);
    next(Event.ID.StreamEnd);
  }

  private void next(Event.ID wanted) {
    Event event = events.next();
    if (event.getEventId() != wanted) {
      throw broken(event, "the file must be one document");
    }
  }

  private void mapping(String path, int depth) {
    for (Event key = events.next(); ; key = events.next()) {
      if (key.getEventId() == Event.ID.MappingEnd) {
        return;
      }
      if (!(key instanceof ScalarEvent scalar)) {
        throw broken(key, "a key must be text");
      }
      String name = path.isEmpty() ? scalar.getValue() : path + "." + scalar.getValue();
      value(name, key, events.next(), depth);
    }
  }

  private void value(String name, Event key, Event event, int depth) {
    if (depth > DEEPEST) {
      throw broken(event, "nothing is nested deeper than " + DEEPEST);
    }
    switch (event.getEventId()) {
      case MappingStart -> mapping(name, depth + 1);
      case SequenceStart -> add(name, key, sequence());
      case Scalar -> add(name, key, ((ScalarEvent) event).getValue());
      default -> throw broken(event, "aliases are not supported; write the value again");
    }
  }

  private String sequence() {
    List<String> elements = new ArrayList<>();
    for (Event event = events.next(); ; event = events.next()) {
      if (event.getEventId() == Event.ID.SequenceEnd) {
        return String.join(",", elements);
      }
      if (!(event instanceof ScalarEvent scalar)) {
        throw broken(event, "a list holds only text");
      }
      elements.add(scalar.getValue());
    }
  }

  private void add(String name, Event key, String value) {
    if (!seen.add(name)) {
      throw broken(key, Problems.quote(name) + " is set twice");
    }
    settings.add(new RawSetting(name, value, at(file, key.getStartMark())));
  }

  private static boolean isNothing(Event event) {
    return event instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  private BrokenFileException broken(Event event, String why) {
    return new BrokenFileException(at(file, event.getStartMark()) + ": " + why + ".");
  }

  private static String at(String file, Optional<Mark> mark) {
    return mark.map(
            place ->
                file + ", line " + (place.getLine() + 1) + ", column " + (place.getColumn() + 1))
        .orElse(file);
  }

  /** Leaves the reading of a file that is not what a settings file may be. */
  private static final class BrokenFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenFileException(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
