// Owns the places as people see them: in groups at the side, in a bar with a "more" sheet on a phone.
import { IconDots } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useAccount } from "../account/account.ts";
import { AlertBadge } from "../alerts/AlertBadge.tsx";
import { useHubQuery } from "../client/hubQuery.ts";
import { InstallLine } from "./InstallHint.tsx";
import { addressOf, isAt, type Place, placeGroups, splitForPhone } from "./navigation.ts";

export function PlaceList({ places: allowed }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation();
  const [location] = useLocation();
  const { bar, more } = splitForPhone(allowed);
  return (
    <>
      <nav className="shell-places" aria-label={t("app.navigation")}>
        {placeGroups.map((group) => {
          const within = allowed.filter((place) => place.group === group);
          if (within.length === 0) return null;
          return (
            <section key={group} className="shell-group" aria-label={t(`navGroup.${group}`)}>
              {within.length > 1 && (
                <p className="shell-group-name" aria-hidden="true">
                  {t(`navGroup.${group}`)}
                </p>
              )}
              {within.map((place) => (
                <PlaceLink key={place.name} place={place} location={location} />
              ))}
            </section>
          );
        })}
      </nav>
      <nav className="shell-bar" aria-label={t("app.navigation")}>
        {bar.map((place) => (
          <PlaceLink key={place.name} place={place} location={location} />
        ))}
        {more.length > 0 && <MorePlaces places={more} location={location} />}
      </nav>
    </>
  );
}

type PlaceLinkProps = { readonly place: Place; readonly location: string };

function PlaceLink({ place, location }: PlaceLinkProps) {
  const { t } = useTranslation();
  const { name, short = name, icon: Icon } = place;
  return (
    <Link
      href={addressOf(place)}
      className="shell-place"
      aria-current={isAt(place, location) ? "page" : undefined}
    >
      <span className="shell-place-icon">
        <Icon size={21} stroke={1.75} aria-hidden="true" />
        {name === "quarantine" && <QuarantineBadge />}
        {name === "tickets" && <TicketsBadge />}
        {name === "alerts" && <AlertBadge />}
      </span>
      <span className="shell-place-long">{t(`nav.${name}`)}</span>
      <span className="shell-place-short">{t(`nav.${short}`)}</span>
    </Link>
  );
}

function MorePlaces({ places, location }: { readonly places: readonly Place[]; readonly location: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) sheet.current?.showModal();
  }, [open]);
  const here = places.some((place) => isAt(place, location));
  return (
    <>
      <button
        type="button"
        className="shell-place"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-current={here ? "true" : undefined}
        onClick={() => setOpen(true)}
      >
        <span className="shell-place-icon">
          <IconDots size={21} stroke={1.75} aria-hidden="true" />
          {places.some(({ name }) => name === "alerts") && <AlertBadge />}
        </span>
        <span className="shell-place-short">{t("nav.more")}</span>
      </button>
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself
        <dialog
          ref={sheet}
          className="shell-sheet"
          aria-label={t("nav.more")}
          onClose={() => setOpen(false)}
          onClick={() => sheet.current?.close()}
        >
          <div className="shell-sheet-places">
            {places.map((place) => (
              <PlaceLink key={place.name} place={place} location={location} />
            ))}
          </div>
          <InstallLine />
        </dialog>
      )}
    </>
  );
}

function TicketsBadge() {
  const { t } = useTranslation();
  const mine = useHubQuery("countTickets", {}).data?.mine ?? 0;
  if (mine === 0) return null;
  return (
    <span className="shell-badge" title={t("nav.ticketsCount", { count: mine })}>
      {mine > 99 ? "99+" : mine}
    </span>
  );
}

function QuarantineBadge() {
  const { t } = useTranslation();
  const sees = useAccount().permissions.includes("rooms.view");
  const quarantined = useHubQuery("board", {}, { enabled: sees }).data?.quarantined ?? 0;
  if (quarantined === 0) return null;
  return (
    <span className="shell-badge" title={t("nav.quarantineCount", { count: quarantined })}>
      {quarantined > 99 ? "99+" : quarantined}
    </span>
  );
}
