// Owns a place that is being built.
export function RoomPage() {
  return null;
}
