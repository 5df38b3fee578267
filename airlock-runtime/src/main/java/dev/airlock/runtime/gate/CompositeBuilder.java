package dev.airlock.runtime.gate;

import dev.airlock.sandbox.contract.Shape;
import dev.airlock.sandbox.text.HostileText;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes objects of the application's classes: through constructors and fields, both checked. */
final class CompositeBuilder {
  private static final int LONGEST_QUOTE = 64;

  private final Refusals refusals;

  CompositeBuilder(Refusals refusals) {
    this.refusals = refusals;
  }

  /** The object of values that are in the order of its members; the constructor takes its part. */
  Object construct(Shape.Composite composite, @Nullable Object[] values) {
    List<Integer> parameters = composite.parameters();
    @Nullable Object[] arguments = new Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = values[parameters.get(i)];
    }
    Object object;
    try {
      object = composite.constructor().newInstance(arguments);
    } catch (InvocationTargetException e) {
      // Not kept as the cause: its message may quote what the sandbox sent.
      throw refusals.because(
          "the constructor of "
              + composite.constructor().getDeclaringClass().getName()
              + " refused its values: "
              + HostileText.escape(String.valueOf(e.getCause()), LONGEST_QUOTE));
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException("The contract checked this constructor.", e);
    }
    for (int i = 0; i < values.length; i++) {
      if (!parameters.contains(i)) {
        set(composite.members().get(i), object, values[i]);
      }
    }
    return object;
  }

  void set(Shape.Member member, Object object, @Nullable Object value) {
    try {
      member.field().set(object, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The contract opened this field.", e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The class comes from the contract: it is an enum.
  Object constant(Shape.Enumeration enumeration, int index) {
    return Enum.valueOf((Class) enumeration.type(), enumeration.constants().get(index));
  }
}
