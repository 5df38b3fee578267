package dev.airlock.sandbox.codec;

import java.util.concurrent.atomic.AtomicReference;

/** References that may lead back to themselves. */
final class AtomicReferenceShape extends Shape<AtomicReference<Object>> {
  @Override
  void write(GraphWriter to, AtomicReference<Object> reference) {
    to.object(reference.get());
  }

  @Override
  @SuppressWarnings("NullAway") // It may hold null.
  AtomicReference<Object> read(GraphReader from, Class<? extends AtomicReference<Object>> type) {
    AtomicReference<Object> reference = new AtomicReference<>();
    int id = from.opened(reference);
    reference.set(from.object());
    from.closed(id);
    return reference;
  }

  @Override
  void children(AtomicReference<Object> reference, Children children) {
    children.child("value", reference.get());
  }
}
