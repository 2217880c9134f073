// Owns taking a photo: the phone's camera or a file, made small before anything is sent.
import { Button, FileButton } from "@mantine/core";
import { IconCamera } from "@tabler/icons-react";
import { useState } from "react";
import { type PhotoFailure, type SmallPhoto, shrinkPhoto } from "./shrinkPhoto.ts";
import { useTexts } from "./texts/useTexts.ts";

type PhotoButtonProps = {
  readonly label: string;
  readonly loading?: boolean;
  readonly onPhoto: (photo: SmallPhoto) => void;
};

export function PhotoButton({ label, loading = false, onPhoto }: PhotoButtonProps) {
  const { t } = useTexts();
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<PhotoFailure | null>(null);
  async function take(file: File | null): Promise<void> {
    if (file === null) return;
    setFailure(null);
    setWorking(true);
    const photo = await shrinkPhoto(file);
    setWorking(false);
    if (typeof photo === "string") setFailure(photo);
    else onPhoto(photo);
  }
  return (
    <div className="ticket-photo-choice">
      <FileButton accept="image/*" onChange={(file) => void take(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<IconCamera size={18} aria-hidden="true" />}
            loading={working || loading}
          >
            {label}
          </Button>
        )}
      </FileButton>
      {failure !== null && (
        <p className="ticket-problem small" role="alert">
          {t(failure)}
        </p>
      )}
    </div>
  );
}
