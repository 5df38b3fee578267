package dev.airlock.sandbox.contract;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a class is taken apart and made again: its fields, and the constructor that takes the final
 * ones.
 *
 * @param parameters for each parameter of the constructor the index of its field
 */
record CompositePlan(Constructor<?> constructor, List<Integer> parameters, List<Field> fields) {

  static CompositePlan of(Class<?> type, String path) throws ContractException {
    CompositePlan plan = type.isRecord() ? ofRecord(type, path) : ofClass(type, path);
    open(plan.constructor, type, path);
    for (Field field : plan.fields) {
      open(field, type, path);
    }
    return plan;
  }

  private static CompositePlan ofRecord(Class<?> type, String path) throws ContractException {
    List<Field> fields = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    List<Integer> parameters = new ArrayList<>();
    try {
      for (RecordComponent component : type.getRecordComponents()) {
        parameters.add(fields.size());
        fields.add(type.getDeclaredField(component.getName()));
        types.add(component.getType());
      }
      Constructor<?> canonical = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      return new CompositePlan(canonical, parameters, fields);
    } catch (NoSuchFieldException | NoSuchMethodException e) {
      throw new ContractException(path, type.getName() + " is a broken record: " + e + ".", "");
    }
  }

  private static CompositePlan ofClass(Class<?> type, String path) throws ContractException {
    List<Field> fields = fieldsOf(type);
    List<Constructor<?>> constructors = new ArrayList<>(List.of(type.getDeclaredConstructors()));
    constructors.sort(
        Comparator.<Constructor<?>>comparingInt(Constructor::getParameterCount)
            .thenComparing(candidate -> Arrays.toString(candidate.getParameterTypes())));
    for (Constructor<?> candidate : constructors) {
      List<Integer> parameters = fieldsTakenBy(candidate, fields);
      if (parameters != null && coversFinals(parameters, fields)) {
        return new CompositePlan(candidate, parameters, fields);
      }
    }
    throw new ContractException(
        path,
        type.getName()
            + " has no constructor without parameters, or it has final fields and no constructor"
            + " whose parameters have their names and types.",
        "Make it a record, or compile it with -parameters and name the parameters as the fields.");
  }

  /** The fields that hold state, those of the topmost class first, each class's by name. */
  private static List<Field> fieldsOf(Class<?> type) {
    Deque<Class<?>> levels = new ArrayDeque<>();
    for (Class<?> level = type;
        level != null && level != Object.class;
        level = level.getSuperclass()) {
      levels.push(level);
    }
    List<Field> fields = new ArrayList<>();
    for (Class<?> level : levels) {
      Arrays.stream(level.getDeclaredFields())
          .filter(field -> (field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) == 0)
          .sorted(Comparator.comparing(Field::getName))
          .forEach(fields::add);
    }
    return fields;
  }

  private static @Nullable List<Integer> fieldsTakenBy(
      Constructor<?> constructor, List<Field> fields) {
    List<Integer> taken = new ArrayList<>();
    for (Parameter parameter : constructor.getParameters()) {
      int index = parameter.isNamePresent() ? indexOf(parameter, fields) : -1;
      if (index < 0 || taken.contains(index)) {
        return null;
      }
      taken.add(index);
    }
    return taken;
  }

  private static int indexOf(Parameter parameter, List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      if (field.getName().equals(parameter.getName()) && field.getType() == parameter.getType()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean coversFinals(List<Integer> parameters, List<Field> fields) {
    for (int i = 0; i < fields.size(); i++) {
      if (Modifier.isFinal(fields.get(i).getModifiers()) && !parameters.contains(i)) {
        return false;
      }
    }
    return true;
  }

  private static void open(AccessibleObject member, Class<?> type, String path)
      throws ContractException {
    if (!member.trySetAccessible()) {
      throw new ContractException(
          path,
          type.getName() + " is in a package that its module does not open.",
          "Add `opens " + type.getPackageName() + ";` to its module-info.java.");
    }
  }
}
