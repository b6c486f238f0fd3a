/// The story a newcomer sees, played in a real Chromium against the packaged service.
///
/// Start at `StoryIT`. `Chromium` opens browsers, `Visitor` is one person at one screen and keeps
/// what went wrong there, `Chat` is the widget as a patient uses it. With
/// `-Dscreenshots.update=true` the story also renews the pictures of the README.
/// It knows the service by its pages alone.
@NullMarked
package org.healthassistant.evaluation.browser;

import org.jspecify.annotations.NullMarked;
