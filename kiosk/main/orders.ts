// Owns the commands that leave something on this kiosk or bring something from it: lock, message, volume, a picture, the log.
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { DeviceFileKind } from "../../protocol/messages/file.ts";
import { isStandingOrder, obeyStanding, type Standing } from "../link/standing.ts";
import { readStanding } from "../link/standingText.ts";

export type OrdersDependencies = {
  readonly keep: { load(): string | null; save(text: string): void };
  /** By the hub's clock as far as it is known, UTC ms. */
  readonly hubNow: () => number;
  readonly mayCapture: () => boolean;
  /** Shows on the screen that a picture is taken now. */
  readonly showCamera: (seconds: number) => void;
  /** JPEG of the kiosk's window. Rejects when there is none. */
  readonly capture: () => Promise<Buffer>;
  readonly log: () => string;
  readonly wait: (ms: number) => Promise<void>;
  readonly give: (command: DeviceCommand, kind: DeviceFileKind, bytes: Buffer) => void;
  readonly answer: (command: DeviceCommand, outcome: "done" | "failed" | "refused", detail: string) => void;
  readonly onChanged: () => void;
  readonly onProblem: (detail: string) => void;
};

export type Orders = {
  readonly standing: () => Standing;
  /** False for a command that is not one of these. */
  readonly obey: (command: DeviceCommand) => boolean;
  /** A teacher at this station ends the lock. */
  readonly unlock: () => void;
};

/** The children see the camera's frame for so long, s; the picture is taken in the middle of it, with the frame. */
const cameraSeconds = 3;
const captureAfterMs = 1_500;
/** Of a base64 text that fits into one link message. */
const mostFileBytes = 600 * 1024;

const openedButNotKept =
  "Đã mở khóa, nhưng ổ đĩa của máy không nhận nên máy có thể khóa lại khi bật lại. Hãy kiểm tra ổ đĩa.";

export function openOrders(dependencies: OrdersDependencies): Orders {
  const { keep, answer } = dependencies;
  let standing = readStanding(keep.load(), dependencies.onProblem);

  const stand = (next: Standing) => {
    // On the disk first: a lock that a power cut takes away again was never there.
    keep.save(JSON.stringify(next));
    standing = next;
    dependencies.onChanged();
  };

  /** Opens first: a disk that takes nothing must not keep children out. False when it was not kept for the next start. */
  const open = (): boolean => {
    standing = { ...standing, lock: null };
    dependencies.onChanged();
    try {
      keep.save(JSON.stringify(standing));
      return true;
    } catch (error) {
      dependencies.onProblem(`opened, but the disk did not keep it: ${String(error)}`);
      return false;
    }
  };

  const takePicture = async (command: DeviceCommand) => {
    if (!dependencies.mayCapture()) {
      answer(command, "refused", "Cấu hình của máy này không cho phép chụp màn hình.");
      return;
    }
    dependencies.showCamera(cameraSeconds);
    await dependencies.wait(captureAfterMs);
    const picture = await dependencies.capture();
    if (picture.length > mostFileBytes) throw new Error(`a picture of ${picture.length} bytes`);
    dependencies.give(command, "screenshot", picture);
    answer(command, "done", "");
  };

  return {
    standing: () => standing,
    obey(command) {
      if (command.name === "unlock") {
        answer(command, "done", open() ? "" : openedButNotKept);
        return true;
      }
      if (isStandingOrder(command)) {
        try {
          stand(obeyStanding(standing, command, dependencies.hubNow()));
          answer(command, "done", "");
        } catch (error) {
          dependencies.onProblem(String(error));
          answer(command, "failed", "Ổ đĩa của máy không nhận nên chưa có gì thay đổi. Hãy kiểm tra ổ đĩa.");
        }
        return true;
      }
      if (command.name === "screenshot") {
        takePicture(command).catch((error: unknown) => {
          dependencies.onProblem(`no picture was taken: ${String(error)}`);
          answer(command, "failed", "Không chụp được cửa sổ của kiosk. Không có ảnh nào được lưu.");
        });
        return true;
      }
      if (command.name === "collectLogs") {
        dependencies.give(command, "logs", Buffer.from(dependencies.log()));
        answer(command, "done", "");
        return true;
      }
      return false;
    },
    unlock: () => void open(),
  };
}
