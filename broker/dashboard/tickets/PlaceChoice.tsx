// Owns choosing where something is broken: own rooms first, devices by their emblem and number, or another thing in the room.
import { TextInput } from "@mantine/core";
import { IconSearch, IconTool } from "@tabler/icons-react";
import { useState } from "react";
import type { TicketPlace } from "../../api/tickets.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { plainText } from "../text/searchText.ts";
import { useTexts } from "./texts/useTexts.ts";

export type BrokenPlace = {
  readonly room: TicketPlace;
  /** Null: another thing in the room. */
  readonly device: TicketPlace["devices"][number] | null;
};

type PlaceChoiceProps = {
  readonly places: readonly TicketPlace[];
  readonly onChoose: (place: BrokenPlace) => void;
};

/** From here on looking through is slower than typing. */
const searchedFrom = 12;

export function PlaceChoice({ places, onChoose }: PlaceChoiceProps) {
  const { t } = useTexts();
  const [wanted, setWanted] = useState("");
  const needle = plainText(wanted.trim());
  const fits = (...names: (string | null)[]) => names.some((name) => plainText(name ?? "").includes(needle));
  const all = places.reduce((sum, { devices }) => sum + devices.length + 1, 0);
  const shown = places
    .map((room) => ({
      room,
      devices: fits(room.name, room.className) ? room.devices : room.devices.filter(({ name }) => fits(name)),
    }))
    .filter(({ room, devices }) => devices.length > 0 || fits(room.name, room.className));
  return (
    <div className="ticket-where">
      <h3>{t("new.where")}</h3>
      {all > searchedFrom && (
        <TextInput
          aria-label={t("new.whereSearch")}
          placeholder={t("new.whereSearch")}
          leftSection={<IconSearch size={18} aria-hidden="true" />}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      )}
      {shown.map(({ room, devices }) => (
        <section key={room.roomId ?? "none"} aria-label={room.name || t("new.noRoomDevices")}>
          <h4>
            {room.name || t("new.noRoomDevices")}
            {room.own && <span className="tag ticket-tag-own">{t("new.own")}</span>}
          </h4>
          <div className="ticket-devices">
            {devices.map((device) => (
              <button
                key={device.deviceId}
                type="button"
                className="ticket-device"
                onClick={() => onChoose({ room, device })}
              >
                <Emblem name={device.emblem} size={32} />
                <span>{device.name}</span>
              </button>
            ))}
            {room.roomId !== null && (
              <button
                type="button"
                className="ticket-device ticket-device-thing"
                onClick={() => onChoose({ room, device: null })}
              >
                <IconTool size={24} stroke={1.6} aria-hidden="true" />
                <span>{t("new.thing")}</span>
              </button>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

export function PlaceName({ place: { room, device } }: { readonly place: BrokenPlace }) {
  const { t } = useTexts();
  return (
    <span className="ticket-chosen-place">
      {device === null ? (
        <IconTool size={30} stroke={1.6} aria-hidden="true" />
      ) : (
        <Emblem name={device.emblem} size={36} />
      )}
      <span>
        <strong>{device?.name ?? t("new.thing")}</strong>
        <span className="soft small">{room.name || t("new.noRoomDevices")}</span>
      </span>
    </span>
  );
}
