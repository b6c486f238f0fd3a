package org.healthassistant.assistant.store.database;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How long the service waits for a database server, migrations aside, which wait without end.
///
/// @param socketTimeout how long to wait for an answer, after which the connection is given up;
///     0s: without end
/// @param lockTimeout how long to wait for a lock; 0s: without end
/// @param idleInTransactionTimeout a server ends a transaction in which nothing happened for so
///     long; 0s: never
@Validated
@ConfigurationProperties("assistant.database")
record DatabaseSettings(
    @DurationMin(message = "must not be negative") @DefaultValue("30s")
    Duration socketTimeout,

    @DurationMin(message = "must not be negative") @DefaultValue("10s")
    Duration lockTimeout,

    @DurationMin(message = "must not be negative") @DefaultValue("15s")
    Duration idleInTransactionTimeout) {}
