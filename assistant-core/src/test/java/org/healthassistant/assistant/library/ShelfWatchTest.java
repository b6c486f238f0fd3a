package org.healthassistant.assistant.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.healthassistant.assistant.TestDatabase;
import org.healthassistant.assistant.TestService;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.evidence.Answering;
import org.healthassistant.assistant.answer.evidence.Evidence;
import org.healthassistant.assistant.answer.evidence.EvidenceFinder;
import org.healthassistant.assistant.answer.evidence.OutOfScopeQuestions;
import org.healthassistant.assistant.patient.Subjects;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.assistant.store.RealClock;
import org.healthassistant.assistant.store.Transactions;
import org.healthassistant.assistant.store.database.StoredJson;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.ingest.ArticleReader;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.release.ReleaseBuilder;
import org.healthassistant.knowledge.release.Shelf;
import org.healthassistant.knowledge.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A clinic switches its library while people ask. `-Dlibrary.switches=…` sets how often.
@ParameterizedClass
@EnumSource(TestDatabase.class)
class ShelfWatchTest {

  private static final String ASKED = "how do i stop a nosebleed?";
  private static final int READERS = 3;

  private final TestService service;
  private final Encoders encoders;

  @TempDir
  private Path place;

  private Shelf shelf;
  private String first;
  private String second;
  private Instance here;
  private Instance there;

  ShelfWatchTest(TestDatabase database) {
    this.service = TestService.on(database);
    this.encoders = service.bean(Encoders.class);
  }

  @BeforeEach
  void fill() {
    shelf = new Shelf(place.resolve("shelf"));
    second = put("Second");
    first = put("First");
    here = new Instance("here");
    there = new Instance("there");
  }

  @Test
  void takesUpASwitchInEveryInstanceWithoutARestart() {
    assertThat(here.found()).contains("First");
    shelf.use(second);
    here.watch.look();
    there.watch.look();
    assertThat(List.of(here.found(), there.found())).allMatch(text -> text.contains("Second"));
    assertThat(here.indexes()).containsExactly(second);

    shelf.back();
    here.watch.look();
    assertThat(here.found()).contains("First");
  }

