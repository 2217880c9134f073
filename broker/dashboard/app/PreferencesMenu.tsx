// Owns the choices that belong to a person's browser: language, light or dark, the own password and signing out.
import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import {
  IconBrightnessAuto,
  IconCheck,
  IconKey,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSettings,
  IconSun,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Language, languages, switchLanguage } from "../text/i18n.ts";

const languageName = { vi: "app.vietnamese", en: "app.english" } as const;
const schemes = [
  { scheme: "light", icon: IconSun },
  { scheme: "dark", icon: IconMoon },
  { scheme: "auto", icon: IconBrightnessAuto },
] as const;

type PreferencesMenuProps = {
  /** Left out where nobody is signed in. */
  readonly account?: { readonly onSignOut: () => void; readonly onChangePassword: () => void };
};

export function PreferencesMenu({ account }: PreferencesMenuProps) {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (language: Language) => void switchLanguage(i18n, language, localStorage);
  return (
    <Menu position="bottom-end" width={220} shadow="md">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={`${t("app.more")}: ${t("app.language")}`}
        >
          {account === undefined ? (
            <IconLanguage size={20} stroke={1.75} />
          ) : (
            <IconSettings size={20} stroke={1.75} />
          )}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("app.language")}</Menu.Label>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            onClick={() => choose(language)}
            rightSection={i18n.language === language && <IconCheck size={16} />}
          >
            {t(languageName[language])}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t("app.colourScheme")}</Menu.Label>
        {schemes.map(({ scheme, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} />}
            onClick={() => setColorScheme(scheme)}
            rightSection={colorScheme === scheme && <IconCheck size={16} />}
          >
            {t(`app.${scheme}`)}
          </Menu.Item>
        ))}
        {account !== undefined && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconKey size={16} />} onClick={account.onChangePassword}>
              {t("password.title")}
            </Menu.Item>
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={account.onSignOut}>
              {t("app.signOut")}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
