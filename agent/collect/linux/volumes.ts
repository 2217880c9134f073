// Owns the volumes of Linux: where disks are mounted and how much room is left.
import { readFile, statfs } from "node:fs/promises";
import { basename } from "node:path";
import type { VolumeCondition } from "../../../protocol/records/condition.ts";
import type { Probe } from "../probe.ts";

type Mount = { readonly mount: string; readonly type: string; readonly source: string };

const mostVolumes = 32;

/** Systems of files that lie on a disk of this machine. Shares of a network may hang for ever: nobody asks them. */
const onDisk = new Set([
  "ext2",
  "ext3",
  "ext4",
  "xfs",
  "btrfs",
  "f2fs",
  "jfs",
  "ntfs3",
  "ntfs",
  "exfat",
  "fuseblk",
]);

/** `folder`: the agent's own data lie there, so its volume is told whatever it is. */
export function linuxVolumes(folder: string, mounts = "/proc/self/mountinfo"): Probe<VolumeCondition[]> {
  return async () => {
    const all = parseMounts(await readFile(mounts, "utf8"));
    const own = mountOf(folder, all);
    const seen = new Set<string>();
    const chosen = all.filter(({ mount, type, source }) => {
      const wanted =
        mount === own?.mount || (onDisk.has(type) && source.startsWith("/dev/") && !isForStarting(mount));
      // The same disk mounted in several places is one.
      if (!wanted || seen.has(source)) return false;
      seen.add(source);
      return true;
    });
    const volumes: VolumeCondition[] = [];
    for (const { mount, source } of chosen.slice(0, mostVolumes)) {
      const { bsize, blocks, bavail } = await statfs(mount);
      volumes.push({
        mount: mount.slice(0, 200),
        disk: source.startsWith("/dev/") ? diskOf(basename(source)) : null,
        sizeMiB: Math.round((blocks * bsize) / 1024 ** 2),
        freeMiB: Math.round((bavail * bsize) / 1024 ** 2),
        holdsData: mount === own?.mount,
      });
    }
    return volumes;
  };
}

/** proc(5): fields until a lone dash, then type and source; blanks in paths are written as octal numbers. */
export function parseMounts(text: string): Mount[] {
  const plain = (path: string) =>
    path.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
  return text.split("\n").flatMap((line): Mount[] => {
    const fields = line.split(" ");
    const dash = fields.indexOf("-");
    const [mount, type, source] = [fields[4], fields[dash + 1], fields[dash + 2]];
    if (dash < 0 || mount === undefined || type === undefined || source === undefined) return [];
    return [{ mount: plain(mount), type, source: plain(source) }];
  });
}

/** The innermost mount that holds `folder`; of two at one place the later one lies on top. */
export function mountOf(folder: string, mounts: readonly Mount[]): Mount | undefined {
  const holds = ({ mount }: Mount) => mount === "/" || folder === mount || folder.startsWith(`${mount}/`);
  return mounts
    .filter(holds)
    .reduce<Mount | undefined>(
      (best, each) => (best === undefined || each.mount.length >= best.mount.length ? each : best),
      undefined,
    );
}

const isForStarting = (mount: string) => /^\/(boot|efi|snap)(\/|$)/.test(mount);

/** "sda1" lies on "sda", "nvme0n1p2" on "nvme0n1"; null for what is mapped by other names. */
export function diskOf(device: string): string | null {
  const numbered = /^((?:nvme\d+n\d+|mmcblk\d+))(?:p\d+)?$/.exec(device);
  if (numbered !== null) return numbered[1] ?? null;
  return /^([shv]d[a-z]+)\d*$/.exec(device)?.[1] ?? null;
}
