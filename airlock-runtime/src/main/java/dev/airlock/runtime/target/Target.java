package dev.airlock.runtime.target;

import dev.airlock.SandboxConfigurationException;
import dev.airlock.runtime.gate.FailureContract;
import dev.airlock.runtime.policy.CallPolicy;
import dev.airlock.sandbox.contract.ContractException;
import dev.airlock.sandbox.contract.ResultContract;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method that runs in sandboxes, and what is known of it before a call: what holds for its calls,
 * and what may come back.
 *
 * <p>Immutable but for what it remembers. Thread-safe.
 */
public final class Target {
  private final Class<?> owner;
  private final Method method;
  private final String key;
  private final CallPolicy policy;
  private final List<Class<?>> admitted;
  private final FailureContract failures;
  private final ClassValue<ResultContract> contracts =
      new ClassValue<>() {
        @Override
        protected ResultContract computeValue(Class<?> receiver) {
          return compile(receiver);
        }
      };
  private volatile @Nullable ResultContract staticContract;

  /**
   * A target.
   *
   * @param owner the class whose code is called, which decides what the guest may ask for
   * @param method the method whose declaration says what may come back
   * @param key its name and descriptor
   * @param constructible unchecked exceptions, besides the usual ones, that its code can construct
   */
  Target(
      Class<?> owner,
      Method method,
      String key,
      CallPolicy policy,
      Set<Class<? extends RuntimeException>> constructible) {
    this.owner = owner;
    this.method = method;
    this.key = key;
    this.policy = policy;
    Set<Class<?>> types = new LinkedHashSet<>(policy.resultTypes());
    types.addAll(ArgumentTypes.of(method));
    this.admitted = List.copyOf(types);
    this.failures = FailureContract.of(method.getExceptionTypes(), List.copyOf(constructible));
  }

  /** The class whose code is called. */
  public Class<?> owner() {
    return owner;
  }

  /** The method whose declaration says what may come back. */
  public Method method() {
    return method;
  }

  /** The name and descriptor of the method. */
  public String key() {
    return key;
  }

  /** What holds for its calls. */
  public CallPolicy policy() {
    return policy;
  }

  /** What messages and logs call it, as in {@code Renderer#render}. */
  public String label() {
    String name = owner.getName();
    return name.substring(name.lastIndexOf('.') + 1) + "#" + method.getName();
  }

  /** Types that results may hold in open places. */
  public List<Class<?>> admitted() {
    return admitted;
  }

  /** Which exceptions come back as themselves. */
  public FailureContract failures() {
    return failures;
  }

  /** Whether it says itself that it can be interrupted. */
  public boolean throwsInterrupted() {
    return Arrays.stream(method.getExceptionTypes())
        .anyMatch(type -> type.isAssignableFrom(InterruptedException.class));
  }

  /**
   * What its result may be.
   *
   * @param receiver the class of the object that it is called on, or null
   * @throws SandboxConfigurationException if the declared type can never come back, with its path
   */
  public ResultContract contract(@Nullable Class<?> receiver) {
    if (receiver != null) {
      return contracts.get(receiver);
    }
    ResultContract contract = staticContract;
    if (contract == null) {
      contract = compile(null);
      staticContract = contract;
    }
    return contract;
  }

  private ResultContract compile(@Nullable Class<?> receiver) {
    try {
      return ResultContract.compile(method.getGenericReturnType(), receiver, admitted);
    } catch (ContractException e) {
      throw new SandboxConfigurationException(
          label()
              + " cannot run in a sandbox, because its result could not come back: "
              + e.getMessage(),
          e);
    }
  }
}
