import { changeThings, claimIt, explainIt, settleIt } from './after-the-sale.ts';
import { goLive, inviteTheNewcomer, openTheSwitch, priceIt, rewriteThePage, screenEverything } from './before-the-sale.ts';
import { openStory, type Staff, type StepProof, type Story } from './story.ts';
import { buyIt, supplyIt, throughTheHub } from './the-sale.ts';
import type { Transport } from './visitor.ts';

/** The whole story of managed export, walked through the public API; each step proves what it claims or throws. */
export const STEPS: readonly ((story: Story) => Promise<StepProof>)[] = [
  inviteTheNewcomer, openTheSwitch, screenEverything, rewriteThePage, priceIt, goLive, buyIt, supplyIt, throughTheHub, claimIt, settleIt, changeThings, explainIt,
];

/** Walks the journey from the first step to the last, telling each as it is proved. `run` makes its names its own. */
export async function walkJourney(transport: Transport, origin: string, staff: Staff, run: string, tell: (proof: StepProof) => void): Promise<Story> {
  const story = await openStory(transport, origin, staff, run);
  for (const step of STEPS) tell(await step(story));
  return story;
}
