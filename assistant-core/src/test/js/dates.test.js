import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inWords } from './widget/texts.js';

describe('a date', () => {
  for (const [date, language, told] of [
    ['2021', 'en', '2021'],
    ['1994-05', 'en', 'May 1994'],
    ['1994-05', 'es', 'mayo de 1994'],
    ['2026-08-14', 'en', 'August 14, 2026'],
    ['2026-08-14T23:30:00-05:00', 'en', 'August 14, 2026'],
    ['2026-08-14', 'es', '14 de agosto de 2026'],
  ]) {
    it(`${date} is told in ${language} as precisely as it is known`, () =>
      assert.equal(inWords(date, language), told));
  }
});
