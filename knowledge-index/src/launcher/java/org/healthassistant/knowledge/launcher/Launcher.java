package org.healthassistant.knowledge.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.jar.JarFile;

/**
 * Starts the application named in the jar's manifest ({@code Application-Class}), or says in one
 * sentence that the Java running it is too old and ends with 2. Compiled for Java 17, so that an
 * old {@code java} can read it.
 */
public final class Launcher {

  private static final int NEEDED = 25;

  private Launcher() {}

  /** Starts the application with the given arguments. */
  public static void main(String[] args) throws Throwable {
    int found = Runtime.version().feature();
    if (found < NEEDED) {
      System.err.println(
          "This program needs Java " + NEEDED + " or newer, but this is Java " + found
              + ". Install a JDK " + NEEDED + " and run it with that JDK's bin/java.");
      System.exit(2);
    }
    try {
      Class.forName(applicationClass(), true, Thread.currentThread().getContextClassLoader())
          .getMethod("main", String[].class)
          .invoke(null, (Object) args);
    } catch (InvocationTargetException failed) {
      throw failed.getCause();
    }
  }

  private static String applicationClass() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("java.class.path"))) {
      return jar.getManifest().getMainAttributes().getValue("Application-Class");
    }
  }
}
