import { BlockList, isIP, isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** Proxies whose `X-Forwarded-For` is believed: addresses and networks such as 10.0.0.0/8. */
export interface TrustedProxies {
  has(address: string): boolean;
}

/** Reads `10.0.0.1,192.168.0.0/16,fd00::/8`; `faults` are the items that are neither an address nor a network. */
export function parseTrustedProxies(text: string): {
  readonly proxies: TrustedProxies;
  readonly faults: readonly string[];
} {
  const list = new BlockList();
  const items = text.split(',').map((item) => item.trim());
  const faults = items.filter((item) => {
    const [address = '', bits, ...more] = item.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    if (isIP(address) === 0 || more.length > 0) return true;
    if (bits === undefined) list.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= most) list.addSubnet(address, Number(bits), family);
    else return true;
    return false;
  });
  return { proxies: { has: (address) => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4') }, faults };
}

export const NO_PROXIES: TrustedProxies = { has: () => false };

const MAX_REMEMBERED = 10_000;

/** A caller without a key. */
export interface AnonymousCaller {
  readonly name: string;
  /** For the log: the network that the address is in, `203.0.113.0/24` or `2001:db8:0::/48`. */
  readonly network: string;
}

/**
 * Names anonymous callers by address: an IPv4 address, or the first 64 bits of an IPv6 address, which one customer of a
 * network has to himself.
 */
export function createAddressReader(proxies: TrustedProxies) {
  const known = new LRUCache<string, AnonymousCaller>({ max: MAX_REMEMBERED });
  return (peer: string, forwardedFor: string | undefined): AnonymousCaller => {
    const key = forwardedFor === undefined ? peer : `${peer} ${forwardedFor}`;
    let caller = known.get(key);
    if (caller === undefined) {
      const name = networkOf(clientOf(withoutMapping(peer), forwardedFor, proxies));
      caller = { name, network: widerNetworkOf(name) };
      // Only a short header is worth memory: a stranger writes it.
      if (key.length < 200) known.set(key, caller);
    }
    return caller;
  };
}

/** The last address in `X-Forwarded-For` that no trusted proxy has: what stands before it is the client's own word. */
function clientOf(peer: string, forwardedFor: string | undefined, proxies: TrustedProxies): string {
  const hops = forwardedFor?.split(',').map((hop) => withoutMapping(withoutPort(hop.trim()))) ?? [];
  let address = peer;
  while (proxies.has(address)) {
    const hop = hops.pop();
    if (hop === undefined || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}

/** Some proxies write `203.0.113.7:4711` or `[2001:db8::1]:4711`. */
function withoutPort(hop: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop)?.[1] ?? hop;
}

/** `::ffff:203.0.113.7` is how a socket for both families shows an IPv4 address. */
function withoutMapping(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/** `2001:db8:0:1::/64` */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = (text: string | undefined) => (text ? text.split(':') : []);
  const [before, after] = [groups(head), groups(tail)];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

function widerNetworkOf(name: string): string {
  if (name.endsWith('::/64')) return `${name.split(':').slice(0, 3).join(':')}::/48`;
  return name.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.0/24');
}
