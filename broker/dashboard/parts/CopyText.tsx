// Owns the button that copies a text, also where the dashboard is opened over plain HTTP and browsers withhold the clipboard.
import { Button } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { type MouseEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

const copiedForMs = 2_500;

export function CopyText({ value, label }: { readonly value: string; readonly label: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = window.setTimeout(() => setCopied(false), copiedForMs);
    return () => window.clearTimeout(timer);
  }, [copied]);
  const copy = async ({ currentTarget }: MouseEvent<HTMLButtonElement>) =>
    setCopied(await copyText(value, currentTarget));
  return (
    <Button
      size="compact-sm"
      variant="light"
      leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
      onClick={(event) => void copy(event)}
    >
      {copied ? t("app.copied") : label}
    </Button>
  );
}

/** False when the browser allows neither way; the text itself stands on screen. */
async function copyText(value: string, beside: HTMLElement): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(value);
      return true;
    } catch (error) {
      // Refused by the person or the browser: the older way may still be open.
      if (!(error instanceof DOMException)) throw error;
    }
  }
  const field = document.createElement("textarea");
  field.value = value;
  field.className = "visually-hidden";
  // Beside the button: a dialog takes the focus back from anywhere outside of it.
  beside.after(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  beside.focus();
  return done;
}
