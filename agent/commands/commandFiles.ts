// Owns the files that commands ask for: what the kiosk gave, and how a file goes to the hub in parts.
import type { CommandId } from "../../protocol/ids.ts";
import {
  type DeviceFileKind,
  type DeviceFilePart,
  deviceFilePartBytes,
  largestDeviceFileBytes,
} from "../../protocol/messages/file.ts";

/** Throws for a file that is empty or larger than the hub takes: whoever makes one keeps within. */
export function partsOf(commandId: CommandId, kind: DeviceFileKind, bytes: Uint8Array): DeviceFilePart[] {
  if (bytes.length === 0 || bytes.length > largestDeviceFileBytes)
    throw new Error(`a file of ${bytes.length} bytes cannot be sent`);
  const parts = Math.ceil(bytes.length / deviceFilePartBytes);
  return Array.from({ length: parts }, (_, part) => ({
    commandId,
    kind,
    part,
    parts,
    data: Buffer.from(bytes.subarray(part * deviceFilePartBytes, (part + 1) * deviceFilePartBytes)).toString(
      "base64",
    ),
  }));
}

/** Of two logs as one text, the kiosk's after the agent's; the oldest lines give way when it is too long. */
export function joinLogs(agent: string, kiosk: string | null): Buffer {
  const half = largestDeviceFileBytes / 2 - 1024;
  const text = [
    "=== agent ===",
    newest(agent, half),
    "=== kiosk ===",
    kiosk === null ? "(kiosk không trả lời)" : newest(kiosk, half),
    "",
  ].join("\n");
  return Buffer.from(text);
}

function newest(text: string, mostBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= mostBytes) return text;
  const cut = bytes.subarray(bytes.length - mostBytes).toString();
  return cut.slice(cut.indexOf("\n") + 1);
}
