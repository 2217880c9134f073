// Owns names in narrow cells, where every name is a class's or a room's: "Lớp Thỏ Trắng" reads "Thỏ Trắng". Pure.

export const shortClassName = (name: string): string => name.replace(/^(lớp|class)\s+(?=\S)/iu, "");

export const shortRoomName = (name: string): string => name.replace(/^(phòng|room)\s+(?=\S)/iu, "");
