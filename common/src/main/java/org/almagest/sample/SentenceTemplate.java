package org.almagest.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence with slots such as {@code <t>}, taken apart once so that filling it is quick. */
final class SentenceTemplate {
  /** What a slot is filled with. */
  enum Slot {
    TERM,
    CAPITAL_TERM,
    NOUN,
    ADJECTIVE,
    VERB,
    NUMBER,
    COINED_NAME
  }

  /** Supplies the words. */
  interface Filler {
    void fill(Slot slot, StringBuilder out);
  }

  private static final Pattern SLOT = Pattern.compile("<([tTgavdc])>");

  private final List<String> literals = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();

  SentenceTemplate(String text) {
    Matcher matcher = SLOT.matcher(text);
    int end = 0;
    while (matcher.find()) {
      literals.add(text.substring(end, matcher.start()));
      slots.add(slotOf(matcher.group(1)));
      end = matcher.end();
    }
    literals.add(text.substring(end));
  }

  static List<SentenceTemplate> load(String resource) {
    return WordList.load(resource).stream().map(SentenceTemplate::new).toList();
  }

  void render(Filler filler, StringBuilder out) {
    for (int i = 0; i < slots.size(); i++) {
      out.append(literals.get(i));
      filler.fill(slots.get(i), out);
    }
    out.append(literals.get(slots.size()));
  }

  private static Slot slotOf(String mark) {
    return switch (mark) {
      case "t" -> Slot.TERM;
      case "T" -> Slot.CAPITAL_TERM;
      case "g" -> Slot.NOUN;
      case "a" -> Slot.ADJECTIVE;
      case "v" -> Slot.VERB;
      case "d" -> Slot.NUMBER;
      default -> Slot.COINED_NAME;
    };
  }
}
