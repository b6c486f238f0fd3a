/// The issuer of tokens: what it says of itself, its keys, and what a token of it must be like.
///
/// Start at [IssuerMetadata]. Everything is asked for when it is first needed, so the service
/// runs while the issuer is away. Spring Security speaks the protocol; the requests it makes
/// are given their time limits here.
@NullMarked
package org.healthassistant.assistant.access.issuer;

import org.jspecify.annotations.NullMarked;
