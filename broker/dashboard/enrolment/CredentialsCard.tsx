// Owns the card of a device's key: how old it is, a new one, another machine in its place; and the notice that two machines use it.
import { Alert, Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconKey, IconLock, IconLockOpen } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DevicePage } from "../../api/devices.ts";
import { usePermission } from "../account/account.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { FormError } from "../parts/FormError.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { ReplaceDeviceDialog } from "./ReplaceDeviceDialog.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./enrolment.css";

type DeviceProps = { readonly device: DevicePage };

export function CredentialsCard({ device }: DeviceProps) {
  const texts = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const mayManage = usePermission("devices.manage");
  const params = { deviceId: device.deviceId };
  const state = useHubQuery("showCredentials", { params });
  const rotate = useHubMutation("rotateSecret");
  const [replacing, setReplacing] = useState(false);
  const revoked = device.revokedAt !== null;
  const isAgent = device.agentVersion !== null || state.data?.encrypted != null;
  const order = () =>
    rotate.mutate(
      { params },
      {
        onSuccess: () => {
          notifications.show({ message: texts("key.rotated", { name: device.name }) });
          void client.invalidateQueries({ queryKey: ["showCredentials"] });
        },
      },
    );
  return (
    <section className="card device-card-box">
      <h2>{texts("key.title")}</h2>
      {state.data === undefined ? (
        state.isError ? (
          <ErrorState error={state.error} onRetry={() => void state.refetch()} />
        ) : (
          <LoadingRows rows={1} height={48} />
        )
      ) : (
        <div className="key-lines">
          <p>
            <IconKey size={18} aria-hidden="true" />
            {texts("key.since", { date: format.day(state.data.secretSince) })}
          </p>
          {!revoked && (
            <p className="soft">
              {state.data.encrypted === true ? (
                <IconLock size={18} aria-hidden="true" />
              ) : (
                <IconLockOpen size={18} aria-hidden="true" />
              )}
              {texts(
                state.data.encrypted === null
                  ? "key.away"
                  : state.data.encrypted
                    ? "key.encrypted"
                    : "key.plain",
              )}
            </p>
          )}
          {state.data.askedAt !== null && (
            <p className="small key-wait" role="status">
              {texts(state.data.offered ? "key.offered" : "key.asked")}
            </p>
          )}
        </div>
      )}
      <FormError error={rotate.error} />
      {mayManage && (
        <div className="key-actions">
          {!revoked && isAgent && (
            <Button
              size="compact-md"
              variant="light"
              onClick={order}
              loading={rotate.isPending}
              disabled={state.data === undefined || state.data.askedAt !== null}
            >
              {texts("key.rotate")}
            </Button>
          )}
          <Button size="compact-md" variant="light" onClick={() => setReplacing(true)}>
            {texts("key.replace")}
          </Button>
        </div>
      )}
      {replacing && <ReplaceDeviceDialog device={device} onClose={() => setReplacing(false)} />}
    </section>
  );
}

/** Nothing while nobody misuses the key. */
export function UsedTwiceNotice({ device }: DeviceProps) {
  const texts = useTexts();
  const format = useFormat();
  const now = useHubNow(60_000);
  const client = useQueryClient();
  const mayManage = usePermission("devices.manage");
  const params = { deviceId: device.deviceId };
  const { data } = useHubQuery("showCredentials", { params });
  const settle = useHubMutation("settleUsedTwice");
  if (data == null || data.usedTwice === null) return null;
  const { at, addresses } = data.usedTwice;
  return (
    <Alert
      color="red"
      className="device-notice"
      icon={<IconAlertTriangle size={20} />}
      title={texts("key.twiceTitle")}
    >
      <p>
        {texts("key.twiceText", {
          when: format.moment(at, now),
          name: device.name,
          addresses: addresses.join(", "),
        })}
      </p>
      <FormError error={settle.error} />
      {mayManage && (
        <Button
          mt="xs"
          size="compact-md"
          variant="default"
          loading={settle.isPending}
          onClick={() =>
            settle.mutate(
              { params },
              { onSuccess: () => void client.invalidateQueries({ queryKey: ["showCredentials"] }) },
            )
          }
        >
          {texts("key.settle")}
        </Button>
      )}
    </Alert>
  );
}
