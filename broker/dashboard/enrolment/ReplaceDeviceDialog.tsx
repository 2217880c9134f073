// Owns putting another machine in a device's place: what it means, then the code for the new machine.
import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DevicePage, Enrolment } from "../../api/devices.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { EnrolmentCode } from "./EnrolmentCode.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./enrolment.css";

type ReplaceDeviceDialogProps = { readonly device: DevicePage; readonly onClose: () => void };

export function ReplaceDeviceDialog({ device, onClose }: ReplaceDeviceDialogProps) {
  const { t } = useTranslation();
  const texts = useTexts();
  const create = useHubMutation("createReplacement");
  const [made, setMade] = useState<Enrolment | null>(null);
  const { name } = device;
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={texts(made === null ? "key.replaceTitle" : "key.codeFor", { name })}
      closeOnClickOutside={made === null}
    >
      {made === null ? (
        <div className="form-rows">
          <p>{texts("key.replaceText", { name })}</p>
          <FormError error={create.error} />
          <div className="form-end">
            <Button variant="default" onClick={onClose}>
              {t("app.cancel")}
            </Button>
            <Button
              loading={create.isPending}
              onClick={() => create.mutate({ params: { deviceId: device.deviceId } }, { onSuccess: setMade })}
            >
              {texts("key.replaceMake")}
            </Button>
          </div>
        </div>
      ) : (
        <EnrolmentCode made={made} onClose={onClose} onAgain={() => setMade(null)} />
      )}
    </Dialog>
  );
}
