package org.healthassistant.knowledge.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.healthassistant.knowledge.ingest.Articles;
import org.healthassistant.knowledge.ingest.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// HTML pages as drafts, and what may be quoted of them.
class DocumentReaderTest {
  private static final DraftArticle.Origin ORIGIN = new DraftArticle.Origin(
      "Clinic", "CC0-1.0", "https://example.org/a", LocalDate.of(2026, 11, 1));

  @TempDir
  Path directory;

  @Test
  void keepsListItemsWithTheirLeadIn() throws IOException {
    assertThat(units("""
        <h1>Frostbite</h1><h2>First aid</h2><div>Warm the hands slowly. Do <b>not</b>:
        <ul><li>Rub the skin.<li><p>Use a heater.</p><p>It can burn.</p></li>
        <li>Drink:<ul><li>Alcohol</li></ul></li></ul></div><p>Get help.</p>\
        """))
        .containsExactly(
            "Warm the hands slowly.",
            "Do not: Rub the skin.",
            "Do not: Use a heater; It can burn.",
            "Do not: Drink: Alcohol.",
            "Get help.");
    assertThat(units("""
        <h1>Congelación</h1><h2>Primeros auxilios</h2><p>Nunca:</p>
        <ol><li>Frote la piel.</li><li>Use un calentador.</li></ol>\
        """))
        .containsExactly("Nunca:" + " Frote" + " la piel.", "Nunca:" + " Use un" + " calentador.");
  }

  @Test
  void keepsLinesAndBulletsOfAParagraphWithTheirLeadIn() throws IOException {
    assertThat(units("<h1>Burns</h1><p>On a burn, do not:<br>• Put butter<br>• Break blisters</p>"))
        .containsExactly("On a burn, do not: Put butter.", "On a burn, do not: Break blisters.");
    assertThat(units("<h1>Burns</h1><p>On a burn, do not:<br/>Put butter.<br/>Break blisters.</p>"))
        .containsExactly("On a burn, do not: Put butter; Break blisters.");
    assertThat(units("<h1>Burns</h1><p>✓ Cool it.<br>✗ Put butter on it.</p>"))
        .containsExactly("Cool it.", "✗ Put butter on it.");
    assertThat(units("<h1>Burns</h1><p>Do not<br>put butter on a burn.</p>"))
        .containsExactly("Do not put butter on a burn.");
  }

