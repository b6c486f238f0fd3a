package org.healthassistant.evaluation.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.healthassistant.evaluation.dataset.BeirSet;
import org.healthassistant.evaluation.report.Interval;
import org.healthassistant.evaluation.report.Outcome;
import org.healthassistant.evaluation.report.Percentiles;
import org.healthassistant.evaluation.retrieval.PlainLucene;
import org.healthassistant.evaluation.service.AssistantClient;
import org.healthassistant.evaluation.service.DemoAccess;
import org.healthassistant.evaluation.service.ResidentMemory;
import org.healthassistant.evaluation.service.ServiceOptions;
import org.healthassistant.evaluation.service.ServiceProcess;
import org.healthassistant.evaluation.traffic.LoadPatients;
import org.healthassistant.evaluation.traffic.MessageGenerator;
import org.healthassistant.evaluation.traffic.Send;
import org.healthassistant.evaluation.traffic.ServiceChannels;
import org.healthassistant.knowledge.KnowledgeIndex;
import org.healthassistant.knowledge.embed.Encoder;
import org.healthassistant.knowledge.embed.Encoders;
import org.healthassistant.knowledge.embed.Priority;
import org.healthassistant.knowledge.passage.Eligibility;
import org.healthassistant.knowledge.passage.Passage;
import org.healthassistant.knowledge.passage.SearchHit;
import org.healthassistant.knowledge.passage.SearchRequest;
import org.healthassistant.knowledge.release.Release;
import org.healthassistant.knowledge.text.Language;

/// One search and one turn beside the bare parts they are made of, in one run on one machine.
///
/// The bare parts of a search are its two embeddings by ONNX Runtime and a Lucene query over
/// the same passages; of a turn, its two embeddings. The ratios are what may be compared
/// between machines.
public final class Bench {

  private static final int WARM = 30;
  private static final int ROUNDS = 200;
  private static final int HITS = 10;
  private static final Duration CALL = Duration.ofSeconds(30);

  private static final List<String> QUESTIONS = List.of(
      "what can I eat with type 2 diabetes",
      "how do I bring my blood pressure down",
      "what helps with back pain at home",
      "when should I call about a headache",
      "how much water should I drink with a fever");

  private final ServiceOptions options;
  private final LocalDate today;
  private final Map<String, Interval> numbers = new LinkedHashMap<>();

  private Bench(ServiceOptions options, LocalDate today) {
    this.options = options;
    this.today = today;
  }

  /// Measures; takes about a minute.
  ///
  /// @param options the service the turns go to
  /// @param clock says which content is valid today
  /// @throws IOException if the service is not reached
  public static Outcome measure(ServiceOptions options, Clock clock) throws IOException {
    return new Bench(options, LocalDate.now(clock)).measure();
  }

  private Outcome measure() throws IOException {
    try (Encoders encoders = Encoders.builtIn();
        KnowledgeIndex index = KnowledgeIndex.open(Release.starter(), encoders, null);
        PlainLucene lucene = new PlainLucene(passages(index))) {
      double embedding = median("two embeddings ms", question -> embed(encoders, question));
      double words = median("bare Lucene query ms", question -> lucene.rank(question, HITS));
      double search = median("search ms", question -> search(index, question));
      ratio("search to bare parts ratio", search, embedding + words);
      double turn = turns();
      ratio("turn to bare embeddings ratio", turn, embedding);
    }
    return new Outcome("load", Map.of(Outcome.VARIANT, "bench"), numbers);
  }

  private double turns() throws IOException {
    Path people = LoadPatients.write(
        options.dataDirectory().resolveSibling(options.dataDirectory().getFileName() + "-people"),
        ROUNDS + WARM);
    try (ServiceProcess service =
        ServiceProcess.start(options.with("assistant.record.directory", people.toString()))) {
      numbers.put("start s", Interval.exactly(service.startTime().toMillis() / 1000.0, 1));
      var channels =
          new ServiceChannels(new AssistantClient(service.baseUrl(), CALL), service.access());
      var sends = new ArrayList<Send>();
      for (DemoAccess.Caller patient : service.access().patients()) {
        int n = sends.size();
        sends.add(new Send(
            Send.Channel.WEB,
            patient.id(),
            channels.conversation(patient.id()),
            "bench-" + n,
            new MessageGenerator.Words(QUESTIONS.get(n % QUESTIONS.size()), false)));
      }
      var next = sends.iterator();
      double turn = median("turn by HTTP ms", question -> channels.attempt(next.next()));
      numbers.put("resident MB", Interval.exactly(ResidentMemory.megabytes(service.pid()), 1));
      return turn;
    }
  }

  private BeirSet passages(KnowledgeIndex index) {
    var documents = new LinkedHashMap<String, BeirSet.Document>();
    for (String question : QUESTIONS) {
      for (SearchHit hit : hits(index, question, 1000)) {
        Passage passage = hit.passage();
        documents.put(
            passage.id(), new BeirSet.Document(passage.id(), passage.title(), passage.text()));
      }
    }
    return new BeirSet("starter", List.copyOf(documents.values()), List.of(), Map.of());
  }

  private void search(KnowledgeIndex index, String question) {
    hits(index, question, HITS);
  }

  private List<SearchHit> hits(KnowledgeIndex index, String question, int limit) {
    return index.search(SearchRequest.of(question, Language.ENGLISH, new Eligibility(today, true))
        .withLimit(limit)
        .withFloor(false));
  }

  private static void embed(Encoders encoders, String question) {
    for (Encoder encoder : List.of(encoders.english(), encoders.bilingual())) {
      encoder.encode(question, Priority.LIVE).join();
    }
  }

  private double median(String name, Work work) {
    for (int i = 0; i < WARM; i++) {
      work.on(QUESTIONS.get(i % QUESTIONS.size()));
    }
    var millis = new ArrayList<Double>();
    for (int i = 0; i < ROUNDS; i++) {
      long from = System.nanoTime();
      work.on(QUESTIONS.get(i % QUESTIONS.size()));
      millis.add((System.nanoTime() - from) / 1e6);
    }
    var percentiles = Percentiles.of(millis);
    numbers.put(name + " p50", Interval.exactly(percentiles.at(0.5), ROUNDS));
    numbers.put(name + " p99", Interval.exactly(percentiles.at(0.99), ROUNDS));
    return percentiles.at(0.5);
  }

  private void ratio(String name, double whole, double parts) {
    numbers.put(name, Interval.exactly(whole / parts, ROUNDS));
  }

  @FunctionalInterface
  private interface Work {
    void on(String question);
  }
}
