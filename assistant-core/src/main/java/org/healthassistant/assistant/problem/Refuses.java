package org.healthassistant.assistant.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the codes that a route of `/api` can answer with besides those that every route can: for
/// the description of the interface.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Refuses {

  /// The codes.
  ProblemCode[] value();
}
