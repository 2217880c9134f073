// Owns the condition of a device in cards: what changes slowly, and what of it a person should act on.
import type { ReactNode } from "react";
import type { Condition } from "../../../protocol/records/condition.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";

export function ConditionCards({ deviceId }: { readonly deviceId: string }) {
  const { t } = useTexts();
  const format = useFormat();
  const now = useHubNow(60_000);
  const told = useHubQuery("showCondition", { params: { deviceId } });
  if (told.data === undefined)
    return told.isError ? (
      <ErrorState error={told.error} onRetry={() => void told.refetch()} />
    ) : (
      <LoadingRows rows={3} height={120} />
    );
  const { condition } = told.data;
  if (condition === null)
    return <EmptyState emblem="owl" title={t("noCondition")} hint={t("noConditionHint")} />;
  const { unmeasured } = condition.body;
  return (
    <>
      <p className="soft small condition-when">
        {t("measuredAt", { when: format.ago(condition.at, now) })}
        {unmeasured.length > 0 && (
          <span className="condition-unmeasured">
            {t("unmeasured", {
              sources: unmeasured
                .map(({ source, reason }) => `${source} (${t(`unmeasuredReason.${reason}`)})`)
                .join(", "),
            })}
          </span>
        )}
      </p>
      <Cards condition={condition.body} />
    </>
  );
}

function Cards({ condition }: { readonly condition: Condition }) {
  const { t } = useTexts();
  const { disks, volumes, displays, usb } = condition;
  return (
    <div className="condition-cards">
      <Card name={t("card.volumes")} list={volumes}>
        {volumes?.map((volume) => (
          <Volume key={volume.mount} volume={volume} />
        ))}
      </Card>
      <Card name={t("card.disks")} list={disks}>
        {disks?.map((disk) => (
          <Disk key={disk.name} disk={disk} />
        ))}
      </Card>
      <Card name={t("card.link")} list={condition.link && [condition.link]}>
        {condition.link !== null && <Link link={condition.link} />}
      </Card>
      <Card name={t("card.power")} list={condition.power && [condition.power]}>
        {condition.power !== null && <Power power={condition.power} />}
      </Card>
      <Card name={t("card.updates")} list={condition.updates && [condition.updates]}>
        {condition.updates !== null && <Updates updates={condition.updates} />}
      </Card>
      <Clock clock={condition.clock} />
      <Card name={t("card.sound")} list={condition.sound}>
        {condition.sound?.map((sound) => (
          <Sound key={sound.name} sound={sound} />
        ))}
      </Card>
      <Card name={t("card.input")} list={condition.input && [condition.input]}>
        {condition.input !== null && (
          <Facts
            facts={[
              [t("input.mice"), String(condition.input.mice)],
              [t("input.keyboards"), String(condition.input.keyboards)],
              [t("input.touchScreens"), String(condition.input.touchScreens)],
            ]}
          />
        )}
      </Card>
      <Card name={t("card.displays")} list={displays}>
        {displays?.map(({ connector, model, widthPx, heightPx }) => (
          <p key={`${connector} ${model}`}>
            <strong>{model ?? connector}</strong>
            <span className="soft">
              {[connector, widthPx !== null && `${widthPx} × ${heightPx}`].filter(Boolean).join(" · ")}
            </span>
          </p>
        ))}
      </Card>
      <Card name={t("card.usb")} list={usb}>
        {usb?.map(({ id, name }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of the same kind may be plugged in
          <p key={`${id} ${index}`}>
            <strong>{name ?? id}</strong>
            {name !== null && <span className="soft code">{id}</span>}
          </p>
        ))}
      </Card>
      <Counts counts={condition.counts} />
    </div>
  );
}

type CardProps = {
  readonly name: string;
  /** Null: it could not be asked; empty: there is none. */
  readonly list: readonly unknown[] | null;
  readonly children?: ReactNode;
};

function Card({ name, list, children }: CardProps) {
  const { t } = useTexts();
  return (
    <section className="card condition-card">
      <h3>{name}</h3>
      {list === null ? (
        <p className="soft small">{t("notMeasured")}</p>
      ) : list.length === 0 ? (
        <p className="condition-bad">{t("nothingThere")}</p>
      ) : (
        children
      )}
    </section>
  );
}

type Of<Key extends keyof Condition> = NonNullable<Condition[Key]>;
type One<Key extends keyof Condition> = Of<Key> extends readonly (infer Item)[] ? Item : Of<Key>;

function Volume({ volume }: { readonly volume: One<"volumes"> }) {
  const { t } = useTexts();
  const format = useFormat();
  const { mount, sizeMiB, freeMiB, holdsData } = volume;
  const used = sizeMiB === 0 ? 0 : 1 - freeMiB / sizeMiB;
  const tight = used > 0.9 || (holdsData && freeMiB < 2048);
  return (
    <div>
      <p>
        <strong>{mount}</strong>
        <span className={tight ? "condition-bad" : "soft"}>
          {t("volume.free", { free: format.size(freeMiB), size: format.size(sizeMiB) })}
        </span>
      </p>
      <span className={`condition-bar${tight ? " condition-bar-bad" : ""}`} aria-hidden="true">
        <span style={{ width: `${(used * 100).toFixed(1)}%` }} />
      </span>
      {holdsData && <span className="soft small">{t("volume.holdsData")}</span>}
    </div>
  );
}

