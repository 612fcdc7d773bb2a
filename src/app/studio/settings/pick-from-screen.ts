interface EyeDropper {
  open(): Promise<{ sRGBHex: string }>;
}

const Dropper = (globalThis as { EyeDropper?: new () => EyeDropper }).EyeDropper;

/** Lets a colour be picked from anywhere on the screen; undefined where the browser has no dropper. */
export const pickFromScreen: (() => Promise<string | undefined>) | undefined =
  Dropper &&
  (async () => {
    try {
      return (await new Dropper().open()).sRGBHex;
    } catch {
      return undefined; // Escape was pressed
    }
  });
