// Owns what happens to a document that the hub sends: taken and shown to the kiosk, or kept out and told once.
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Desired } from "../../protocol/messages/desired.ts";
import type { Memory } from "../outbox/memory.ts";
import type { Recorder } from "../outbox/recorder.ts";
import type { Documents } from "./documents.ts";

export type ReceiveDesiredDeps = {
  readonly documents: Documents;
  readonly recorder: Recorder;
  readonly memory: Memory;
  /** A newer document is in use now. */
  readonly taken: (document: Desired) => void;
};

export type ReceiveDesired = {
  readonly receive: (document: Desired) => void;
  readonly refuse: (detail: string, payload: Uint8Array) => void;
};

const key = "documents.lastRefused";

export function makeReceiveDesired({
  documents,
  recorder,
  memory,
  taken,
}: ReceiveDesiredDeps): ReceiveDesired {
  return {
    receive(document) {
      const accepted = documents.accept(document);
      const what = `${document.doc} ${document.version}`;
      if (accepted.ok) {
        if (accepted.value === "taken") taken(document);
      } else if (accepted.code === "UNSAVED") {
        recorder.faultOnce(
          "documents unsaved",
          "diskFull",
          `Không ghi được ${what} ra đĩa, máy vẫn dùng bản này đến khi tắt: ${accepted.detail}`,
        );
        taken(document);
      } else recorder.faultOnce(`document ${what}`, "documentRefused", `Từ chối ${what}: ${accepted.detail}`);
    },
    refuse(detail, payload) {
      // The hub offers the same document at every connection; one fault for each is enough.
      const hash = createHash("sha256").update(payload).digest("hex");
      if (memory.recall(key, z.string()) === hash) return;
      const body = {
        kind: "documentRefused" as const,
        detail: `Máy chủ gửi tài liệu sai dạng: ${detail}`.slice(0, 4000),
      };
      recorder.record("fault", body, { remember: { [key]: hash } });
    },
  };
}
