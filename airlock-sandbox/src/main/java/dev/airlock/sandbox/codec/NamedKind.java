package dev.airlock.sandbox.codec;

/** How the objects of a class that is named on the wire are written. */
enum NamedKind {
  FIELDS(1),
  RECORD(2),
  ENUM(3),
  ARRAY(4),
  COLLECTION(5),
  MAP(6);

  private final int number;

  NamedKind(int number) {
    this.number = number;
  }

  /** Its number on the wire. */
  int number() {
    return number;
  }

  Shape<?> shape(Class<?> type) {
    return switch (this) {
      case FIELDS -> new FieldsShape(type);
      case RECORD -> new RecordShape(type);
      case ENUM -> new EnumShape(type);
      case ARRAY -> new ArrayShape(type);
      case COLLECTION -> CollectionShape.of(NoArguments.of(type), true);
      case MAP -> MapShape.of(NoArguments.of(type), true);
    };
  }

  /**
   * The kind of a number.
   *
   * @throws IllegalArgumentException if no kind has it
   */
  static NamedKind of(int number) {
    return switch (number) {
      case 1 -> FIELDS;
      case 2 -> RECORD;
      case 3 -> ENUM;
      case 4 -> ARRAY;
      case 5 -> COLLECTION;
      case 6 -> MAP;
      default -> throw new IllegalArgumentException("The payload has a kind " + number + ".");
    };
  }
}
