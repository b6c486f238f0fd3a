package org.healthassistant.assistant.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.TransformedResource;

/// Serves the widget's modules without comments and indentation: these are for people, and a
/// patient on a slow line pays for each byte. Nothing else of a file changes, so there is no
/// build step; a template of several lines may not rest on its indentation.
@Configuration(proxyBeanMethods = false)
public class WidgetFiles implements WebMvcConfigurer {

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/widget/**")
        .addResourceLocations("classpath:/static/widget/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addTransformer((request, resource, chain) -> new TransformedResource(
            resource, withoutComments(read(resource)).getBytes(StandardCharsets.UTF_8)));
  }

  /// The source without indentation and whole lines of comment: `//` at their beginning, and
  /// `/** … */`. A comment behind code stays.
  public static String withoutComments(String source) {
    StringBuilder code = new StringBuilder();
    boolean inside = false;
    for (String line : source.lines().toList()) {
      String text = line.strip();
      inside = inside || text.startsWith("/**");
      if (!inside && !text.startsWith("//")) {
        code.append(text).append('\n');
      }
      inside = inside && !text.endsWith("*/");
    }
    return code.toString();
  }

  private static String read(Resource resource) {
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