  @Test
  void doesNotQuoteALineThatItsAuthorPutBelowTheItems() throws IOException {
    DraftArticle draft =
        page("<h1>Ticks</h1><p>Do not use:<br>- Polish<br>- A hot match<br>Pull it out.</p>");

    assertThat(draft.parts()).last().extracting(Part::form).isEqualTo(Part.Form.UNQUOTABLE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Take 2² pills.     | Take 2<sup>2</sup> pills.
      Take 2² pills.     | Take 2<span style='vertical-align: super'>[2]</span> pills.
      It is 10⁹ a litre. | It is 10<sup>9</sup> a litre.
      Rest the 1st day.  | Rest the 1<sup>st</sup> day.
      Drink H₂O.         | Drink H<sub>2</sub>O.
      Take 1¹/₂ pills.   | Take 1<sup>1</sup>/<sub>2</sub> pills.
      Take 1/2 pill.     | Take <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> pill.
      """)
  void neverMakesOneNumberOfTwo(String text, String html) throws IOException {
    assertThat(page("<h1>Doses</h1><p>" + html + "</p>").parts())
        .extracting(Part::text)
        .containsExactly(text);
  }

  @Test
  void keepsItemsWithTheHeadingsThatForbid() throws IOException {
    assertThat(units("""
        <h1>Kidney diet</h1><h2>Foods to avoid</h2><h3>Fruit</h3><ul><li>Starfruit.</li></ul>
        <h3>Drinks</h3><p>Cola.</p><h2>Good foods</h2><ul><li>Apples.</li></ul>
        <p><strong>No consuma</strong></p><ul><li>Carambola.</li></ul>\
        """))
        .containsExactly(
            "Foods to avoid: Fruit: Starfruit.",
            "Foods to avoid: Drinks: Cola.",
            "Apples.",
            "No consuma: Carambola.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<button class='accordion'>Foods to avoid</button><div class='panel'"
            + " style='display:none'><ul><li>Starfruit.</li></ul></div>",
        "<details><summary>Foods to avoid</summary><ul><li>Starfruit.</li></ul></details>",
        "<h3><button aria-expanded='false'>Foods to avoid</button></h3><div"
            + " hidden><p>Starfruit.</p></div>",
        "<div class='accordion-item'><div class='accordion-header'>Foods to"
            + " avoid</div><div>Starfruit.</div></div>",
        "<button>Foods to avoid</button><p>Starfruit.</p><button>Print</button>",
        "<section><header><h2>Foods to avoid</h2><p>By a"
            + " nurse</p></header><p>Starfruit.</p></section>",
        "<header><p>Foods to avoid:</p></header><ul><li>Starfruit.</li></ul>",
        "<div role='heading' aria-level='2'>Foods to avoid</div><ul><li>Starfruit.</li></ul>",
        "<h2><img src='x.png' alt='Foods to avoid'></h2><ul><li>Starfruit.</li></ul>",
        "<table><caption>Foods to avoid</caption><tr><td>Starfruit.</td></tr></table>",
        "<dl><dt>Foods to avoid</dt><dd>Starfruit.</dd></dl>",
        "<dl><dt>Foods to avoid</dt><dd><ul><li>Starfruit.</li></ul></dd></dl>",
        "<ul><li><h3>Foods to avoid</h3><p>Starfruit.</p></li></ul>",
      })
  void readsWhateverIsUsedAsAHeading(String html) throws IOException {
    assertThat(units("<h1>Kidney diet</h1><p>Ask your doctor first.</p>" + html))
        .containsExactly("Ask your doctor first.", "Foods to avoid: Starfruit.");
  }

  @Test
  void takesTheTitleFromThePagesHeader() throws IOException {
    DraftArticle draft = page(
        "<header><nav><a>Home</a></nav><h1>Seizures</h1><p>Call us</p></header><h2>What to do</h2>"
            + "<p>Time the seizure.</p>");

    assertThat(draft.title()).isEqualTo("Seizures");
    assertThat(draft.parts())
        .extracting(Part::text)
        .containsExactly("What to do", "Time the seizure.");
  }

  @Test
  void readsAPageWhoseTextIsAllInItsHeader() throws IOException {
    assertThat(units("<header><h1>Cough</h1><p>Honey soothes a cough.</p></header>"))
        .containsExactly("Honey soothes a cough.");
    assertThat(units("<form><h1>Tos</h1><p>La miel alivia la tos.</p></form>"))
        .containsExactly("La miel alivia la tos.");
  }

  @Test
  void keepsTheRowsOfATableWithTheirHeader() throws IOException {
    assertThat(units("""
        <h1>Warfarin</h1><table><thead><tr><th>Medicine</th><th>Together?</th></tr></thead>
        <tr><td>Aspirin</td><td>Never. It makes you bleed.</td></tr>
        <tr><td>Acetaminophen</td><td>Ask.</td></tr></table>
        <table><tr><th></th><th>Do</th><th>Do not</th></tr>
        <tr><th>At home</th><td><ul><li>Rest</li><li>Drink</li></ul></td><td>Smoke</td></tr></table>
        """))
        .containsExactly(
            "Medicine: Aspirin; Together?: Never; It makes you bleed.",
            "Medicine: Acetaminophen; Together?: Ask.",
            "Overview: At home: Do: Rest; Drink; Do not: Smoke.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<table><tr><td>Aspirin</td><td>Never</td></tr><tr><td>Tylenol</td><td>Yes</td></tr></table>",
        "<table><tr><th>Drug</th><th>Dose</th></tr><tr><td"
            + " rowspan=2>Aspirin</td><td>2</td></tr><tr><td>4 hours</td></tr></table>",
        "<table><tr><th>Tome</th></tr><tr><td>Agua</td><td>No</td></tr></table>",
        "<p>Do not take ibuprofen:</p><ul><li>With"
            + " alcohol.</li></ul><table><tr><th>Age</th><th>Dose</th></tr><tr><td>Child</td><td>5"
            + " mL</td></tr></table>",
        "<p>You should not take ibuprofen if you</p><ul><li>are"
            + " pregnant.</li></ul><table><tr><th>Age</th><th>Dose</th></tr><tr><td>Child</td><td>5"
            + " mL</td></tr></table>",
      })
  void doesNotQuoteATableWhoseHeadersCannotBeTold(String table) throws IOException {
    DraftArticle draft = page("<h1>Warfarin</h1><p>Ask your doctor first.</p>" + table);
    String markdown = draft.markdown("a", ORIGIN);

    assertThat(Articles.problems(markdown))
        .isNotEmpty()
        .extracting(Problem::rule)
        .containsOnly("not-quotable");
    assertThat(markdown).doesNotContain("24 hours");
  }

  @Test
  void leavesOutDeletedAndHiddenText() throws IOException {
    assertThat(units("""
        <h1>Fever</h1><p>Give <del>aspirin</del><ins>acetaminophen</ins> as the label says.</p>
        <p style="display: none">Rub alcohol on.</p><p hidden>Old text.</p><!-- Rev: no -->
        <p>Drink <s>wine</s> water.</p>\
        """))
        .containsExactly(
            "Give acetaminophen" + " as the" + " label" + " says.", "Drink" + " water.");
  }

  @Test
  void readsAnyTextBackAsItStood() throws IOException {
    List<String> bits = List.of(
        "7.5 mL",
        "1.Type 1",
        "1. ",
        "2) ",
        "- ",
        "+",
        "#",
        "*a*",
        "_b_",
        "<c>",
        "[d](e)",
        "`f`",
        "&amp;",
        "\\",
        "|",
        "~~~",
        "word",
        "=",
        "100 %",
        "1.5",
        "12.",
        "!",
        "º");
    Random random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "Take ");
      for (int i = 0; i <= random.nextInt(5); i++) {
        text.append(bits.get(random.nextInt(bits.size()))).append(random.nextBoolean() ? " " : "");
      }
      String line = (text.toString().strip() + " is it").strip().replaceAll("\\s+", " ") + " so.";
      if (line.matches(".*\\|.*")) {
        continue;
      }
      DraftArticle draft = new DraftArticle("Title", "", List.of(Part.paragraph(line)));
      assertThat(String.join(
              " ",
              Articles.parse(draft.markdown("t", ORIGIN)).sections().getFirst().paragraphs()))
          .isEqualTo(line);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, ''",
    "windows-1252, <meta charset='iso-8859-1'>",
    "windows-1252, <meta charset='utf-8'>",
    "UTF-8, <meta charset='windows-1252'>",
    "UTF-8, ''",
    "UTF-16, ''",
    "ISO-8859-15, <meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-15'>",
  })
  void readsThePagesCharacterSetWhateverItSays(String charset, String meta) throws IOException {
    Path file = directory.resolve("page.html");
    Files.write(
        file,
        ("<html><head>" + meta + "<title>x</title></head><body><h1>Niños</h1>"
                + "<p>Los niños tienen calentura: ¿qué haré?</p></body></html>")
            .getBytes(Charset.forName(charset)));

    DraftArticle draft = DocumentReader.read(file);

    assertThat(draft.refusal()).isEmpty();
    assertThat(draft.title()).isEqualTo("Niños");
    assertThat(draft.parts())
        .extracting(Part::text)
        .containsExactly("Los niños tienen calentura: ¿qué haré?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h1>Fiebre</h1><h2>Cuidado</h2><p>El niÃ±o tiene fiebre.</p>",
        "<h1>Fever</h1><h2>Care</h2><p>A temp\uFFFDrature is a sign.</p>",
        "<h1>Fever</h1><h2>Care</h2><p>Get helpCall 911.</p>",
        "<h1>Fever</h1><h2>Care</h2><p>The doctor will see you. Ask thedoctor first.</p>",
        "<h1>Fever</h1><h2>Care</h2><p>Rest.</p><h2></h2><p>More.</p>",
      })
  void refusesDamageAndNamesItsPlace(String html) throws IOException {
    assertThat(page(html).refusal()).get().asString().contains("under 'C");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Portuguese | Febre | A febre é comum. Você não deve dar aspirina às crianças. Beba água e descanse em casa até melhorar.
      Portuguese | Tosse | O médico pode ajudar com a tosse. Ligue para o seu médico se a tosse durar mais de uma semana.
      French | Fièvre | La fièvre est fréquente chez les enfants. Ne donnez pas de médicaments sans avis du médecin.
      Italian | Febbre | La febbre è comune nei bambini. Non dare aspirina. Chiama il medico se non passa con il riposo.
      German | Fieber | Das Fieber ist bei Kindern nicht selten. Geben Sie viel zu trinken und rufen Sie den Arzt.
      script | Жар | Высокая температура у детей бывает часто, давайте больше пить и вызовите врача.
      none of them | Kuume | Kuume on tavallinen lapsilla eikä yleensä vaarallinen, anna lapsen levätä kotona rauhassa ja juoda vettä usein päivän aikana kunnes kuume laskee eikä palaa enää takaisin illalla myöhemmin
      """)
  void refusesLanguagesThatNobodyHereSpeaks(String language, String title, String text)
      throws IOException {
    assertThat(page("<h1>" + title + "</h1><p>" + text + "</p>").refusal())
        .get()
        .asString()
        .contains(language)
        .contains("English and Spanish");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fiebre alta.",
        "La fiebre es común en los niños. No le dé aspirina a su hijo. Llame al médico si no baja"
            + " en dos días.",
        "Fever is common. Do not give aspirin. Rest, drink water, and call your doctor.",
        "Acetaminophen, ibuprofen, naproxen. Tylenol, Advil, Aleve."
      })
  void takesTheLanguagesThatAreSpokenHere(String text) throws IOException {
    assertThat(page("<h1>Fever</h1><p>" + text + "</p>").refusal()).isEmpty();
  }

  @Test
  void refusesFormsThatMayHoldDeletedText() throws IOException {
    Path file = directory.resolve("old.doc");
    Files.write(file, new byte[] {1, 2, 3});

    assertThatThrownBy(() -> DocumentReader.read(file)).hasMessageContaining("save it as DOCX");
  }

  private DraftArticle page(String body) throws IOException {
    Path file = directory.resolve("page.html");
    Files.writeString(
        file,
        "<html><head><title>Site</title></head><body>" + body + "</body></html>",
        StandardCharsets.UTF_8);
    return DocumentReader.read(file);
  }

  private List<String> units(String body) throws IOException {
    String markdown = page(body).markdown("a", ORIGIN);
    assertThat(Articles.problems(markdown)).as(markdown).isEmpty();
    return Articles.units(markdown);
  }
}
