import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { count } from './workspace/scripts/segments.js';

// The same cases hold the service's own count: delivery/SegmentCountTest.
const cases = JSON.parse(readFileSync(new URL('./segments.json', import.meta.url)));

describe('the number of texts a reply becomes', () => {
  for (const { text, times = 1, texts } of cases) {
    it(`is ${texts} for ${times} times ${JSON.stringify(text)}`, () => {
      assert.equal(count(text.repeat(times)).texts, texts);
    });
  }
});
