package org.healthassistant.assistant.answer.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.healthassistant.assistant.answer.NoVectorsException;
import org.healthassistant.assistant.answer.Question;
import org.healthassistant.assistant.answer.request.ForWhom;
import org.healthassistant.assistant.answer.text.ContentStems;
import org.healthassistant.assistant.answer.text.Medicines;
import org.healthassistant.assistant.library.ContentGaps;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.record.RecordDesk;
import org.healthassistant.assistant.store.ClinicalClock;
import org.healthassistant.knowledge.passage.Asked;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.QuestionVectors;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.text.Language;

/// Gathers what an answer may rest on: the passages that answer what was asked, and what of the
/// patient belongs to them. Which passage answers, and whether any does, the library decides.
public final class EvidenceFinder {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  /// So many hits are looked at.
  private static final int HITS = 12;

  /// What is likelier than this to answer is worth being offered.
  private static final double NEARLY = 0.15;

  /// What is less likely than this to answer is not even about the same thing.
  private static final double SOME_TOPIC = 0.05;

  private static final int OFFERED = 3;

  /// A message of so few words that finds nothing is looked up with one before.
  private static final int BRIEF_WORDS = 5;

  private final Library library;
  private final OutOfScopeQuestions guard;
  private final OwnFacts own;
  private final ToldFacts told;
  private final ContextNeeds needs;
  private final ContentGaps gaps;

  public EvidenceFinder(
      Library library,
      RecordDesk records,
      OutOfScopeQuestions guard,
      ClinicalClock clock,
      ContentGaps gaps) {
    this.library = library;
    this.guard = guard;
    this.gaps = gaps;
    this.own = new OwnFacts(records, library, clock);
    this.told = new ToldFacts(library);
    this.needs = new ContextNeeds(records, clock);
  }

  /// The evidence for a question; empty when nothing vetted is good enough. A message is looked
  /// up by itself and by the questions it holds. One that may go on from those before is also
  /// looked up joined with each of them; what goes best with all of it counts, so that a new
  /// topic is noticed. What is asked of a relative is also looked up as if it were the writer's,
  /// and a reading that is only told as the question what it means. What finds nothing is looked
  /// up with its misspelt words mended. All of the evidence is of one
  /// release, and the texts of its articles are kept for whoever opens a citation.
  ///
  /// @throws NoVectorsException if the encoders are too busy
  public Optional<Evidence> find(Question question) {
    return library.pinned(() -> {
      Optional<Evidence> found = look(question).map(evidence -> narrowed(question, evidence));
      found.ifPresent(evidence -> library.keep(evidence.articles()));
      return found;
    });
  }

  private Optional<Evidence> look(Question question) {
    Optional<Evidence> ofReading = SaidReading.question(question.text(), question.language())
        .flatMap(asked -> lookUp(question, asked))
        .map(found -> evidence(question, List.of(found)));
    return ofReading
        .or(() -> findAsked(question))
        .or(() -> respelt(question).flatMap(this::findAsked));
  }

  /// The question with its misspelt words mended; empty where it has none, and where a medicine
  /// that it names would become another.
  private Optional<Question> respelt(Question question) {
    Set<String> named = Medicines.BUILT_IN.namedIn(question.text());
    return library
        .respelt(question.text(), question.language())
        .filter(mended -> Medicines.BUILT_IN.namedIn(mended).containsAll(named))
        .map(mended -> question.asking(mended, question.talk()));
  }

  /// The answer of the same article that is about what was told, where there is one.
  private Evidence narrowed(Question question, Evidence evidence) {
    return ToldWords.of(question.told(), question.language())
        .flatMap(words -> lookUp(question, question.text() + " " + words, NEARLY, Optional.empty())
            .flatMap(lookup -> lookup.hits().stream()
                .filter(hit -> isNarrower(hit.passage(), words, evidence))
                .findFirst()
                .map(lookup::first)))
        .map(lookup -> evidence(question, List.of(lookup)))
        .orElse(evidence);
  }

  private static boolean isNarrower(Passage passage, String words, Evidence evidence) {
    return passage.articleId().equals(evidence.section().articleId())
        && ConversationFit.subject(passage).containsAll(ContentStems.in(words));
  }