  /// A reader goes on with what it has begun with: what it finds, what it looks up after that and
  /// what it cites are of one release, and nobody is refused.
  @Test
  void answersFromOneReleaseHoweverOftenItIsSwitched() throws Exception {
    int switches = Integer.getInteger("library.switches", 40);
    AtomicBoolean done = new AtomicBoolean();
    try (var readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<Integer>> reading = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        reading.add(readers.submit(() -> readUntil(done)));
      }
      for (int i = 0; i < switches; i++) {
        shelf.use(i % 2 == 0 ? second : first);
        here.watch.look();
        assertThat(here.library.releaseId()).isEqualTo(i % 2 == 0 ? second : first);
      }
      done.set(true);
      for (Future<Integer> reader : reading) {
        assertThat(reader.get()).isPositive();
      }
    }
    assertThat(here.indexes()).hasSize(1);
  }

  private int readUntil(AtomicBoolean done) {
    int read = 0;
    while (!done.get() || read == 0) {
      Evidence evidence = here.finder.find(question()).orElseThrow();
      String mark = evidence.release().equals(first) ? "First" : "Second";
      List<Passage> all = new ArrayList<>(evidence.article());
      all.addAll(evidence.others());
      evidence.answering().stream().map(Answering::passage).forEach(all::add);
      assertThat(all).allMatch(passage -> passage.text().startsWith(mark));
      assertThat(
              here.library.text("nosebleed", evidence.release()).orElseThrow().sections())
          .allMatch(section -> section.paragraphs().getFirst().startsWith(mark));
      read++;
    }
    return read;
  }

  @Test
  void keepsWhatItHasWhereTheNextIsDamagedOrMayNotBeShown() throws IOException {
    Files.writeString(place.resolve("shelf").resolve(second).resolve("articles.jsonl"), "");
    Files.writeString(place.resolve("shelf").resolve("current"), second + "\n" + first);
    here.watch.look();
    assertThat(here.found()).contains("First");

    String draft = put("Draft", "draft");
    assertThat(shelf.history().getFirst()).isEqualTo(draft);
    here.watch.look();
    assertThat(here.found()).contains("First");
  }

  @Test
  void opensACitationForEver() throws IOException {
    Evidence cited = here.finder.find(question()).orElseThrow();
    shelf.use(second);
    here.watch.look();
    org.springframework.util.FileSystemUtils.deleteRecursively(
        place.resolve("shelf").resolve(first));

    assertThat(paragraph(here, cited.release())).startsWith("First");
    assertThat(paragraph(there, cited.release())).as("by another instance").startsWith("First");
    assertThat(here.library.former("nosebleed", cited.release())).isPresent();
    assertThat(paragraph(here, null)).startsWith("Second");
    assertThat(here.library.former("nosebleed", second)).as("in use").isEmpty();
    assertThat(here.library.former("nosebleed", "\u0000")).isEmpty();
    assertThat(paragraph(here, "nowhere")).as("nothing was cited").startsWith("Second");
  }

  private static String paragraph(
      Instance instance, @org.jspecify.annotations.Nullable String release) {
    ArticleText text = instance.library.text("nosebleed", release).orElseThrow();
    return text.sections().getFirst().paragraphs().getFirst();
  }

  private Question question() {
    return new Question(
        service.bean(Subjects.class).ensurePatient("tom-becker"),
        ASKED,
        Language.ENGLISH,
        Optional.empty(),
        false,
        true,
        List.of(),
        disclosure -> {},
        Duration.ofMinutes(1));
  }

  private String put(String mark) {
    return put(mark, "starter");
  }

  private String put(String mark, String status) {
    try {
      Path articles = Files.createDirectories(place.resolve("articles-" + mark));
      Files.writeString(articles.resolve("nosebleed.md"), article(mark, status));
      ReleaseBuilder.alone(encoders, (at, of) -> {})
          .write(
              ArticleReader.readDirectory(articles).articles(),
              mark,
              Instant.parse("2026-11-01T00:00:00Z"),
              shelf.next());
      shelf.keep();
      return shelf.history().getFirst();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String article(String mark, String status) {
    return """
        ---
        id: nosebleed
        title: Nosebleed
        language: en
        topics: [nosebleed]
        audience: patient
        publisher: Our clinic
        url: https://clinic.example/nosebleed
        licence: CC0-1.0
        evidenceDate: 2026-10-30
        reviewedBy: ""
        reviewedOn: ""
        reviewBy: 2090-11-30
        status: %2$s
        ---
        ## Self-care
        ### How do I stop a nosebleed?
        > ask: how do i stop a nosebleed
        > ask: nose wont stop bleeding
        > ask: how long do i pinch my nose
        > ask: stop my nose from bleeding

        %1$s, sit up and pinch the soft part of the nose for ten minutes.

        ### What must I not do with a nosebleed?
        > ask: what not to do nosebleed
        > ask: may i lie down with a nosebleed
        > ask: can i blow my nose after a nosebleed
        > ask: nosebleed mistakes

        %1$s, never lie flat, and keep from blowing the nose for a day.
        """.formatted(mark, status);
  }

  /// One instance of the service: its own derived indexes, the shelf and the database shared.
  private final class Instance {

    private final Path indexes;
    private final Library library;
    private final ShelfWatch watch;
    private final EvidenceFinder finder;

    Instance(String name) {
      indexes = place.resolve("index-" + name);
      ReleaseOpener opener = new ReleaseOpener(place.resolve("shelf"), encoders, indexes);
      KnowledgeIndex begun = opener.first();
      String id = begun.releaseId();
      library = new Library(
          new ReleaseInUse(begun, () -> opener.closed(id)),
          service.bean(MeaningClassifier.class),
          service.bean(ClinicalClock.class),
          true,
          new StoredArticles(
              service.bean(JdbcClient.class),
              service.bean(StoredJson.class),
              service.bean(Transactions.class)));
      watch = new ShelfWatch(
          place.resolve("shelf"),
          Duration.ofSeconds(15),
          library,
          opener,
          service.bean(RealClock.class));
      finder = new EvidenceFinder(
          library,
          service.bean(RecordDesk.class),
          service.bean(OutOfScopeQuestions.class),
          service.bean(ClinicalClock.class),
          service.bean(ContentGaps.class));
    }

    String found() {
      return finder.find(question()).orElseThrow().section().text();
    }

    Set<String> indexes() {
      try (var found = Files.list(indexes)) {
        return found
            .map(folder -> folder.getFileName().toString())
            .collect(java.util.stream.Collectors.toSet());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
