package org.healthassistant.knowledge.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationStrikeout;
import org.healthassistant.knowledge.ingest.Articles;
import org.healthassistant.knowledge.ingest.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// PDF files, made here line by line, as drafts.
class PdfDocumentTest {
  private static final DraftArticle.Origin ORIGIN = new DraftArticle.Origin(
      "Clinic", "CC0-1.0", "https://example.org/a", LocalDate.of(2026, 11, 1));

  @TempDir
  Path directory;

  @Test
  void partsTheLastWordOfALineFromTheFirstOfTheNext() throws IOException {
    DraftArticle draft = pdf(
        "Heart attack",
        "",
        "A heart attack hurts in the chest, and the pain spreads to your",
        "arm. An aspirin of 81",
        "mg may be given. Wait 2",
        "4 hours are too long. Get emergency help",
        "Call 911 at once.");

    assertThat(draft.title()).isEqualTo("Heart attack");
    assertThat(draft.refusal()).isEmpty();
    assertThat(text(draft))
        .contains("to your arm.")
        .contains("81 mg")
        .contains("2 4 hours")
        .contains("help Call 911");
  }

  @Test
  void joinsADividedWordOnlyWhenItStandsUndividedElsewhere() throws IOException {
    DraftArticle draft = pdf(
        "La presión",
        "",
        "Los medicamentos bajan la presión. Tome sus medica-",
        "mentos cada día, y haga un auto-",
        "examen a largo-",
        "plazo. Espere de 2-",
        "4 horas.");

    assertThat(text(draft))
        .contains("sus medicamentos cada")
        .contains("auto-examen")
        .contains("largo-plazo")
        .contains("2-4 horas");
  }

  @Test
  void keepsBulletsWithTheirLeadIn() throws IOException {
    assertThat(units(pdf(
            "Frostbite",
            "",
            "Warm the hands. On frozen skin, do not:",
            "• Rub it hard with",
            "  snow.",
            "• Put it near a fire.",
            "",
            "Get help soon.")))
        .containsExactly(
            "Warm the hands.",
            "On frozen skin, do not: Rub it hard with snow.",
            "On frozen skin, do not: Put it near a fire.",
            "Get help soon.");
    assertThat(units(pdf(
            "Mordedura",
            "",
            "Después de una mordedura, nunca:",
            "- Chupe la herida.",
            "- Aplique hielo.")))
        .containsExactly(
            "Después de una mordedura, nunca: Chupe la herida.",
            "Después de una mordedura, nunca: Aplique hielo.");
  }

  @Test
  void doesNotQuoteWhatMayOrMayNotBelongToTheLastItem() throws IOException {
    DraftArticle draft =
        pdf("Frostbite", "", "On frozen skin, do not:", "• Rub it.", "Put it near a fire.");

    assertThat(draft.parts()).last().extracting(Part::form).isEqualTo(Part.Form.UNQUOTABLE);
    assertThat(Articles.problems(draft.markdown("a", ORIGIN)))
        .extracting(Problem::rule)
        .containsExactly("not-quotable");
  }

  @Test
  void readsShortLinesThatStandAloneAsHeadings() throws IOException {
    DraftArticle draft = pdf(
        "Asthma",
        "",
        "What it is",
        "",
        "Asthma makes it hard to breathe.",
        "",
        "Symptoms",
        "",
        "A cough at night is common.");

    assertThat(draft.parts())
        .filteredOn(Part::heading)
        .extracting(Part::text)
        .containsExactly("What it is", "Symptoms");
  }

  @Test
  void doesNotQuoteLinesWithoutSentences() throws IOException {
    DraftArticle draft = pdf(
        "Doses", "", "The table tells the dose.", "", "Age   Dose", "2   4 hours", "6   8 hours");

    assertThat(draft.parts()).last().extracting(Part::form).isEqualTo(Part.Form.UNQUOTABLE);
    assertThat(text(draft)).doesNotContain("24").doesNotContain("68");
  }

  @Test
  void joinsASentenceThatGoesOnOnTheNextPage() throws IOException {
    Path file = directory.resolve("two.pdf");
    try (PDDocument document = new PDDocument()) {
      page(document, List.of("Fever", "", "Do not give aspirin for a fever to any"));
      page(document, List.of("children or teens."));
      document.save(file.toFile());
    }

    assertThat(units(DocumentReader.read(file)))
        .containsExactly("Do not give aspirin for a fever to any children or teens.");
  }

