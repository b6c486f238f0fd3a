package org.healthassistant.assistant.access;

/// Told when somebody has signed in to the pages, before their first page is shown.
///
/// @param caller who
/// @param again whether it opened a screen that was locked
public record SignedIn(Caller caller, boolean again) {}
