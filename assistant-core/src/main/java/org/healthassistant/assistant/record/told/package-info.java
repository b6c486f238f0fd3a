/// Tells what a record says to a question: values, changes, ranges, lists, people and dates, each
/// sentence with the entries it rests on.
///
/// Start at [RecordTeller]; a [RecordQuestion] says what is wanted. What is not in the record is
/// said to be not found, never to be none; what could not be read is said. Nothing is judged
/// beyond what the record itself gives: its ranges, its marks, its goals.
@NamedInterface("told")
@NullMarked
package org.healthassistant.assistant.record.told;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
