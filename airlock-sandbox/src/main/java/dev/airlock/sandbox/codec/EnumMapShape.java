package dev.airlock.sandbox.codec;

import java.util.EnumMap;
import java.util.Map;

/**
 * Maps of constants. An empty one crosses by Java serialization, which knows what enum it is of.
 */
final class EnumMapShape extends Shape<EnumMap<?, Object>> {
  @Override
  void write(GraphWriter to, EnumMap<?, Object> map) {
    to.out().writeBoolean(map.isEmpty());
    if (map.isEmpty()) {
      HostObjectStream.write(to, map);
      return;
    }
    to.type(map.keySet().iterator().next().getDeclaringClass());
    to.objects(MapShape.content(map));
  }

  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  EnumMap<?, Object> read(GraphReader from, Class<? extends EnumMap<?, Object>> type) {
    if (from.in().readBoolean()) {
      return (EnumMap<?, Object>) GuestObjectStream.read(from);
    }
    EnumMap map = new EnumMap((Class) from.type());
    from.content(map, false, content -> MapShape.put((Map<Object, Object>) map, content));
    return map;
  }

  @Override
  void children(EnumMap<?, Object> map, Children children) {
    map.forEach((key, value) -> children.child("[" + Steps.key(key) + "]", value));
  }
}