  @Test
  void doesNotQuoteAcrossColumnsNorWhatComesAfterThem() throws IOException {
    DraftArticle draft = drawn(
        new Word(72, 740, 11, "Stay with the person who"),
        new Word(320, 740, 11, "Do not:"),
        new Word(72, 726, 11, "has the seizure, and"),
        new Word(320, 726, 11, "• Hold the person down."),
        new Word(72, 712, 11, "time it by a clock."),
        new Word(320, 712, 11, "• Give water."),
        new Word(320, 660, 11, "• Put anything in the mouth."));

    assertThat(draft.parts())
        .isNotEmpty()
        .extracting(Part::form)
        .containsOnly(Part.Form.UNQUOTABLE);
  }

  @Test
  void doesNotTakeTheSpaceAfterABulletForAColumn() throws IOException {
    assertThat(units(drawn(
            new Word(72, 740, 11, "On a wound, do not:"),
            new Word(72, 726, 11, "•"),
            new Word(108, 726, 11, "Use peroxide."),
            new Word(72, 712, 11, "•"),
            new Word(108, 712, 11, "Dig."))))
        .containsExactly("On a wound, do not: Use peroxide.", "On a wound, do not: Dig.");
  }

  @Test
  void keepsRaisedNumbersApart() throws IOException {
    assertThat(text(drawn(
            new Word(72, 740, 11, "Take 2"),
            new Word(105, 744, 6, "2"),
            new Word(110, 740, 11, "pills a day."))))
        .isEqualTo("Take 2² pills a day.");
  }

  @Test
  void doesNotQuoteWhiteWords() throws IOException {
    assertThat(drawn(
                new Word(72, 740, 11, "Drink water."),
                new Word(72, 660, -11, "Give codeine to children."))
            .parts())
        .extracting(Part::form)
        .containsExactly(Part.Form.PARAGRAPH, Part.Form.UNQUOTABLE);
  }

  @Test
  void refusesTextThatIsStruckOut() throws IOException {
    Path file = directory.resolve("struck.pdf");
    try (PDDocument document = new PDDocument()) {
      page(document, List.of("Fever", "", "Give aspirin to children."));
      PDAnnotationStrikeout line = new PDAnnotationStrikeout();
      line.setRectangle(new PDRectangle(72, 680, 200, 14));
      document.getPage(0).getAnnotations().add(line);
      document.save(file.toFile());
    }

    assertThatThrownBy(() -> DocumentReader.read(file)).hasMessageContaining("page 1");
  }

  @Test
  void leavesOutWhatIsPrintedAroundEveryPage() throws IOException {
    Path file = directory.resolve("frames.pdf");
    try (PDDocument document = new PDDocument()) {
      page(document, List.of("Fever", "", "Drink water.", "", "Our Clinic, page 1 of 2"));
      page(document, List.of("Rest in bed.", "", "Our Clinic, page 2 of 2"));
      document.save(file.toFile());
    }

    assertThat(text(DocumentReader.read(file))).isEqualTo("Drink water.\nRest in bed.");
  }

  @Test
  void readsTheLetterThatSomeUseForABullet() throws IOException {
    assertThat(units(
            pdf("Ticks", "", "Do not use:", "", "o Nail polish that is", "wet.", "o A hot match.")))
        .containsExactly("Do not use: Nail polish that is wet.", "Do not use: A hot match.");
  }

  /// A word at a place on a page; a size below zero is of white letters.
  private record Word(float x, float y, float size, String text) {}

  private DraftArticle drawn(Word... words) throws IOException {
    Path file = directory.resolve("drawn.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        for (Word word : words) {
          out.setNonStrokingColor(word.size() < 0 ? 1f : 0f);
          out.beginText();
          out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), Math.abs(word.size()));
          out.newLineAtOffset(word.x(), word.y());
          out.showText(word.text());
          out.endText();
        }
      }
      document.save(file.toFile());
    }
    return DocumentReader.read(file);
  }

  private DraftArticle pdf(String... lines) throws IOException {
    Path file = directory.resolve("page.pdf");
    try (PDDocument document = new PDDocument()) {
      page(document, List.of(lines));
      document.save(file.toFile());
    }
    return DocumentReader.read(file);
  }

  private static void page(PDDocument document, List<String> lines) throws IOException {
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
      float y = 720;
      for (String line : lines) {
        if (!line.isEmpty()) {
          out.beginText();
          out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
          out.newLineAtOffset(72, y);
          out.showText(line);
          out.endText();
        }
        y -= 14;
      }
    }
  }

  private static String text(DraftArticle draft) {
    List<String> text = new ArrayList<>();
    draft.parts().forEach(part -> text.add(part.text()));
    return String.join("\n", text);
  }

  private static List<String> units(DraftArticle draft) {
    String markdown = draft.markdown("a", ORIGIN);
    assertThat(Articles.problems(markdown)).as(markdown).isEmpty();
    return Articles.units(markdown);
  }
}
