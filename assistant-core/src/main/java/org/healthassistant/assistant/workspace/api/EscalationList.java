package org.healthassistant.assistant.workspace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.healthassistant.assistant.workspace.dossier.EscalationItem;
import org.jspecify.annotations.Nullable;

/// A page of the list.
///
/// @param next what to hand in as `after` for the next page; absent: this was the last
record EscalationList(
    List<EscalationItem> escalations,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}
