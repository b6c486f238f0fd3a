/// How long escalations took, which targets were missed and which rules were wrong: figures
/// over a period for people, as CSV, and the judged alerts as evaluation data.
///
/// Start at [StatisticsPages]. `escalation.history` reads times and codes, never words;
/// [Statistics] computes and knows neither database nor clock. WorkspaceTexts of patients leave
/// only through [JudgedAlerts], for an administrator and with the patient's consent to
/// research.
@NullMarked
package org.healthassistant.assistant.workspace.statistics;

import org.jspecify.annotations.NullMarked;
