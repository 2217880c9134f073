// Owns the list of people: a table where there is room, the same rows as cards on a phone.
import { ActionIcon, Menu } from "@mantine/core";
import { IconDots, IconKey, IconLock, IconLockOpen, IconPassword, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { StaffMember } from "../../api/staff.ts";
import { useAccount } from "../account/account.ts";
import { useLetIn } from "./useLetIn.ts";

export type StaffAction = "edit" | "pin" | "password" | "lockOut";
type OnAction = (action: StaffAction, member: StaffMember) => void;

type StaffTableProps = { readonly people: readonly StaffMember[]; readonly onAction: OnAction };

export function StaffTable({ people, onAction }: StaffTableProps) {
  const { t } = useTranslation();
  const me = useAccount().staffId;
  return (
    <div className="card staff-table">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t("staff.name")}</th>
            <th scope="col">{t("staff.username")}</th>
            <th scope="col">{t("staff.roles")}</th>
            <th scope="col">{t("staff.pin")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("staff.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((member) => {
            const locked = member.disabledAt !== null;
            return (
              <tr key={member.staffId} className={locked ? "staff-locked" : undefined}>
                <td className="staff-name">
                  <strong>{member.displayName}</strong>
                  {member.staffId === me && <span className="tag">{t("staff.you")}</span>}
                  {locked && <span className="tag">{t("staff.locked")}</span>}
                </td>
                <td className="staff-username">{member.username}</td>
                <td className="staff-roles">{member.roles.map(({ name }) => name).join(", ")}</td>
                <td className={member.hasPin ? "staff-pin" : "staff-pin soft"}>
                  {t(member.hasPin ? "staff.hasPin" : "staff.noPin")}
                </td>
                <td className="staff-actions">
                  <RowMenu member={member} onAction={onAction} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function RowMenu({ member, onAction }: { readonly member: StaffMember; readonly onAction: OnAction }) {
  const { t } = useTranslation();
  const letIn = useLetIn();
  const locked = member.disabledAt !== null;
  const act = (action: StaffAction) => () => onAction(action, member);
  return (
    <Menu position="bottom-end" width={230} shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("staff.actionsFor", { name: member.displayName })}
        >
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={act("edit")}>
          {t("staff.edit")}
        </Menu.Item>
        {!locked && (
          <>
            <Menu.Item leftSection={<IconPassword size={16} />} onClick={act("pin")}>
              {t(member.hasPin ? "staff.changePin" : "staff.setPin")}
            </Menu.Item>
            <Menu.Item leftSection={<IconKey size={16} />} onClick={act("password")}>
              {t("staff.resetPassword")}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        {locked ? (
          <Menu.Item leftSection={<IconLockOpen size={16} />} onClick={() => letIn(member)}>
            {t("staff.letIn")}
          </Menu.Item>
        ) : (
          <Menu.Item color="red" leftSection={<IconLock size={16} />} onClick={act("lockOut")}>
            {t("staff.lockOut")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
