// Owns the frame of every dialog: Mantine's modal with a close button that screen readers can name.
import { Modal, type ModalProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function Dialog(props: ModalProps) {
  const { t } = useTranslation();
  return <Modal closeButtonProps={{ "aria-label": t("app.close") }} {...props} />;
}
