/** What a screen says beside the texts of every page: as `createPages` of src/app/app.tsx has it. */
const screenParts: Readonly<Record<string, readonly string[]>> = {
  '/check-device': ['device'],
  '/verify': ['check', 'names'],
  '/status': ['check', 'names'],
  '/handoff': ['handoff'],
};

/** All that the screen at an address says in a language, as JSON by the names of the files; undefined without a build. */
export type ReadScreenTexts = (path: string, language: string) => string | undefined;

/** `readFile` knows text files by their path, as in `kk/start.json`. */
export function createScreenTexts(readFile: (path: string) => string | undefined): ReadScreenTexts {
  return (path, language) => {
    const files = ['start', ...(screenParts[path] ?? [])].flatMap(name => {
      const json = readFile(`${language}/${name}.json`);
      return json === undefined ? [] : [`"${name}":${json}`];
    });
    return files.length > 0 ? `{${files.join()}}` : undefined;
  };
}
