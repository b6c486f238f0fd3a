// An escalation's page: says what the patient wrote meanwhile.
import { byId, say } from './page.js';

const patientLines = () => document.querySelectorAll('.transcript .by-patient');

let lines = patientLines().length;

export function announceNew() {
  const now = patientLines();
  if (now.length > lines) {
    const last = now[now.length - 1];
    const who = last.querySelector('.from strong').textContent;
    say('polite', `${who}: ${last.querySelector('.text').textContent}`);
    // Suggestions that somebody is reading stay.
    const reading = byId('suggestions')?.contains(document.activeElement);
    if (!reading) htmx.trigger(document.body, 'patient-wrote');
  }
  lines = now.length;
}

export function begin() {
  lines = patientLines().length;
}
