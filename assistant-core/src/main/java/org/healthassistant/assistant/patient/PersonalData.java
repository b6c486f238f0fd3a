package org.healthassistant.assistant.patient;

import java.util.Map;
import java.util.Set;

/// What every room that keeps something about a subject can do with it. Each such room declares
/// one bean of this type; a test holds that every table with a subject belongs to one.
public interface PersonalData {

  /// The tables of the room that have a `subject_id`.
  Set<String> tables();

  /// All of the room's data about the subject as documents: file name to content, for an export.
  Map<String, String> export(String subjectId);

  /// Hands everything the room keeps of one subject to another: a number turned out to be a
  /// patient's.
  void link(String fromSubjectId, String toSubjectId);

  /// Removes what is not sealed and need not be kept; sealed bytes become unreadable when the key
  /// is destroyed.
  void erase(String subjectId);
}
