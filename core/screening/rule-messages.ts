import type { LocalText } from '../market/market.ts';

/** How a rule reads while it waits for a fact, and once its documents are on file; otherwise it reads as it was written. */
export type RuleMessages = Readonly<{ waiting: LocalText; satisfied: LocalText }>;

/** A rule that waits must not read like a refusal, and one that is satisfied not like a demand. */
export function ruleMessages(message: LocalText): RuleMessages {
  return {
    waiting: {
      'zh-Hans': `资料还不够，先不下结论。答完问题再看这一条：${message['zh-Hans']}`,
      'zh-Hant': `資料還不夠，先不下結論。答完問題再看這一條：${message['zh-Hant']}`,
      en: `We cannot tell yet. Once the question is answered, this rule is looked at: ${message.en}`,
    },
    satisfied: { 'zh-Hans': `文件已齐。${message['zh-Hans']}`, 'zh-Hant': `文件已齊。${message['zh-Hant']}`, en: `The documents are on file. ${message.en}` },
  };
}
