// Owns the picture of each kind of room.
import type { Room } from "../../../api/rooms.ts";
import type { EmblemName } from "../../parts/emblemNames.ts";

export const roomKinds = ["kidsmart", "classroom", "office", "functional"] as const;

export const roomPictures: Readonly<Record<Room["kind"], EmblemName>> = {
  kidsmart: "desktop-computer",
  classroom: "teddy-bear",
  office: "printer",
  functional: "drum",
};
