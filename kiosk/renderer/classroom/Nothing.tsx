// Owns how a page of the classroom screen says that nobody wrote anything for it, and where to.
import { Picture } from "../scene/Picture.tsx";
import styles from "./QuietPage.module.css";

type NothingProps = { readonly picture: string; readonly title: string; readonly text: string };

export function Nothing({ picture, title, text }: NothingProps) {
  return (
    <div className={styles["quiet"]}>
      <Picture name={picture} />
      <div className={styles["words"]}>
        <h1>{title}</h1>
        <p>{text}</p>
      </div>
    </div>
  );
}
