// Owns changing many devices from the page: progress while it lasts, the way back after it, and each device's result where one failed.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { FleetChange } from "../../../api/fleet.ts";
import { callApi } from "../../client/callApi.ts";
import { hubKey } from "../../client/hubQuery.ts";
import { useTexts } from "../texts/useTexts.ts";
import { changeMany, type Result, takingBack } from "./changeMany.ts";

export type Running = { readonly done: number; readonly count: number };

export type ChangeMany = {
  /** Null: nothing is going on. */
  readonly running: Running | null;
  /** Of the last change that did not reach every device; null once it was read. */
  readonly failed: readonly Result[] | null;
  readonly change: (changes: readonly FleetChange[], said: (count: number) => string) => Promise<void>;
  readonly stop: () => void;
  readonly forget: () => void;
};

const undoForMs = 20_000;

export function useChangeMany(): ChangeMany {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const [running, setRunning] = useState<Running | null>(null);
  const [failed, setFailed] = useState<readonly Result[] | null>(null);
  const stops = useRef(false);

  async function change(
    changes: readonly FleetChange[],
    said: (count: number) => string,
    isUndo = false,
  ): Promise<void> {
    stops.current = false;
    setFailed(null);
    setRunning({ done: 0, count: changes.length });
    const results = await changeMany({
      changes,
      send: (part) => callApi("changeFleet", { body: { changes: part } }),
      onDone: (done) => setRunning({ done, count: changes.length }),
      stopped: () => stops.current,
    });
    setRunning(null);
    // The live channel brings each row; this is for a page whose channel is down.
    void client.invalidateQueries({ queryKey: hubKey("listFleet", {}) });
    const wrong = results.filter(({ outcome }) => outcome !== "changed" && outcome !== "same");
    if (wrong.length > 0) setFailed(results);
    const back = takingBack(results);
    const count = results.length - wrong.length;
    if (count === 0) return;
    const id = notifications.show({
      color: wrong.length > 0 ? "yellow" : "lagoon",
      autoClose: undoForMs,
      message: (
        <span className="fleet-toast">
          {said(count)}
          {!isUndo && back.length > 0 && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                notifications.hide(id);
                void change(back, (undone) => t("bulk.undone", { count: undone }), true);
              }}
            >
              {common("app.undo")}
            </Button>
          )}
        </span>
      ),
    });
  }

  return {
    running,
    failed,
    change: (changes, said) => change(changes, said),
    stop() {
      stops.current = true;
    },
    forget: () => setFailed(null),
  };
}
