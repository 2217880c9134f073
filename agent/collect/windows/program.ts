// Owns what the long-lived PowerShell runs: a loop that reads "<number> <question>" and answers with JSON between two marks.
// Every script below is a constant. Nothing from a hub, a kiosk or a file is ever put into one.
import { type ChildProcess, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";

/** Values are given as the system gives them; answers.ts turns them into units. */
const scripts = {
  temperature: `Get-CimInstance -Namespace root/wmi MSAcpi_ThermalZoneTemperature | Select-Object CurrentTemperature`,
  traffic: `Get-NetAdapter -Physical | Get-NetAdapterStatistics | Select-Object ReceivedBytes,SentBytes`,
  volumes: `Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=3' | Select-Object DeviceID,Size,FreeSpace`,
  disks: `Get-PhysicalDisk | ForEach-Object {
    $c = $null; try { $c = $_ | Get-StorageReliabilityCounter } catch {}
    [pscustomobject]@{ DeviceId = $_.DeviceId; Name = $_.FriendlyName; Size = $_.Size; Health = [string]$_.HealthStatus
      Wear = $c.Wear; Temperature = $c.Temperature; Hours = $c.PowerOnHours } }`,
  power: `$full = @{}; Get-CimInstance -Namespace root/wmi BatteryFullChargedCapacity -ErrorAction SilentlyContinue | ForEach-Object { $full[$_.InstanceName] = $_.FullChargedCapacity }
    $made = @(Get-CimInstance -Namespace root/wmi BatteryStaticData -ErrorAction SilentlyContinue | ForEach-Object { [pscustomobject]@{ Designed = $_.DesignedCapacity; Full = $full[$_.InstanceName] } })
    $n = 0; Get-CimInstance Win32_Battery | ForEach-Object {
      [pscustomobject]@{ Name = $_.Name; Id = $_.DeviceID; Status = $_.BatteryStatus; Percent = $_.EstimatedChargeRemaining; Designed = $made[$n].Designed; Full = $made[$n].Full }; $n++ }`,
  network: `$wlan = [string](netsh wlan show interfaces); $signal = $null; if ($wlan -match '(\\d+)%') { $signal = [int]$Matches[1] }
    Get-NetAdapter -Physical | ForEach-Object {
      $wireless = [string]$_.NdisPhysicalMedium -in @('1', '9', 'WirelessLan', 'Native802_11')
      [pscustomobject]@{ Name = $_.Name; Up = ($_.Status -eq 'Up'); Wireless = $wireless; Speed = $_.Speed; Signal = $(if ($wireless) { $signal }) } }`,
  displays: `Get-CimInstance -Namespace root/wmi WmiMonitorID | ForEach-Object {
      [pscustomobject]@{ Instance = $_.InstanceName; Name = -join ($_.UserFriendlyName | Where-Object { $_ } | ForEach-Object { [char]$_ }) } }`,
  sound: `Get-PnpDevice -PresentOnly -Class AudioEndpoint -ErrorAction SilentlyContinue | Where-Object { $_.InstanceId -like '*{0.0.0.*' } | Select-Object FriendlyName`,
  peripherals: `Get-PnpDevice -PresentOnly -ErrorAction SilentlyContinue |
    Where-Object { $_.Class -in @('Mouse', 'Keyboard', 'Monitor', 'AudioEndpoint') -or $_.InstanceId -like 'USB\\VID_*' -or $_.InstanceId -like 'HID\\*' -and $_.FriendlyName -match 'touch ?screen' } |
    Select-Object Class,FriendlyName,InstanceId`,
  restart: `$at = 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\'
    [pscustomobject]@{ Needed = (Test-Path ($at + 'WindowsUpdate\\Auto Update\\RebootRequired')) -or (Test-Path ($at + 'Component Based Servicing\\RebootPending')) }`,
  // The search takes minutes, so it runs beside the loop: the first question starts it, later ones ask whether it is done.
  updates: `if ($null -eq $global:search) {
      $global:work = [powershell]::Create().AddScript({
        $found = (New-Object -ComObject Microsoft.Update.Session).CreateUpdateSearcher().Search('IsInstalled=0 and IsHidden=0').Updates
        $security = 0
        foreach ($update in $found) { foreach ($category in $update.Categories) {
          if ($category.CategoryID -in @('0fa1201d-4330-4fa8-8ae9-b877473b6441', 'e6cf1350-c01b-414d-a61f-263d14d133b4')) { $security++; break } } }
        [pscustomobject]@{ Pending = $found.Count; Security = $security } })
      $global:search = $global:work.BeginInvoke() }
    if (-not $global:search.IsCompleted) { [pscustomobject]@{ Searching = $true } }
    else { try { $global:work.EndInvoke($global:search) } finally { $global:work.Dispose(); $global:search = $null } }`,
  programs: `@('HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*', 'HKLM:\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*', 'HKCU:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*') |
    ForEach-Object { Get-ItemProperty $_ -ErrorAction SilentlyContinue } | Where-Object { $_.DisplayName -and -not $_.SystemComponent } | Select-Object DisplayName,DisplayVersion`,
} as const;
export type WindowsQuestion = keyof typeof scripts;

/** Exported for the test that keeps it short enough for a command line. */
export function shellProgram(): string {
  const table = Object.entries(scripts).map(([name, script]) => `$scripts['${name}'] = { ${script} }`);
  return [
    `$ErrorActionPreference = 'Stop'`,
    `$ProgressPreference = 'SilentlyContinue'`,
    `[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false`,
    `$scripts = @{}`,
    ...table,
    `while ($null -ne ($line = [Console]::In.ReadLine())) {
      $id, $name = $line.Trim().Split(' ')
      $state = 'ok'; $answer = ''
      try { $answer = ConvertTo-Json -InputObject @(& $scripts[$name]) -Compress -Depth 4 } catch { $state = 'failed'; $answer = ([string]$_) -replace '[\\r\\n]+', ' ' }
      [Console]::Out.WriteLine("begin $id"); [Console]::Out.WriteLine($answer); [Console]::Out.WriteLine("end $id $state"); [Console]::Out.Flush() }`,
  ].join("\n");
}

/** Windows' own limit for a command line, characters. */
export const longestCommandLine = 32_767;

export function shellArguments(): string[] {
  const encoded = Buffer.from(shellProgram(), "utf16le").toString("base64");
  return ["-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded];
}

export function startPowerShell(): ChildProcess {
  const child = spawn("powershell.exe", shellArguments(), {
    stdio: ["pipe", "pipe", "ignore"],
    windowsHide: true,
  });
  // Children play on this computer: whatever measures it comes last.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return child;
}
