// Owns the message after an import, with the way back in it.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { QueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import type { ChangeOutcome } from "../../api/timetable.ts";
import { callApi } from "../client/callApi.ts";

const shownForMs = 20_000;

export function tellTaken(
  t: TFunction<"exchange">,
  client: QueryClient,
  { changeSet, slots }: Extract<ChangeOutcome, { outcome: "applied" }>,
): void {
  const message = t("written", { count: slots.length });
  const id = notifications.show({
    color: "lagoon",
    autoClose: shownForMs,
    message:
      changeSet === null ? (
        message
      ) : (
        <span className="exchange-taken">
          {message}{" "}
          <Button size="compact-sm" variant="light" onClick={() => void undo(changeSet)}>
            {t("undo")}
          </Button>
        </span>
      ),
  });

  async function undo(set: string): Promise<void> {
    notifications.hide(id);
    const done = await callApi("undoChanges", { body: { changeSet: set } }).then(
      ({ outcome }) => outcome === "applied",
      // Told below: the draft is as it is.
      () => false,
    );
    notifications.show({ color: done ? "lagoon" : "red", message: t(done ? "undone" : "notUndone") });
    for (const name of ["showWeek", "showSpan", "listDraft"])
      void client.invalidateQueries({ queryKey: [name] });
  }
}
