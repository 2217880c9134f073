// Owns the button by which commands are given to chosen devices from any page: `deviceIds` and nothing else is needed.
import { Button, type ButtonProps } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { usePermission } from "../account/account.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { CommandSender } from "./CommandSender.tsx";
import { useTexts } from "./texts/useTexts.ts";

type CommandMenuProps = {
  readonly deviceIds: readonly string[];
  readonly buttonProps?: ButtonProps;
};

/** Nothing for who may send none. */
export function CommandMenu({ deviceIds, buttonProps }: CommandMenuProps) {
  const { t } = useTexts();
  const maySend = usePermission("devices.command");
  const [open, setOpen] = useState(false);
  if (!maySend) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconSend size={17} />}
        disabled={deviceIds.length === 0}
        {...buttonProps}
        onClick={() => setOpen(true)}
      >
        {t("choose")}
      </Button>
      <Dialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t("toMany", { count: deviceIds.length })}
        size="lg"
      >
        <div className="form-rows">
          <CommandSender targets={{ deviceIds, name: null }} onSent={() => setOpen(false)} />
        </div>
      </Dialog>
    </>
  );
}
