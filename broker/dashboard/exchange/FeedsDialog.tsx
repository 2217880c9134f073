// Owns the addresses of calendars for phones: choose a room or class, copy or scan, and change them all when one got out.
//
// For the timetable page: `<FeedsDialog mayRenew={…} onClose={…} />`, loaded lazily.
import { Button, Select } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { hubKey, useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { QrCode } from "../enrolment/QrCode.tsx";
import { CopyText } from "../parts/CopyText.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { LoadingRows } from "../parts/states.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./exchange.css";

export type FeedsDialogProps = { readonly mayRenew: boolean; readonly onClose: () => void };

export function FeedsDialog({ mayRenew, onClose }: FeedsDialogProps) {
  const t = useTexts();
  const client = useQueryClient();
  const feeds = useHubQuery("listFeeds", {});
  const renew = useHubMutation("renewFeeds");
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const list = feeds.data ?? [];
  const feed = list.find(({ id }) => id === chosen) ?? list[0];
  const items = (of: "room" | "class") =>
    list.filter((each) => each.of === of).map(({ id, name }) => ({ value: id, label: name }));
  const change = () =>
    renew.mutate(
      {},
      {
        onSuccess(fresh) {
          client.setQueryData(hubKey("listFeeds", {}), fresh);
          setAsking(false);
          notifications.show({ color: "lagoon", message: t("renewed") });
        },
      },
    );
  return (
    <Dialog opened onClose={onClose} title={t("feedsTitle")} size={560}>
      <div className="form-rows">
        <p>{t("feedsText")}</p>
        {feeds.isPending && <LoadingRows rows={2} height={48} />}
        <FormError error={feeds.error ?? renew.error} />
        {feed !== undefined && (
          <>
            <Select
              label={t("feedOf")}
              value={feed.id}
              onChange={setChosen}
              allowDeselect={false}
              searchable
              data={[
                { group: t("room"), items: items("room") },
                { group: t("class"), items: items("class") },
              ].filter((group) => group.items.length > 0)}
            />
            <div className="exchange-feed">
              <div className="exchange-qr">
                <QrCode text={feed.url} label={t("scan")} />
              </div>
              <div className="exchange-address">
                <span className="code small">{feed.url}</span>
                <CopyText value={feed.url} label={t("copy")} />
                <p className="soft small">{t("scan")}</p>
              </div>
            </div>
            <p className="soft small">{t("feedsSecret")}</p>
          </>
        )}
        {mayRenew &&
          feed !== undefined &&
          (asking ? (
            <div className="exchange-renew">
              <p>{t("renewText")}</p>
              <Button color="red" loading={renew.isPending} onClick={change}>
                {t("renewSure")}
              </Button>
            </div>
          ) : (
            <div className="form-end">
              <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
                {t("renew")}
              </Button>
            </div>
          ))}
      </div>
    </Dialog>
  );
}
