// Owns the form for many stations at once: which room, from which number, how many; and what they will be.
import { Button, NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { emblemNames } from "../parts/emblemNames.ts";
import { FormError } from "../parts/FormError.tsx";
import type { MadeFile } from "./FileMade.tsx";
import { nextNumber, planStations } from "./stationRow.ts";
import { useTexts } from "./texts/useTexts.ts";

type FileFormProps = {
  readonly roomId: string | null;
  readonly onMade: (file: MadeFile) => void;
  readonly onCancel: () => void;
};

/** Of a usual Kidsmart room. */
const usualCount = 10;
const highestNumber = 99;

export function FileForm({ roomId, onMade, onCancel }: FileFormProps) {
  const { t } = useTranslation();
  const texts = useTexts();
  const rooms = useHubQuery("listRooms", {});
  const devices = useHubQuery("listDevices", {});
  const create = useHubMutation("createEnrolmentFile");
  const [room, setRoom] = useState(roomId);
  const [first, setFirst] = useState<number | string>("");
  const [count, setCount] = useState<number | string>(usualCount);
  const taken = devices.data ?? [];
  const from = first === "" ? nextNumber(taken, room) : Number(first);
  const many = Number(count);
  const countWrong = !Number.isInteger(many) || many < 1 || many > highestNumber;
  const tooHigh = !countWrong && from + many - 1 > highestNumber;
  const { stations, clashes } = planStations({
    first: from,
    count: countWrong ? 0 : many,
    roomId: room,
    taken,
    emblems: emblemNames,
    nameOf: (number) => t("devices.number", { number }),
  });
  const firstError = tooHigh
    ? texts("file.tooHigh")
    : clashes.length > 0
      ? texts("file.taken", { numbers: clashes.join(", ") })
      : null;
  const ready = !countWrong && firstError === null && devices.data !== undefined;

  return (
    <form
      className="form-rows"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready)
          create.mutate({ body: { roomId: room as never, stations: [...stations] } }, { onSuccess: onMade });
      }}
    >
      <p className="soft">{texts("file.intro")}</p>
      <Select
        label={texts("file.room")}
        placeholder={t("enrol.roomPlaceholder")}
        data={(rooms.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={room}
        onChange={setRoom}
        clearable
      />
      <div className="form-pair">
        <NumberInput
          label={texts("file.first")}
          placeholder={String(from)}
          min={1}
          max={highestNumber}
          allowDecimal={false}
          value={first}
          onChange={setFirst}
          error={firstError}
        />
        <NumberInput
          label={texts("file.count")}
          min={1}
          max={highestNumber}
          allowDecimal={false}
          value={count}
          onChange={setCount}
          error={countWrong ? texts("file.countRule") : null}
        />
      </div>
      {stations.length > 0 && (
        <div>
          <p className="small soft">{texts("file.preview")}</p>
          <ul className="stick-stations">
            {stations.map(({ deviceName, stationNumber, emblem }) => (
              <li key={stationNumber}>
                <Emblem name={emblem} size={26} />
                {deviceName}
              </li>
            ))}
          </ul>
        </div>
      )}
      <FormError error={create.error} />
      <div className="form-end">
        <Button variant="default" onClick={onCancel}>
          {t("app.cancel")}
        </Button>
        <Button type="submit" loading={create.isPending} disabled={!ready}>
          {texts("file.make")}
        </Button>
      </div>
    </form>
  );
}