function Disk({ disk }: { readonly disk: One<"disks"> }) {
  const { t } = useTexts();
  const format = useFormat();
  const { name, model, sizeMiB, smart } = disk;
  const count = (
    value: number | null | undefined,
    key: "disk.reallocated" | "disk.pending" | "disk.hours",
  ) =>
    value == null || (value === 0 && key !== "disk.hours")
      ? null
      : t(key, { count: value, formatted: format.number(value) });
  const details = [
    smart?.wearPercent == null ? null : t("disk.wear", { value: format.percent(smart.wearPercent) }),
    count(smart?.reallocatedSectors, "disk.reallocated"),
    count(smart?.pendingSectors, "disk.pending"),
    count(smart?.powerOnHours, "disk.hours"),
    smart?.temperatureC == null ? null : format.degrees(smart.temperatureC),
  ].filter((part) => part !== null);
  return (
    <div>
      <p>
        <strong>{model ?? name}</strong>
        <span className="soft">{format.size(sizeMiB)}</span>
      </p>
      <p>
        {smart?.verdict == null ? (
          <span className="soft">{t("disk.unknown")}</span>
        ) : (
          <span className={smart.verdict === "failing" ? "condition-bad" : "condition-good"}>
            {t(`disk.${smart.verdict}`)}
          </span>
        )}
      </p>
      {details.length > 0 && <span className="soft small">{details.join(" · ")}</span>}
    </div>
  );
}

function Link({ link }: { readonly link: One<"link"> }) {
  const { t } = useTexts();
  const format = useFormat();
  const { kind, speedMbps, signalPercent, roundTripMs, lostPercent } = link;
  const facts: [string, string, boolean?][] = [];
  if (speedMbps !== null)
    facts.push([t("link.speed"), `${format.number(speedMbps)} Mbit/s`, speedMbps < 100]);
  if (signalPercent !== null)
    facts.push([t("link.signal"), format.percent(signalPercent), signalPercent < 35]);
  if (roundTripMs !== null)
    facts.push([t("link.roundTrip"), `${format.number(roundTripMs)} ms`, roundTripMs > 500]);
  if (lostPercent !== null) facts.push([t("link.lost"), format.percent(lostPercent), lostPercent > 5]);
  return (
    <>
      <p>
        <strong>{t(`link.${kind}`)}</strong>
        {link.interface !== null && <span className="soft code">{link.interface}</span>}
      </p>
      <Facts facts={facts} />
    </>
  );
}

function Power({ power }: { readonly power: One<"power"> }) {
  const { t } = useTexts();
  const format = useFormat();
  const { onMains, batteries } = power;
  if (onMains === null && batteries.length === 0) return <p className="soft">{t("power.desktop")}</p>;
  return (
    <>
      {onMains !== null && (
        <p className={onMains ? "condition-good" : "condition-bad"}>
          {t(onMains ? "power.mains" : "power.battery")}
        </p>
      )}
      {batteries.map(({ name, kind, percent, state, wearPercent }) => (
        <p key={name}>
          <strong>{t(`power.kind.${kind}`)}</strong>
          <span className="soft">
            {[
              percent === null ? null : format.percent(percent),
              state === null ? null : t(`power.state.${state}`),
              wearPercent === null ? null : t("power.wear", { value: format.percent(wearPercent) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
      ))}
    </>
  );
}

function Updates({ updates }: { readonly updates: One<"updates"> }) {
  const { t } = useTexts();
  const { pending, security, restartNeeded } = updates;
  return (
    <>
      {pending !== null && (
        <p>{pending === 0 ? t("updates.none") : t("updates.pending", { count: pending })}</p>
      )}
      {security !== null && security > 0 && (
        <p className="condition-bad">{t("updates.security", { count: security })}</p>
      )}
      {restartNeeded === true && <p className="condition-bad">{t("updates.restart")}</p>}
    </>
  );
}

function Clock({ clock }: { readonly clock: One<"clock"> }) {
  const { t } = useTexts();
  const format = useFormat();
  const { offsetMs } = clock;
  const isOff = offsetMs !== null && Math.abs(offsetMs) > 60_000;
  return (
    <section className="card condition-card">
      <h3>{t("card.clock")}</h3>
      <p className={isOff ? "condition-bad" : undefined}>
        {offsetMs === null
          ? t("clock.unknown")
          : t(isOff ? "clock.off" : "clock.right", { span: format.span(offsetMs) })}
      </p>
    </section>
  );
}

function Sound({ sound }: { readonly sound: One<"sound"> }) {
  const { t } = useTexts();
  const format = useFormat();
  return (
    <p>
      <strong>{sound.name}</strong>
      <span className={sound.muted === true ? "condition-bad" : "soft"}>
        {sound.muted === true
          ? t("sound.muted")
          : sound.volumePercent !== null && t("sound.volume", { value: format.percent(sound.volumePercent) })}
      </span>
    </p>
  );
}

function Counts({ counts }: { readonly counts: Condition["counts"] }) {
  const { t } = useTexts();
  const format = useFormat();
  const names = ["powerLosses", "kioskStarts", "kioskCrashes", "gameCrashes"] as const;
  return (
    <section className="card condition-card">
      <h3>{t("card.counts")}</h3>
      <Facts facts={names.map((name) => [t(`counts.${name}`), format.number(counts[name])])} />
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly (readonly [string, string, boolean?])[] }) {
  return (
    <dl className="condition-facts">
      {facts.map(([name, value, bad]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={bad === true ? "condition-bad" : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
