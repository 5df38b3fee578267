package dev.airlock.sandbox.codec;

import java.util.Locale;

/** Locales: as a language tag, or by their old three parts where a tag would lose something. */
final class LocaleShape extends Shape<Locale> {
  @Override
  void write(GraphWriter to, Locale locale) {
    String tag = locale.toLanguageTag();
    boolean tagged = Locale.forLanguageTag(tag).equals(locale);
    to.out().writeBoolean(tagged);
    if (tagged) {
      to.out().writeString(tag);
    } else {
      to.out().writeString(locale.getLanguage());
      to.out().writeString(locale.getCountry());
      to.out().writeString(locale.getVariant());
    }
  }

  @Override
  Locale read(GraphReader from, Class<? extends Locale> type) {
    if (from.in().readBoolean()) {
      return Locale.forLanguageTag(from.in().readString());
    }
    String language = from.in().readString();
    String country = from.in().readString();
    return new Locale(language, country, from.in().readString());
  }

  @Override
  void children(Locale locale, Children children) {}
}
