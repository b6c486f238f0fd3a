package org.healthassistant.knowledge.ingest;

import java.util.ArrayList;
import java.util.List;
import org.healthassistant.knowledge.article.Headings;
import org.healthassistant.knowledge.article.SectionKind;
import org.healthassistant.knowledge.text.Language;
import org.healthassistant.knowledge.text.SentenceSplitter;
import org.healthassistant.knowledge.text.Span;
import org.jspecify.annotations.Nullable;

/// The text of one section as it is gathered: every paragraph of it can be quoted sentence by
/// sentence without losing its sense.
///
/// A list item stands with its lead-in, or with a heading that carries its sense. What cannot be
/// put together is a problem.
final class SectionText {
  private static final int SHORT = 6;

  private final String heading;
  private final String governing;
  private final Language language;
  private final Complaints complaints;
  private final List<String> paragraphs = new ArrayList<>();
  private @Nullable LeadIn leadIn;
  private @Nullable LeadIn forbidding;

  /// Is told of what stands apart from its lead-in.
  @FunctionalInterface
  interface Complaints {
    void add(int line, String what, String wayOut);
  }

  private record LeadIn(String text, int line, boolean used) {}

  /// @param heading the section's own
  /// @param governing the headings above it and its own, as far as they forbid; may be empty
  SectionText(String heading, String governing, Language language, Complaints complaints) {
    this.heading = heading;
    this.governing = governing;
    this.language = language;
    this.complaints = complaints;
  }

  /// The paragraphs so far; complains of a lead-in that leads to nothing.
  List<String> close() {
    complainOfUnused();
    return List.copyOf(paragraphs);
  }

  void paragraph(String text, int line) {
    complainOfUnused();
    leadIn = null;
    forbidding = null;
    List<String> sentences = sentences(text);
    if (sentences.isEmpty()) {
      return;
    }
    String last = sentences.getLast();
    if (LeadIns.opens(last)) {
      leadIn = new LeadIn(last, line, false);
      prose(sentences.subList(0, sentences.size() - 1));
    } else {
      if (LeadIns.announces(last)) {
        leadIn = new LeadIn(last, line, true);
      } else if (LeadIns.forbids(last)) {
        forbidding = new LeadIn(last, line, false);
      }
      prose(sentences);
    }
  }

  /// What the items of a list that begins here stand under; may be empty.
  String beginList() {
    LeadIn before = leadIn;
    if (before != null) {
      leadIn = new LeadIn(before.text(), before.line(), true);
      return governing.isEmpty() ? before.text() : governing + ": " + before.text();
    }
    if (forbidding != null) {
      complaints.add(
          forbidding.line(),
          "a list follows a sentence that forbids: " + start(forbidding.text()),
          "end it with a colon if the list belongs to it, else write a sentence between them");
      forbidding = null;
    }
    return governing;
  }

  /// An item of a list.
  ///
  /// @param under what it stands under; may be empty
  void item(String under, String text, int line) {
    if (LeadIns.endsOpen(text)) {
      complaints.add(
          line,
          "an item of a list ends with what leads to others: " + start(text),
          "indent what it leads to as a list below it");
    } else if (under.isEmpty() && !carriesItself(text)) {
      paragraphs.add(WholeUnit.write(heading, text, language));
    } else if (under.isEmpty()) {
      prose(sentences(text));
    } else {
      paragraphs.add(WholeUnit.write(under, text, language));
    }
  }

  /// What the items below an item stand under.
  String under(String under, String text) {
    return under.isEmpty()
        ? WholeUnit.write(text, language)
        : under.replaceAll(":\\s*$", "") + ": " + text;
  }

  private boolean carriesItself(String item) {
    SectionKind kind = Headings.kindOf(heading);
    boolean urgent = kind == SectionKind.EMERGENCY || kind == SectionKind.CALL_CARE_TEAM;
    return !urgent && item.matches("(?s).*[.!?][\"'”’»)\\]]*");
  }

  private void prose(List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    if (!governing.isEmpty() && lacksTheHeading(sentences)) {
      paragraphs.add(WholeUnit.write(governing, String.join(" ", sentences), language));
      return;
    }
    for (int i = 0; i + 1 < sentences.size(); i++) {
      if (LeadIns.governsTheRest(sentences.get(i))) {
        String rest = String.join(" ", sentences.subList(i, sentences.size()));
        List<String> before = new ArrayList<>(sentences.subList(0, i));
        before.add(WholeUnit.write(rest, language));
        paragraphs.add(String.join(" ", before));
        return;
      }
    }
    paragraphs.add(String.join(" ", sentences));
  }

  /// Whether prose below a heading that forbids says the contrary of it, or a bare name.
  private static boolean lacksTheHeading(List<String> sentences) {
    return sentences.stream().noneMatch(LeadIns::forbids)
        || sentences.stream().anyMatch(it -> !LeadIns.forbids(it) && it.split(" ").length <= SHORT);
  }

  private List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    for (Span span : SentenceSplitter.split(text, language)) {
      sentences.add(span.in(text));
    }
    return sentences;
  }

  private void complainOfUnused() {
    LeadIn open = leadIn;
    if (open != null && !open.used()) {
      complaints.add(
          open.line(),
          "what a lead-in leads to stands apart from it: " + start(open.text()),
          "write what follows as a list '- …' below it, or make whole sentences of both");
      leadIn = null;
    }
  }

  private static String start(String text) {
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }
}