  private Optional<Evidence> findAsked(Question question) {
    if (!question.earlier().isEmpty() && QuestionCues.BUILT_IN.mayGoOn(question.text())) {
      return followed(question).map(found -> evidence(question, List.of(found)));
    }
    List<Lookup> found = all(question);
    boolean brief = words(question.text()) <= BRIEF_WORDS;
    if (found.isEmpty() && brief) {
      found = question.earlier().reversed().stream()
          .flatMap(before -> lookUp(question, joined(before, question)).stream())
          .limit(1)
          .toList();
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(evidence(question, found));
  }

  /// What a message finds that may go on from those before it.
  private Optional<Lookup> followed(Question question) {
    List<String> before = named(question.earlier());
    Set<String> articles = before.stream()
        .flatMap(text -> lookUp(question, text, NEARLY, Optional.empty()).stream())
        .map(lookup -> lookup.first().passage().articleId())
        .collect(Collectors.toUnmodifiableSet());
    ConversationFit fit = new ConversationFit(question.text(), before, articles);
    Stream<Lookup> alone = QuestionCues.BUILT_IN.isBare(question.text())
        ? Stream.empty()
        : Stream.concat(
            lookUp(question, question.text(), question.vectors()).stream(),
            OwnWords.wording(question.text()).flatMap(own -> lookUp(question, own)).stream());
    Stream<Lookup> joined = before.stream()
        .flatMap(
            text -> lookUp(question, joined(text, question), NEARLY, Optional.empty()).stream());
    return Stream.concat(joined, alone)
        .flatMap(lookup -> lookup.hits().stream()
            .filter(fit::mayAnswer)
            .max(Comparator.comparingDouble(fit::rate))
            .map(lookup::first)
            .stream())
        .max(Comparator.comparingDouble(lookup -> fit.rate(lookup.first())));
  }

  /// The messages that name what they are about; the last where none does.
  private static List<String> named(List<String> earlier) {
    List<String> named =
        earlier.stream().filter(text -> !QuestionCues.BUILT_IN.isBare(text)).toList();
    return named.isEmpty() ? List.of(earlier.getLast()) : named;
  }

  private static String joined(String before, Question question) {
    return before + " " + question.text();
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }

  /// Questions of the library that come near to a message for which nothing is good enough, so
  /// that they can be offered instead: at most three, in the asker's language; may be empty. To a
  /// message that names nothing itself they are on what was spoken of.
  public List<String> nearly(Question question) {
    boolean goesOn = !question.earlier().isEmpty() && isBare(question.text());
    String asked = goesOn ? named(question.earlier()).getLast() : question.text();
    Optional<QuestionVectors> known =
        goesOn ? library.begin(asked).question(LONGEST_WAIT) : question.vectors();
    return near(asked, question.language(), known).stream()
        .flatMap(hit -> Stream.ofNullable(hit.passage().asked()))
        .map(Asked::question)
        .limit(OFFERED)
        .toList();
  }

  /// Whether a message asks of something that it does not name, and nothing before it names
  /// either.
  public boolean pointsNowhere(Question question) {
    return QuestionCues.BUILT_IN.pointsBack(question.text())
        && question.earlier().stream().allMatch(QuestionCues.BUILT_IN::pointsBack);
  }

  /// Whether no word of a message names a topic.
  public static boolean isBare(String text) {
    return QuestionCues.BUILT_IN.isBare(text);
  }

  /// What is to be asked back before a question is answered; empty where nothing is missing, or
  /// nothing may be asked.
  public Optional<ContextNeeds.Missing> missing(
      Question question, Evidence evidence, ForWhom whom) {
    return needs.missing(question, evidence, whom);
  }

  /// Counts a question that nothing vetted answers, under the topic that comes nearest to it; not
  /// where its vectors are not there, since a count is worth no waiting.
  public void missed(Question question) {
    if (question.vectors().isPresent()) {
      gaps.count(library.pinned(() -> nearest(question)), question.language());
    }
  }

  private String nearest(Question question) {
    return library
        .search(question.text(), question.language(), 1, false, question.vectors())
        .stream()
        .filter(hit -> hit.score() >= SOME_TOPIC)
        .flatMap(hit -> library.article(hit.passage().articleId()).stream())
        .map(article -> article.front().topics().getFirst())
        .findFirst()
        .orElse(ContentGaps.OTHER);
  }

  /// What the message finds as a whole and by its parts: of one question the surest, of two the
  /// first two that have different answers.
  private List<Lookup> all(Question question) {
    Optional<Lookup> whole = lookUp(question, question.text(), question.vectors());
    List<Lookup> parts = QuestionParts.of(question.text()).stream()
        .flatMap(part -> lookUp(question, part).stream())
        .toList();
    if (parts.size() > 1) {
      List<Lookup> distinct = new ArrayList<>();
      Set<String> answers = new HashSet<>();
      parts.stream()
          .filter(part -> answers.add(part.first().passage().id()))
          .limit(2)
          .forEach(distinct::add);
      return distinct;
    }
    List<Lookup> one = new ArrayList<>(parts);
    whole.ifPresent(one::add);
    OwnWords.wording(question.text()).flatMap(own -> lookUp(question, own)).ifPresent(one::add);
    return one.stream()
        .max(Comparator.comparing((Lookup lookup) -> isOfItsMedicine(question, lookup))
            .thenComparing(Lookup::score))
        .stream()
        .toList();
  }

  private static boolean isOfItsMedicine(Question question, Lookup lookup) {
    return new PassageChoice(question.text(), lookup.asked()).isOfTheMedicine(lookup.first());
  }

  private Optional<Lookup> lookUp(Question question, String asked) {
    return lookUp(question, asked, Optional.empty());
  }

  private Optional<Lookup> lookUp(
      Question question, String asked, Optional<QuestionVectors> known) {
    return lookUp(question, asked, SearchHit.FLOOR, known);
  }

  /// @param least what a hit is at least likely to answer
  private Optional<Lookup> lookUp(
      Question question, String asked, double least, Optional<QuestionVectors> known) {
    Duration wait =
        question.budget().compareTo(LONGEST_WAIT) < 0 ? question.budget() : LONGEST_WAIT;
    QuestionVectors vectors =
        known.or(() -> library.begin(asked).question(wait)).orElseThrow(NoVectorsException::new);
    Set<String> named = Medicines.BUILT_IN.namedIn(asked);
    Set<String> covered = guard.kind(question.text()).isPresent() ? Set.of() : named;
    boolean childsMedicine = QuestionCues.BUILT_IN.isOfChild(asked) && !named.isEmpty();
    PassageChoice choice = new PassageChoice(question.text(), asked);
    List<SearchHit> hits = hits(choice, question.language(), vectors, least).stream()
        .filter(hit -> hit.score() >= least || choice.isOfTheMedicine(hit))
        .filter(hit -> covers(hit.passage(), covered))
        .filter(hit -> !childsMedicine || choice.isOfChild(hit.passage()))
        .toList();
    return hits.isEmpty() ? Optional.empty() : Optional.of(new Lookup(asked, vectors, hits));
  }

  /// What comes near in the asker's language, or, where nothing in it does, what is good enough
  /// in English; of whether one medicine may be taken, what is said of that medicine before all
  /// else, in whichever language.
  private List<SearchHit> hits(
      PassageChoice choice, Language language, QuestionVectors vectors, double least) {
    List<SearchHit> own = near(choice.asked(), language, Optional.of(vectors)).stream()
        .filter(choice::mayAnswer)
        .toList();
    if (!own.isEmpty() && !choice.isOfOneMedicine()) {
      return own;
    }
    List<SearchHit> named = choice.ofTheMedicine(own, least);
    if (!named.isEmpty()) {
      return named;
    }
    List<SearchHit> other =
        library.search(choice.asked(), language, HITS, true, Optional.of(vectors)).stream()
            .filter(hit -> hit.passage().language() == Language.ENGLISH)
            .filter(choice::mayAnswer)
            .toList();
    List<SearchHit> otherNamed = choice.ofTheMedicine(other, least);
    if (!otherNamed.isEmpty()) {
      return otherNamed;
    }
    return own.isEmpty() ? other : own;
  }

  /// What comes near in the asker's language, the best first.
  private List<SearchHit> near(String asked, Language language, Optional<QuestionVectors> known) {
    return library.search(asked, language, HITS, false, known).stream()
        .filter(hit -> !hit.otherLanguage() && hit.score() >= NEARLY)
        .toList();
  }

  /// Whether the article of a passage has every medicine that was asked about.
  private boolean covers(Passage passage, Set<String> medicines) {
    if (medicines.isEmpty()) {
      return true;
    }
    Set<String> inArticle = new HashSet<>();
    for (Passage part : library.passages(passage.articleId())) {
      inArticle.addAll(Medicines.BUILT_IN.namedIn(
          part.title() + " " + String.join(" ", part.also()) + " " + part.text()));
    }
    return inArticle.containsAll(medicines);
  }

  private Evidence evidence(Question question, List<Lookup> found) {
    List<Answering> answering =
        found.stream().map(lookup -> answering(question, lookup)).toList();
    Set<String> told = new HashSet<>();
    answering.forEach(one -> told.add(one.passage().id()));
    List<Passage> others = found.stream()
        .flatMap(lookup -> lookup.hits().stream())
        .map(SearchHit::passage)
        .filter(passage -> told.add(passage.id()))
        .toList();
    Lookup first = found.getFirst();
    return new Evidence(
        String.join(" ", found.stream().map(Lookup::asked).toList()),
        answering,
        others,
        library.passages(first.first().passage().articleId()),
        library.releaseId(),
        first.first().otherLanguage());
  }

  private Answering answering(Question question, Lookup lookup) {
    Passage passage = lookup.first().passage();
    return new Answering(
        passage,
        Excerpt.of(passage, lookup.vectors().bilingual()),
        own.find(passage, question, lookup.asked()),
        told.find(passage, question, lookup.asked()));
  }

  /// What some words found.
  ///
  /// @param hits at least one
  private record Lookup(String asked, QuestionVectors vectors, List<SearchHit> hits) {

    SearchHit first() {
      return hits.getFirst();
    }

    double score() {
      return first().score();
    }

    /// The same with a hit before those that are good enough.
    Lookup first(SearchHit hit) {
      List<SearchHit> all = new ArrayList<>(List.of(hit));
      hits.stream().filter(one -> one.isGoodEnough() && one != hit).forEach(all::add);
      return new Lookup(asked, vectors, all);
    }

    @Override
    public String toString() {
      return "Lookup[REDACTED]";
    }
  }
}
