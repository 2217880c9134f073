// Owns the dialog that makes a key and shows it this once.
import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { mayBeInKey } from "../../api/integrations.ts";
import { type Permission, permission } from "../../api/permissions.ts";
import { useAccount } from "../account/account.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { CopyText } from "../parts/CopyText.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { permissionText } from "./permissionText.ts";
import { useTexts } from "./texts/useTexts.ts";

const lengths = ["30", "365", "1095", "forever"] as const;
type Length = (typeof lengths)[number];

export function NewKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, common } = useTexts();
  const { permissions: own } = useAccount();
  const client = useQueryClient();
  const create = useHubMutation("createAccessKey");
  const [name, setName] = useState("");
  const [length, setLength] = useState<Length>("365");
  const [chosen, setChosen] = useState<readonly Permission[]>(["devices.view"]);
  const offered = permission.options.filter((each) => mayBeInKey(each) && own.includes(each));
  const ready = name.trim() !== "" && chosen.length > 0;
  const send = () =>
    create.mutate(
      {
        body: {
          name: name.trim(),
          permissions: [...chosen],
          days: length === "forever" ? null : Number(length),
        },
      },
      { onSuccess: () => void client.invalidateQueries({ queryKey: ["listAccessKeys"] }) },
    );
  if (create.data !== undefined)
    return (
      // Nothing but the button closes it: a click beside it would lose the key for good.
      <Dialog
        opened
        onClose={onClose}
        title={t("made")}
        size="md"
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
      >
        <div className="form-rows">
          <p>{t("madeText")}</p>
          <output className="integrations-code code">{create.data.token}</output>
          <div className="form-end">
            <CopyText value={create.data.token} label={t("copyKey")} />
            <Button onClick={onClose}>{t("done")}</Button>
          </div>
        </div>
      </Dialog>
    );
  return (
    <Dialog opened onClose={onClose} title={t("addKey")} size="md">
      <form
        className="form-rows"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) send();
        }}
      >
        <TextInput
          label={t("keyName")}
          placeholder={t("keyNameHint")}
          maxLength={60}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
          data-autofocus
        />
        <Select
          label={t("keyLasts")}
          data={lengths.map((each) => ({ value: each, label: t(`days.${each}`) }))}
          value={length}
          allowDeselect={false}
          onChange={(value) => setLength(value ?? "365")}
        />
        <Checkbox.Group
          label={t("keyMay")}
          value={[...chosen]}
          onChange={(values) => setChosen(offered.filter((each) => values.includes(each)))}
        >
          <div className="integrations-permissions">
            {offered.map((each) => (
              <Checkbox key={each} value={each} label={permissionText(t, each)} />
            ))}
          </div>
        </Checkbox.Group>
        <FormError error={create.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button type="submit" disabled={!ready} loading={create.isPending}>
            {t("addKey")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
