import { lookup as resolve } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One signed request to an address that somebody outside chose. */

export type Signed = Readonly<{ url: string; secret: string; id: string; body: string; at: Date }>;

/** `taken` when the receiver said so (2xx); otherwise the status it answered, or null, and what went wrong in words. */
export type Answer = Readonly<{ taken: boolean; status: number | null; detail: string | null }>;

/** `public`: only addresses of the open internet, for a receiver must not lead us to what stands beside us. `anywhere`: also this machine, for tests and development. */
export type Reach = 'public' | 'anywhere';

const TIMEOUT_MS = 15_000;
const DETAIL_CHARACTERS_MAX = 200;

/** Addresses that are nobody's on the open internet (IANA special-purpose registries, read 2026-11-27). */
const PRIVATE = { 4: new BlockList(), 6: new BlockList() };
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) PRIVATE[4].addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['::', 96], ['::ffff:0:0', 96], ['64:ff9b::', 96], ['fc00::', 7], ['fe80::', 10], ['ff00::', 8], ['2001:db8::', 32]] as const) PRIVATE[6].addSubnet(net, bits, 'ipv6');

export function isPrivate(address: string): boolean {
  return isIP(address) === 6 ? PRIVATE[6].check(address, 'ipv6') : PRIVATE[4].check(address, 'ipv4');
}

/** Looks a name up and refuses what it must not lead to; the connection is made to the very address that was checked. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const hidden = error === null ? addresses.find(({ address }) => isPrivate(address)) : undefined;
    const fault = error ?? (hidden === undefined ? null : new Error(`${hostname} is not on the open internet`));
    const [first] = addresses ?? [];
    if (fault !== null || first === undefined) callback(fault ?? new Error(`${hostname} has no address`), '', 0);
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

/** Sends once, follows no redirect, and never throws: whatever goes wrong is an answer. */
export async function sendSigned({ url, secret, id, body, at }: Signed, reach: Reach): Promise<Answer> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (reach === 'public' && isIP(host) !== 0 && isPrivate(host)) return { taken: false, status: null, detail: `${host} is not on the open internet` };
  const headers = {
    'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Pilotage-Webhooks/1',
    'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)), 'webhook-signature': new Webhook(secret).sign(id, at, body),
  };
  return new Promise((answer) => {
    const fail = (detail: string) => answer({ taken: false, status: null, detail: detail.slice(0, DETAIL_CHARACTERS_MAX) });
    const request = (target.protocol === 'https:' ? requestHttps : requestHttp)(target, { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(TIMEOUT_MS), ...(reach === 'public' && { lookup: lookUpPublic }) }, (reply) => {
      const status = reply.statusCode ?? 0;
      const taken = status >= 200 && status < 300;
      answer({ taken, status, detail: taken ? null : `answered ${status}` });
      // What else it says is not read.
      reply.destroy();
    });
    request.once('error', (error) => fail(error.name === 'TimeoutError' || error.name === 'AbortError' ? `no answer within ${TIMEOUT_MS / 1_000} s` : error.message));
    request.end(body);
  });
}
