// Owns the list of other programs' keys, making one and taking one back.
import { Badge, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import type { AccessKey } from "../../api/integrations.ts";
import { hubNow } from "../client/hubClock.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { permissionText } from "./permissionText.ts";
import { useTexts } from "./texts/useTexts.ts";

const NewKeyDialog = lazyPart(async () => (await import("./NewKeyDialog.tsx")).NewKeyDialog);

export function AccessKeys() {
  const { t } = useTexts();
  const keys = useHubQuery("listAccessKeys", {});
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<AccessKey | null>(null);
  return (
    <section className="integrations-keys">
      <div className="integrations-head">
        <div>
          <h2>{t("keys")}</h2>
          <p className="soft">{t("keysLead")}</p>
        </div>
        <Button leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
          {t("addKey")}
        </Button>
      </div>
      {keys.data === undefined ? (
        keys.isError ? (
          <ErrorState error={keys.error} onRetry={() => void keys.refetch()} />
        ) : (
          <LoadingRows rows={2} height={64} />
        )
      ) : keys.data.length === 0 ? (
        <div className="card">
          <EmptyState title={t("noKeys")} hint={t("noKeysHint")} emblem="owl" />
        </div>
      ) : (
        <ul className="card integrations-list">
          {keys.data.map((each) => (
            <KeyLine key={each.id} accessKey={each} onRemove={() => setRemoving(each)} />
          ))}
        </ul>
      )}
      <Suspense fallback={null}>{adding && <NewKeyDialog onClose={() => setAdding(false)} />}</Suspense>
      {removing !== null && <RemoveKeyDialog accessKey={removing} onClose={() => setRemoving(null)} />}
    </section>
  );
}

type KeyLineProps = { readonly accessKey: AccessKey; readonly onRemove: () => void };

function KeyLine({ accessKey, onRemove }: KeyLineProps) {
  const { t } = useTexts();
  const format = useFormat();
  const { name, permissions, beginsWith, createdByName, expiresAt, lastUsedAt, holds } = accessKey;
  return (
    <li className="integrations-key" data-holds={holds}>
      <IconKey size={22} aria-hidden="true" />
      <div className="integrations-key-words">
        <strong>{name}</strong> <span className="code soft small">{beginsWith}…</span>
        <div className="soft small">{permissions.map((each) => permissionText(t, each)).join(" · ")}</div>
        <div className="soft small">
          {t("by", { name: createdByName })} ·{" "}
          {lastUsedAt === null ? t("never") : t("lastUsed", { when: format.ago(lastUsedAt, hubNow()) })}
        </div>
      </div>
      {holds ? (
        <span className="soft small">
          {expiresAt === null ? t("forever") : t("until", { date: format.day(expiresAt) })}
        </span>
      ) : (
        <Badge color="red" variant="light">
          {t("ended")}
        </Badge>
      )}
      <Button variant="subtle" color="red" size="compact-sm" onClick={onRemove}>
        {t("removeKey")}
      </Button>
    </li>
  );
}

function RemoveKeyDialog({
  accessKey,
  onClose,
}: {
  readonly accessKey: AccessKey;
  readonly onClose: () => void;
}) {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const remove = useHubMutation("removeAccessKey");
  const { id, name } = accessKey;
  const take = () =>
    remove.mutate(
      { params: { accessKeyId: id } },
      {
        onSuccess: () => {
          notifications.show({ color: "lagoon", message: t("removed", { name }) });
          void client.invalidateQueries({ queryKey: ["listAccessKeys"] });
          onClose();
        },
      },
    );
  return (
    <Dialog opened onClose={onClose} title={t("removeTitle", { name })} size="sm">
      <div className="form-rows">
        <p>{t("removeText")}</p>
        <FormError error={remove.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={take} data-autofocus>
            {t("removeKey")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
