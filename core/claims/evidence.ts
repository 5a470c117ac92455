/** What a piece of evidence shows. A photo, a scan or a scale reading may show several things at once. */
export const FINDINGS = [
  'buyer_photo', 'merchant_counter',
  'received_intact', 'received_damaged', 'received_matching', 'received_wrong', 'received_complete', 'received_short',
  'packed_whole', 'handed_over', 'carrier_damage', 'carrier_lost', 'carrier_returned', 'carrier_delivered', 'wording_wrong', 'return_received',
] as const;
export type Finding = (typeof FINDINGS)[number];

const FINDING_SET: ReadonlySet<string> = new Set(FINDINGS);

/** True when a stored or received text is a finding. */
export function isFinding(text: string): text is Finding {
  return FINDING_SET.has(text);
}

/** One piece of evidence on file: its id, what kind of record it is, when it was made, and what it shows. */
export type Evidence = Readonly<{ id: string; kind: string; at: string; findings: readonly Finding[] }>;

/** What the hub establishes when it receives a parcel: its photo, count and scale, read as findings. */
export function hubFindings(receipt: Readonly<{ intact: boolean; matching: boolean; declared: number; counted: number }>): readonly Finding[] {
  return [
    receipt.intact ? 'received_intact' : 'received_damaged',
    receipt.matching ? 'received_matching' : 'received_wrong',
    receipt.counted >= receipt.declared ? 'received_complete' : 'received_short',
  ];
}

/** The ids of the evidence that shows any of these findings, each once, in the order of the file. */
export function evidenceShowing(evidence: readonly Evidence[], findings: readonly Finding[]): readonly string[] {
  return evidence.filter((one) => one.findings.some((finding) => findings.includes(finding))).map((one) => one.id);
}
