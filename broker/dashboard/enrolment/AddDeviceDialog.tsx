// Owns adding devices: one by a code to type or scan, or many by a file on a USB stick.

import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enrolment } from "../../api/devices.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { EnrolmentCode } from "./EnrolmentCode.tsx";
import { EnrolmentForm } from "./EnrolmentForm.tsx";
import { FileForm } from "./FileForm.tsx";
import { FileMade, type MadeFile } from "./FileMade.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./enrolment.css";

type AddDeviceDialogProps = {
  /** Room that the form starts with. */
  readonly roomId: string | null;
  readonly onClose: () => void;
};

export function AddDeviceDialog({ roomId, onClose }: AddDeviceDialogProps) {
  const { t } = useTranslation();
  const texts = useTexts();
  const [way, setWay] = useState<"one" | "many">("one");
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [file, setFile] = useState<MadeFile | null>(null);
  const title =
    enrolment !== null
      ? t("enrol.codeTitle", { name: enrolment.deviceName })
      : file !== null
        ? texts("file.madeTitle", { count: file.file.entries.length })
        : t("enrol.title");
  const isForm = enrolment === null && file === null;
  return (
    <Dialog opened onClose={onClose} title={title} size="lg" closeOnClickOutside={isForm}>
      {isForm && (
        <SegmentedControl
          fullWidth
          className="enrol-way"
          aria-label={t("enrol.title")}
          data={[
            { value: "one", label: texts("one") },
            { value: "many", label: texts("many") },
          ]}
          value={way}
          onChange={(value) => setWay(value === "many" ? "many" : "one")}
        />
      )}
      {enrolment !== null ? (
        <EnrolmentCode made={enrolment} onClose={onClose} onAgain={() => setEnrolment(null)} />
      ) : file !== null ? (
        <FileMade made={file} onClose={onClose} />
      ) : way === "one" ? (
        <EnrolmentForm roomId={roomId} onMade={setEnrolment} onCancel={onClose} />
      ) : (
        <FileForm roomId={roomId} onMade={setFile} onCancel={onClose} />
      )}
    </Dialog>
  );
}
