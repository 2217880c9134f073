// Owns how a picture of the emoji set is shown; an unknown name shows a star, never a broken image.
import { useState } from "react";

export function Picture({
  name,
  className,
}: {
  readonly name: string;
  readonly className?: string | undefined;
}) {
  const [missing, setMissing] = useState<string | null>(null);
  const shown = missing === name || !/^[a-z0-9-]+$/.test(name) ? "glowing-star" : name;
  return (
    <img
      src={`./pictures/${shown}.svg`}
      alt=""
      className={className}
      draggable={false}
      onError={() => setMissing(name)}
    />
  );
}
