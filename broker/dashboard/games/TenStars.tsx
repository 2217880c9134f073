// Owns the share of questions right at the first try as a teacher would count it: of ten, so many.
import { useTexts } from "./texts/useTexts.ts";

const star = "M8 1.2l2.1 4.3 4.7.7-3.4 3.3.8 4.7L8 12l-4.2 2.2.8-4.7L1.2 6.2l4.7-.7z";
const places = Array.from({ length: 10 }, (_, place) => place);

export function TenStars({ percent }: { readonly percent: number }) {
  const { t } = useTexts();
  const count = Math.round(percent / 10);
  const label = t("stars", { count });
  return (
    <span className="ten-stars" role="img" aria-label={label} title={label}>
      {places.map((place) => (
        <svg
          key={place}
          viewBox="0 0 16 16"
          width={17}
          height={17}
          aria-hidden="true"
          data-right={place < count || undefined}
        >
          <path d={star} />
        </svg>
      ))}
    </span>
  );
}
