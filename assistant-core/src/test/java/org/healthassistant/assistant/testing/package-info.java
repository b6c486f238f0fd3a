/// How a test starts a few rooms of the service: real beans on a real database, without HTTP.
///
/// Start at [TestRooms]. Time is a [MovableClock]; scheduled work waits until the test runs it. A
/// test that needs the doors as well starts the whole service instead.
@NullMarked
package org.healthassistant.assistant.testing;

import org.jspecify.annotations.NullMarked;
