package org.healthassistant.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.healthassistant.assistant.access.DemoAccess;
import org.healthassistant.assistant.access.DemoAccessFile;
import org.healthassistant.assistant.access.IdentitySettings;
import org.healthassistant.assistant.answer.AnswerDesk;
import org.healthassistant.assistant.library.Library;
import org.healthassistant.assistant.settings.ServiceSettings;
import org.healthassistant.assistant.store.StoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;

/// The end of the start: imports the record, writes the demo access, and prints one block with
/// all that a newcomer needs.
@Component
class StartUp implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(StartUp.class);

  private final DemoPeople people;
  private final DemoAccessFile demoAccess;
  private final Library library;
  private final AnswerDesk answers;
  private final StoreSettings store;
  private final ServiceSettings settings;
  private final IdentitySettings identity;
  private final ServletWebServerApplicationContext server;

  StartUp(
      DemoPeople people,
      DemoAccessFile demoAccess,
      Library library,
      AnswerDesk answers,
      StoreSettings store,
      ServiceSettings settings,
      IdentitySettings identity,
      ServletWebServerApplicationContext server) {
    this.people = people;
    this.demoAccess = demoAccess;
    this.library = library;
    this.answers = answers;
    this.store = store;
    this.settings = settings;
    this.identity = identity;
    this.server = server;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    String address = baseUrl();
    Optional<DemoAccess> demo = demoAccess.write(address, people.all());
    log.info("{}", String.join("\n", block(address, demo)));
    Thread.ofVirtual().start(StartUp::giveBack);
  }

  /// A start takes several times the memory that running does: what it left is given back now
  /// instead of at some later time.
  private static void giveBack() {
    System.gc();
  }

  private List<String> block(String address, Optional<DemoAccess> demo) {
    List<String> lines = new ArrayList<>();
    lines.add("\n────────────────────────────────────────────────────────────────────────");
    lines.add("  The health assistant is ready at " + address);
    demo.ifPresent(access -> {
      lines.add("\n  Demo mode: invented patients, this machine only. Sign in by a link:");
      access
          .patients()
          .forEach(p -> lines.add("    patient   " + p.name() + "\n      " + p.signIn()));
      access
          .caregivers()
          .forEach(c -> lines.add(
              "    caregiver " + c.name() + ", for " + c.patient() + "\n      " + c.signIn()));
      access
          .providers()
          .forEach(p -> lines.add("    " + pad(p.role()) + p.name() + "\n      " + p.signIn()));
      lines.add("    phone     " + address + "/phone (texts, without a sign-in)");
    });
    if (demo.isEmpty()) {
      lines.add("\n  People sign in at  " + signIn());
    }
    lines.add("\n  Data is kept in   " + store.dataDirectory().toAbsolutePath().normalize());
    lines.add("  Answers are from  release " + library.releaseId());
    lines.add("  Written by        " + writer());
    lines.add("  To stop           press Ctrl+C");
    lines.add("────────────────────────────────────────────────────────────────────────");
    return lines;
  }

  private String signIn() {
    return identity.signIn().clientId() == null
        ? "nowhere: set assistant.identity.sign-in.client-id, or nobody can open a page"
        : String.valueOf(identity.issuer());
  }

  private String writer() {
    String writer = answers.writer();
    return writer.equals("extractive")
        ? "nobody: sentences are quoted from the articles (no language model)"
        : "the model " + writer + ", every sentence checked";
  }

  private String baseUrl() {
    int port = server.getWebServer() == null ? 8080 : server.getWebServer().getPort();
    return settings.baseUrl() == null
        ? "http://127.0.0.1:" + port
        : settings.baseUrl().toString();
  }

  private static String pad(String role) {
    return (role + "          ").substring(0, 10);
  }
}
