import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STEPS } from '#demo/journey/journey.ts';
import { openStory, type Story } from '#demo/journey/story.ts';
import { serveMarketplace, type ServedMarketplace } from '#test/setup/served-marketplace.ts';

let served: ServedMarketplace;
let story: Story;

beforeAll(async () => {
  served = await serveMarketplace();
  story = await openStory(served.transport, served.origin, served.staff, '0a1b2c3d-journey-by-test');
});
afterAll(() => served.close());

describe('the whole story, over HTTP', () => {
  for (const [index, step] of STEPS.entries()) {
    test(`step ${index + 1} proves what it claims`, async () => {
      const proof = await step(story);
      expect(proof.step).toBe(index + 1);
      expect(proof.proved.length).toBeGreaterThan(0);
    });
  }
});
