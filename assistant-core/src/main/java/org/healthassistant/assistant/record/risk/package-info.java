/// What the record says that can lift the level of a complaint, with the days on which it holds.
///
/// Start at [RiskFacts]. Codes, words and spans of time are data (`record/risk.yaml`). The
/// package knows a record as the connectors read it, no store and no consent.
@NullMarked
package org.healthassistant.assistant.record.risk;

import org.jspecify.annotations.NullMarked;
