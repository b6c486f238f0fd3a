package org.healthassistant.assistant.testing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.healthassistant.assistant.Application;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;

/// Finds the beans of some rooms, as the service's own scan does, in production code alone: what
/// stands beside it in a test of the same package is told by where it was compiled to, not by its
/// name.
///
/// @param rooms direct sub-packages of the service, such as `delivery`
record RoomScan(List<String> rooms)
    implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final String ROOT = Application.class.getPackageName();

  /// What every room may rest on: its settings, and the words that patients read.
  private static final List<String> ALWAYS = List.of("settings", "words");

  private static final String PRODUCTION =
      Application.class.getProtectionDomain().getCodeSource().getLocation().toString();

  RoomScan {
    rooms = List.copyOf(rooms);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    scanner(context)
        .scan(Stream.concat(ALWAYS.stream(), rooms.stream())
            .distinct()
            .map(RoomScan::packageOf)
            .toArray(String[]::new));
  }

  private static ClassPathBeanDefinitionScanner scanner(BeanDefinitionRegistry registry) {
    ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(registry);
    scanner.addExcludeFilter((type, types) -> !isProduction(type.getResource()));
    return scanner;
  }

  private static String packageOf(String room) {
    String name = ROOT + "." + room;
    if (ClassLoader.getSystemResource(name.replace('.', '/')) == null) {
      throw new IllegalArgumentException("there is no room '" + room + "'");
    }
    return name;
  }

  private static boolean isProduction(Resource type) {
    try {
      return type.getURL().toString().contains(PRODUCTION);
    } catch (IOException e) {
      return false;
    }
  }
}
