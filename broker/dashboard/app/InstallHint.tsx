// Owns the words that tell how the page gets onto the phone's home screen.
import { Button } from "@mantine/core";
import { IconDeviceMobile } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isInstalled, putOffInstall, takeInstallOffer, useInstall, wasInstallPutOff } from "./install.ts";

/** At the end of the "more" sheet: a button where the browser offers it, else where to find it. */
export function InstallLine() {
  const { t } = useTranslation();
  const offer = useInstall((state) => state.offer);
  if (isInstalled()) return null;
  if (offer === null) return <p className="shell-install soft small">{t("app.installHint")}</p>;
  return (
    <Button
      className="shell-install"
      variant="light"
      fullWidth
      leftSection={<IconDeviceMobile size={18} />}
      onClick={() => void takeInstallOffer()}
    >
      {t("app.install")}
    </Button>
  );
}

/** On the room page, once: who says "later" is not asked again. */
export function InstallCard() {
  const { t } = useTranslation();
  const offer = useInstall((state) => state.offer);
  const [putOff, setPutOff] = useState(wasInstallPutOff);
  if (offer === null || putOff || isInstalled()) return null;
  return (
    <section className="card lead-install" aria-label={t("app.install")}>
      <p>{t("app.installOffer")}</p>
      <div>
        <Button size="sm" variant="light" onClick={() => void takeInstallOffer()}>
          {t("app.install")}
        </Button>
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            putOffInstall();
            setPutOff(true);
          }}
        >
          {t("app.later")}
        </Button>
      </div>
    </section>
  );
}
