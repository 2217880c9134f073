// Owns how an emblem is drawn: the picture, or a quiet first letter when the name does not ship.
import { emblemAddress } from "./emblemNames.ts";

type EmblemProps = { readonly name: string; readonly size: number };

/** Decorative: the name beside it says the same in words. */
export function Emblem({ name, size }: EmblemProps) {
  const address = emblemAddress(name);
  if (address === null)
    return (
      <span
        className="emblem-letter"
        style={{ width: size, height: size, fontSize: size * 0.5 }}
        aria-hidden="true"
      >
        {name.slice(0, 1).toUpperCase()}
      </span>
    );
  return <img src={address} width={size} height={size} alt="" className="emblem" draggable={false} />;
}
