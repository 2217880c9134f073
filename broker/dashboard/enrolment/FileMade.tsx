// Owns a file for a stick after it was made: to download it, what to do with it, and which stations have come.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Reply } from "../client/callApi.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { FormError } from "../parts/FormError.tsx";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

export type MadeFile = Reply<"createEnrolmentFile">;

/** The live channel tells at once; this is for the minute in which it is away. */
const askAgainMs = 5_000;

export function FileMade({ made, onClose }: { readonly made: MadeFile; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const texts = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const enrolments = useHubQuery("listEnrolments", {}, { refetchIntervalMs: askAgainMs });
  const withdraw = useHubMutation("withdrawEnrolmentFile");
  const { entries, expiresAt } = made.file;
  const used = new Set(
    (enrolments.data ?? [])
      .filter(({ fileId, usedAt }) => fileId === made.fileId && usedAt !== null)
      .map(({ stationNumber }) => stationNumber),
  );
  const all = used.size === entries.length;
  const cancel = () =>
    withdraw.mutate(
      { params: { fileId: made.fileId } },
      {
        onSuccess: () => {
          notifications.show({ message: texts("file.withdrawn"), color: "gray" });
          void client.invalidateQueries({ queryKey: ["listEnrolments"] });
          onClose();
        },
      },
    );
  return (
    <div className="form-rows">
      <div className="stick-file">
        <Button size="md" leftSection={<IconDownload size={20} />} onClick={() => save(made)}>
          {texts("file.download")}
        </Button>
        <p className="soft small">{texts("file.expires", { date: format.day(expiresAt) })}</p>
      </div>
      <ol className="stick-steps">
        <li>{texts("file.steps.copy")}</li>
        <li>{texts("file.steps.plug")}</li>
        <li>{texts("file.steps.wait")}</li>
      </ol>
      <div role="status">
        <p>
          <strong>
            {all ? texts("file.allDone") : texts("file.progress", { used: used.size, count: entries.length })}
          </strong>
        </p>
        <ul className="stick-stations">
          {entries.map(({ code, deviceName, stationNumber, emblem }) => {
            const here = used.has(stationNumber);
            return (
              <li key={code} className={here ? "stick-here" : ""}>
                <Emblem name={emblem} size={26} />
                {deviceName}
                <span className="soft small">{texts(here ? "file.here" : "file.waiting")}</span>
              </li>
            );
          })}
        </ul>
      </div>
      <FormError error={withdraw.error} />
      <div className="form-end">
        {!all && (
          <Button variant="subtle" color="red" onClick={cancel} loading={withdraw.isPending}>
            {texts("file.withdraw")}
          </Button>
        )}
        <Button variant={all ? "filled" : "default"} onClick={onClose}>
          {all ? texts("file.done") : t("app.close")}
        </Button>
      </div>
    </div>
  );
}

/** Made here: what the hub has told once is not asked for again. */
function save({ file, fileName }: MadeFile): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(file, null, 2)], { type: "application/json" }),
  );
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
