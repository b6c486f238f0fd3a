/// Vetted health content in, cited passages out.
///
/// Start at [KnowledgeIndex]: it opens a release, searches it and hands out articles and
/// passages. Nothing that is not approved (or starter content, where the caller allows it), not
/// yet valid or past its review date can leave through any method: [Eligibility] is applied in
/// one place. This package knows no patient, no conversation and no Spring.
@NullMarked
package org.healthassistant.knowledge;

import org.jspecify.annotations.NullMarked;
