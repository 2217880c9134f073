// Owns the notices for parents, all that hold today at once.
import type { Classroom } from "../../../protocol/documents/classroom.ts";
import type { LocalDate } from "../../../protocol/timetable/timetable.ts";
import { Picture } from "../scene/Picture.tsx";
import { noticesOn } from "./dayView.ts";
import { Nothing } from "./Nothing.tsx";
import styles from "./NoticesPage.module.css";
import { useClassroomWords } from "./useClassroom.ts";

type NoticesPageProps = { readonly classroom: Classroom | null; readonly today: LocalDate | null };

export function NoticesPage({ classroom, today }: NoticesPageProps) {
  const words = useClassroomWords();
  if (today === null)
    return <Nothing picture="alarm-clock" title={words.noNotices} text={words.dateUnknown} />;
  const notices = noticesOn(classroom, today);
  if (notices.length === 0)
    return <Nothing picture="megaphone" title={words.noNotices} text={words.noNoticesText} />;
  return (
    <div className={styles["notices"]} data-count={Math.min(notices.length, 3)}>
      {notices.map((notice) => (
        <article key={notice.id} className={styles["notice"]}>
          <Picture name={notice.picture} />
          <div>
            <h2>{notice.title}</h2>
            <p>{notice.text}</p>
            <small>{words.untilDate(notice.untilDate)}</small>
          </div>
        </article>
      ))}
    </div>
  );
}
