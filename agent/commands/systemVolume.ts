// Owns how loud this machine is as a whole, by whatever its system has for it. Only a checked whole number reaches a command.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const runFile = promisify(execFile);
const longestMs = 8_000;

export type RunTool = (program: string, args: readonly string[]) => Promise<unknown>;

const runTool: RunTool = (program, args) =>
  runFile(program, [...args], { timeout: longestMs, windowsHide: true });

/** The Windows mixer has no command of its own; its interface is called by the numbers of its methods (endpointvolume.h). */
const windowsScript = (share: string) => `
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
[Guid("5CDF2C82-841E-4546-9722-0CF74078229A"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
interface IAudioEndpointVolume {
  int RegisterControlChangeNotify(IntPtr n); int UnregisterControlChangeNotify(IntPtr n); int GetChannelCount(out int c);
  int SetMasterVolumeLevel(float l, Guid g); int SetMasterVolumeLevelScalar(float l, Guid g);
  int GetMasterVolumeLevel(out float l); int GetMasterVolumeLevelScalar(out float l);
  int SetChannelVolumeLevel(int c, float l, Guid g); int SetChannelVolumeLevelScalar(int c, float l, Guid g);
  int GetChannelVolumeLevel(int c, out float l); int GetChannelVolumeLevelScalar(int c, out float l);
  int SetMute([MarshalAs(UnmanagedType.Bool)] bool m, Guid g);
}
[Guid("D666063F-1587-4E43-81F1-B948E807363F"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
interface IMMDevice { int Activate(ref Guid id, int context, IntPtr p, [MarshalAs(UnmanagedType.IUnknown)] out object o); }
[Guid("A95664D2-9614-4F35-A746-DE8DB63617E6"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
interface IMMDeviceEnumerator { int EnumAudioEndpoints(int f, int s, out IntPtr d); int GetDefaultAudioEndpoint(int f, int r, out IMMDevice d); }
[ComImport, Guid("BCDE0395-E52F-467C-8E3D-C4579291692E")] class Enumerator { }
public static class Speaker {
  public static void Set(float share) {
    IMMDevice device; object found; Guid id = typeof(IAudioEndpointVolume).GUID;
    Marshal.ThrowExceptionForHR(((IMMDeviceEnumerator)new Enumerator()).GetDefaultAudioEndpoint(0, 1, out device));
    Marshal.ThrowExceptionForHR(device.Activate(ref id, 23, IntPtr.Zero, out found));
    var volume = (IAudioEndpointVolume)found;
    Marshal.ThrowExceptionForHR(volume.SetMasterVolumeLevelScalar(share, Guid.Empty));
    Marshal.ThrowExceptionForHR(volume.SetMute(false, Guid.Empty));
  }
}
'@
[Speaker]::Set(${share})`;

function waysOf(platform: NodeJS.Platform, percent: number): readonly (readonly [string, string[]])[][] {
  if (platform === "win32") {
    const script = windowsScript((percent / 100).toFixed(2));
    const encoded = Buffer.from(script, "utf16le").toString("base64");
    return [[["powershell", ["-NoProfile", "-NonInteractive", "-EncodedCommand", encoded]]]];
  }
  if (platform === "darwin")
    return [[["osascript", ["-e", `set volume output volume ${percent} without output muted`]]]];
  const sink = "@DEFAULT_AUDIO_SINK@";
  return [
    [
      ["wpctl", ["set-volume", sink, `${percent}%`]],
      ["wpctl", ["set-mute", sink, "0"]],
    ],
    [["amixer", ["-q", "-M", "set", "Master", `${percent}%`, "unmute"]]],
  ];
}

/** Sets the machine's output to `percent` of its loudest and unmutes it. Rejects when no way of this system works. */
export async function setSystemVolume(
  percent: number,
  run: RunTool = runTool,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  if (!Number.isInteger(percent) || percent < 0 || percent > 100) throw new Error(`no volume: ${percent}`);
  let reason: unknown;
  for (const way of waysOf(platform, percent)) {
    try {
      for (const [program, args] of way) await run(program, args);
      return;
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}
