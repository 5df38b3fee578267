package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lambdas and method references whose type is serializable: what they are made of crosses, and the
 * class that they were written in makes them again. What they captured is part of the graph.
 */
final class LambdaShape extends Shape<Object> {
  @Override
  void write(GraphWriter to, Object lambda) {
    SerializedLambda form = formOf(lambda);
    to.type(capturingClass(form, lambda));
    to.out().writeString(form.getFunctionalInterfaceClass());
    to.out().writeString(form.getFunctionalInterfaceMethodName());
    to.out().writeString(form.getFunctionalInterfaceMethodSignature());
    to.out().writeVarInt(form.getImplMethodKind(), true);
    to.out().writeString(form.getImplClass());
    to.out().writeString(form.getImplMethodName());
    to.out().writeString(form.getImplMethodSignature());
    to.out().writeString(form.getInstantiatedMethodType());
    to.before(lambda, () -> to.objects(captured(form)));
  }

  @Override
  Object read(GraphReader from, Class<?> type) {
    Class<?> capturing = from.type();
    String face = from.in().readString();
    String faceMethod = from.in().readString();
    String faceSignature = from.in().readString();
    int kind = from.in().readVarInt(true);
    String owner = from.in().readString();
    String method = from.in().readString();
    String signature = from.in().readString();
    String instantiated = from.in().readString();
    return make(
        capturing,
        new SerializedLambda(
            capturing,
            face,
            faceMethod,
            faceSignature,
            kind,
            owner,
            method,
            signature,
            instantiated,
            from.objects()));
  }

  @Override
  void children(Object lambda, Children children) {
    @Nullable Object[] captured = captured(formOf(lambda));
    for (int i = 0; i < captured.length; i++) {
      children.child("captured[" + i + "]", captured[i]);
    }
  }

  private static Object make(Class<?> capturing, SerializedLambda form) {
    try {
      Method maker = capturing.getDeclaredMethod("$deserializeLambda$", SerializedLambda.class);
      maker.setAccessible(true);
      return maker.invoke(null, form);
    } catch (InvocationTargetException e) {
      throw new KryoException("A lambda of " + capturing + " cannot be made.", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new KryoException("A lambda of " + capturing + " cannot be made.", e);
    }
  }

  private static Class<?> capturingClass(SerializedLambda form, Object lambda) {
    String name = form.getCapturingClass().replace('/', '.');
    try {
      return Class.forName(name, false, lambda.getClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new Refusal(name, "A lambda was written in it, and its loader does not find it.");
    }
  }

  private static @Nullable Object[] captured(SerializedLambda form) {
    @Nullable Object[] captured = new Object[form.getCapturedArgCount()];
    for (int i = 0; i < captured.length; i++) {
      captured[i] = form.getCapturedArg(i);
    }
    return captured;
  }

  private static SerializedLambda formOf(Object lambda) {
    SerializedLambda[] found = new SerializedLambda[1];
    try (FormStream stream = new FormStream(form -> found[0] = form)) {
      stream.writeObject(lambda);
    } catch (IOException e) {
      throw new Refusal(lambda.getClass().getName(), "Java cannot say what it is made of: " + e);
    }
    if (found[0] == null) {
      throw new Refusal(lambda.getClass().getName(), "Java does not say what it is made of.");
    }
    return found[0];
  }

  /**
   * Asks a lambda for its form. Only Java serialization may call the method that gives it, whatever
   * module the lambda is in.
   */
  private static final class FormStream extends ObjectOutputStream {
    private final Consumer<SerializedLambda> taker;

    FormStream(Consumer<SerializedLambda> taker) throws IOException {
      super(OutputStream.nullOutputStream());
      this.taker = taker;
      enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(Object object) {
      if (object instanceof SerializedLambda form) {
        taker.accept(form);
      }
      return null;
    }
  }
}
