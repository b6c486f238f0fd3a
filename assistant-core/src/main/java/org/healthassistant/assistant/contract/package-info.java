/// The description of `/api` for programs, in OpenAPI 3.1 at `/v3/api-docs`.
///
/// Start at [Contract], which says what holds for the whole interface; [OperationAnswers] adds
/// to each route how callers prove who they are and with which problems it can answer; [Shapes]
/// marks which members are always there and which can be null. Routes themselves are read from
/// the controllers. It knows no room's matter: what is described is what the code declares.
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"problem", "settings", "access"})
@NullMarked
package org.healthassistant.assistant.contract;

import org.jspecify.annotations.NullMarked;
