package org.healthassistant.assistant.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands the caller to controllers: a parameter of type [Caller], or `Optional<Caller>` on pages
/// that may be read without signing in.
@Component
class CallerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory factory) {
    Caller caller =
        SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
            ? known.caller()
            : null;
    if (parameter.isOptional()) {
      return java.util.Optional.ofNullable(caller);
    }
    if (caller == null) {
      throw new IllegalStateException("a route without sign-in asks for a caller");
    }
    return caller;
  }
}
