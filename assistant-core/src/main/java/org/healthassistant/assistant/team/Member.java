package org.healthassistant.assistant.team;

import java.util.Optional;

/// A person of the care team.
///
/// @param email where pages go by e-mail; empty: none
/// @param phone where pages go by text, E.164; empty: none
public record Member(
    String id, String name, Role role, Optional<String> email, Optional<String> phone) {}
