/// How people sign in to the pages: by OpenID Connect, in demo mode by a link, and how their
/// sessions are kept.
///
/// Start at `SignInPage`. A session keeps its caller as text, in the database, so that instances
/// share it and a restart ends none. It knows no page beyond its own.
@NullMarked
package org.healthassistant.assistant.access.signin;

import org.jspecify.annotations.NullMarked;
