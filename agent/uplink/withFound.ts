// Owns the rule of where addresses that were found in the network stand among those the device was enrolled with. Pure.

const mostUrls = 8;
/** Half of the tries until the next look: the addresses of the enrolment get their turn, whatever is found each time. */
const foundFirst = 3;

/**
 * What to try in turn. `urls`: the turn until now; `found`: new ones. Anybody in the network may name addresses, so those of
 * the enrolment all stay, and found ones share the places that are left (at least one: the hub may have moved).
 */
export function withFound(
  urls: readonly string[],
  enrolled: readonly string[],
  found: readonly string[],
): string[] {
  const places = Math.max(1, mostUrls - enrolled.length);
  const isEnrolled = (url: string) => enrolled.includes(url);
  const others = [...new Set([...found, ...urls])].filter((url) => !isEnrolled(url)).slice(0, places);
  return [...others.slice(0, foundFirst), ...urls.filter(isEnrolled), ...others.slice(foundFirst)];
}
