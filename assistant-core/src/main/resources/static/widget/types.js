// The shapes that the widget's modules hand each other. Read by editors and type checkers alone:
// no module imports this file, so no browser loads it. What the server sends is named in /v3/api-docs.

/**
 * One thing in the conversation: what the patient wrote, a reply, or a line of the widget's own.
 * @typedef {object} Entry
 * @property {'greeting' | 'patient' | 'assistant' | 'provider' | 'consent'} kind
 * @property {string} [id] the message's id, once the server has one
 * @property {string} [text]
 * @property {string} [at] RFC 3339
 * @property {boolean} [live] happened while the page is open, so it is spoken
 * @property {string} [status] of a patient's message, the name of a text: `sending`, `sent`, `retry`,
 *   `held`, `tooFast`, `tooLong`, `failed`
 * @property {object} [values] what the status text names
 * @property {Entry} [reply] of a patient's message under way: the entry that waits for its reply
 * @property {boolean} [pending] of a reply: not whole yet
 * @property {'looking' | 'safe'} [wait] of a pending reply, the name of the text shown
 * @property {object} [triage] of a pending reply
 * @property {object[]} [sentences] of a pending reply: those that came so far
 * @property {object} [turn] of a whole reply: the Turn as the server sent it
 * @property {string} [clientId] under which a message is sent, however often
 * @property {string} [conversation] into which it is sent
 * @property {string} [person] whose it is, as `Access` tells persons apart
 * @property {boolean} [stored] the server has it
 * @property {boolean} [done] its reply is there
 * @property {boolean} [back] its text was given back to the field
 */

/**
 * A message that is not delivered, as it is kept for another page.
 * @typedef {object} Kept
 * @property {string} text
 * @property {string} [clientId]
 * @property {string} [conversation]
 * @property {string} [person]
 */

/**
 * The conversation's way to the page.
 * @typedef {object} View
 * @property {(entry?: Entry) => void} changed an entry is new, other or gone; none: all are gone
 * @property {(text: string) => void} restore gives back what could not be sent
 * @property {() => void} attend what the banner tells may have changed
 * @property {() => void} lost the conversation is no longer there
 */

/**
 * A refusal of the server, or of the network where `status` is missing.
 * @typedef {Error & {status?: number, code?: string, retryAfter?: number}} Problem
 */

/**
 * What an entry needs to be drawn.
 * @typedef {object} Ui
 * @property {Record<string, string>} t the texts of the language in use, and its tag as `language`
 * @property {import('./session.js').Session} session
 * @property {(text: string) => void} send
 * @property {(question: Question) => void} ask
 */

/**
 * A question of the widget to the patient, shown above the field.
 * @typedef {object} Question
 * @property {string} question
 * @property {string} [label] asks for text too
 * @property {string} yes what the button says that goes on
 * @property {(text?: string) => void} then
 */
