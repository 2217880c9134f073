// Owns adding a device: first what it is, then the code to type or scan there, until it has appeared.

import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "../../api/devices.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { EnrolmentCode } from "./EnrolmentCode.tsx";
import { EnrolmentForm } from "./EnrolmentForm.tsx";
import "./enrolment.css";

type AddDeviceDialogProps = {
  /** Room that the form starts with. */
  readonly roomId: string | null;
  readonly onClose: () => void;
};

export function AddDeviceDialog({ roomId, onClose }: AddDeviceDialogProps) {
  const { t } = useTranslation();
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const title = enrolment === null ? t("enrol.title") : t("enrol.codeTitle", { name: enrolment.deviceName });
  return (
    <Dialog opened onClose={onClose} title={title} size="lg" closeOnClickOutside={enrolment === null}>
      {enrolment === null ? (
        <EnrolmentForm roomId={roomId} onMade={setEnrolment} onCancel={onClose} />
      ) : (
        <EnrolmentCode made={enrolment} onClose={onClose} onAgain={() => setEnrolment(null)} />
      )}
    </Dialog>
  );
}
