// Owns the list of codes that were made earlier and still wait for their device.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "../../api/devices.ts";
import { hubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";

export function OpenCodes({ onOpen }: { readonly onOpen: (enrolment: Enrolment) => void }) {
  const { t } = useTranslation();
  const enrolments = useHubQuery("listEnrolments", {});
  const open = (enrolments.data ?? []).filter(
    // A roomful of codes stands in its file, not here.
    ({ usedAt, expiresAt, fileId }) => usedAt === null && fileId === null && expiresAt > hubNow(),
  );
  if (open.length === 0) return null;
  return (
    <div className="open-codes">
      <strong className="small">{t("enrol.openCodes")}</strong>
      <ul>
        {open.map((enrolment) => (
          <li key={enrolment.code}>
            <span>{t("enrol.openCodeFor", { code: enrolment.code, name: enrolment.deviceName })}</span>
            <Button size="compact-sm" variant="light" onClick={() => onOpen(enrolment)}>
              {t("enrol.show")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
