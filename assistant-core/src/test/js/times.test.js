import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { span } from './workspace/scripts/times.js';

const words = (name, values) => `${name} ${Object.values(values).join(' ')}`;
const after = (minutes) => span(0, minutes * 60_000, words);

describe('a length of time', () => {
  for (const [minutes, told] of [
    [-5, 'minutes 0'],
    [0, 'minutes 0'],
    [59.9, 'minutes 59'],
    [60, 'hours 1 0'],
    [125, 'hours 2 5'],
    [2879, 'hours 47 59'],
    [2880, 'days 2'],
    [10_000, 'days 6'],
  ]) {
    it(`of ${minutes} minutes is told as ${told}`, () => assert.equal(after(minutes), told));
  }
});
