package org.healthassistant.knowledge.article;

import java.time.LocalDate;

/// A page that an article's facts were checked against.
///
/// @param name what the page is called
/// @param url where it is
/// @param date the day it was read
public record Source(String name, String url, LocalDate date) {}
