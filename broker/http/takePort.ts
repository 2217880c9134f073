// Owns which port a server gets: the wished one, or the next free one when nobody insisted.
import type { Result } from "../../protocol/result.ts";

export type PortWish = {
  /** 0 asks for any free port. */
  readonly port: number;
  /** The user named this port: another one would be found by no device. */
  readonly insisted: boolean;
};

const nextPortsTried = 50;

export async function takePort(
  { port, insisted }: PortWish,
  listen: (port: number) => Promise<Result<number, "PORT_TAKEN">>,
): Promise<Result<number, "PORT_TAKEN">> {
  const last = insisted || port === 0 ? port : Math.min(65535, port + nextPortsTried);
  for (let wished = port; ; wished += 1) {
    const taken = await listen(wished);
    if (taken.ok || wished >= last) return taken;
  }
}
