// Owns what the tools know of the sample school: its sign-ins, and how a device is enrolled into it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { DeviceKind } from "../../protocol/documents/config.ts";
import { signIn } from "./hubClient.ts";

const sampleSignIn = z.object({
  username: z.string(),
  password: z.string(),
  /** Code of the role, e.g. "itOfficer". */
  role: z.string(),
  roleName: z.string(),
  pin: z.string().optional(),
});
export type SampleSignIn = z.infer<typeof sampleSignIn>;

/** The sign-ins that the hub made up when it made the sample school. */
export function readSampleSignIns(home: string): SampleSignIn[] {
  return z.array(sampleSignIn).parse(JSON.parse(readFileSync(join(home, "sample-sign-ins.json"), "utf8")));
}

export function signInOf(signIns: readonly SampleSignIn[], role: string): SampleSignIn {
  const found = signIns.find((each) => each.role === role);
  if (found === undefined) throw new Error(`the sample school has no ${role}`);
  return found;
}

export type NewDevice = {
  readonly deviceName: string;
  readonly kind: DeviceKind;
  readonly stationNumber: number | null;
  readonly emblem: string;
};

/** Makes an enrolment code as the IT officer would in the dashboard; the device stands in the Kidsmart room. */
export async function enrolmentCodeFor(
  url: string,
  signIns: readonly SampleSignIn[],
  device: NewDevice,
): Promise<string> {
  return (await enrolmentFor(url, signIns, device)).code;
}

/** The line that tells an agent code, authority and address: it comes over TLS, as on every other computer. */
export async function enrolmentLinkFor(
  url: string,
  signIns: readonly SampleSignIn[],
  device: NewDevice,
): Promise<string> {
  return (await enrolmentFor(url, signIns, device)).link;
}

async function enrolmentFor(url: string, signIns: readonly SampleSignIn[], device: NewDevice) {
  const { username, password } = signInOf(signIns, "itOfficer");
  const hub = await signIn(url, username, password);
  const rooms = await hub.call("listRooms");
  const room = rooms.find(({ kind }) => kind === "kidsmart");
  return hub.call("createEnrolment", { body: { ...device, roomId: room?.id ?? null } });
}
