// Owns the small picture of a notice as a class's screen shows it.
import { ScreenPicture } from "./PictureChoice.tsx";
import { useTexts } from "./texts/useTexts.ts";

type NoticePreviewProps = { readonly title: string; readonly text: string; readonly picture: string };

export function NoticePreview({ title, text, picture }: NoticePreviewProps) {
  const { t } = useTexts();
  return (
    <div className="mini-screen">
      <div className="mini-notice">
        <ScreenPicture name={picture} />
        <strong>{title.trim() === "" ? t("notice.titlePlaceholder") : title}</strong>
        <p>{text.trim() === "" ? t("notice.textPlaceholder") : text}</p>
      </div>
    </div>
  );
}
