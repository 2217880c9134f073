// Owns the picture of a game, of one of its levels, or of the station itself.
import { Emblem } from "../parts/Emblem.tsx";

/** `address` null: the station, which has no picture of its own. */
export function SpeakerPicture({
  address,
  size,
}: {
  readonly address: string | null;
  readonly size: number;
}) {
  if (address === null)
    return (
      <span className="voice-picture" style={{ width: size, height: size }}>
        <Emblem name="rabbit-face" size={Math.round(size * 0.72)} />
      </span>
    );
  return <img className="voice-picture" src={address} alt="" width={size} height={size} loading="lazy" />;
}
