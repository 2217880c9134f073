// Owns the list of what is installed on a device, searched without accents.
import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { matchesSearch } from "../text/searchText.ts";
import { useTexts } from "./texts/useTexts.ts";

export function SoftwareList({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTexts();
  const format = useFormat();
  const now = useHubNow(60_000);
  const told = useHubQuery("showCondition", { params: { deviceId } });
  const [search, setSearch] = useState("");
  const software = told.data?.software;
  const shown = useMemo(
    () => software?.body.programs.filter(({ name }) => matchesSearch(search, name)) ?? [],
    [software, search],
  );
  return (
    <section className="card device-card-box">
      <h2>{t("asset.software")}</h2>
      {told.data === undefined ? (
        told.isError ? (
          <ErrorState error={told.error} onRetry={() => void told.refetch()} />
        ) : (
          <LoadingRows rows={4} height={28} />
        )
      ) : software == null ? (
        <p className="soft small">{t("asset.softwareNone")}</p>
      ) : (
        <>
          <TextInput
            className="software-search"
            type="search"
            aria-label={t("asset.softwareSearch")}
            placeholder={t("asset.softwareSearch")}
            leftSection={<IconSearch size={16} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <p className="soft small">
            {[
              t("asset.softwareOf", { shown: shown.length, count: software.body.programs.length }),
              t("asset.total", { count: software.body.total }),
              t("asset.games", { count: software.body.games.length }),
              t("measuredAt", { when: format.ago(software.at, now) }),
            ].join(" · ")}
          </p>
          {shown.length === 0 ? (
            <p className="soft">{t("asset.softwareNothing")}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls in itself must be reached by keyboard
            <ul className="software-list" tabIndex={0} aria-label={t("asset.software")}>
              {shown.map(({ name, version }) => (
                <li key={`${name} ${version}`}>
                  <span>{name}</span>
                  <span className="soft numbers">{version}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
