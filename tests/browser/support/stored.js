// The files of a closed app in the browser's private file system, to damage them.
const HEADER = 4096;
const PAGE = 4096;

/** Spoils a page of the team's database, counted from 0. The app must be closed. */
export async function damage(phone, address, page) {
  // Any page of the origin that is not the app: its worker would hold the files.
  await phone.page.goto(`${address}/manifest.webmanifest`);
  const spoilt = await phone.page.evaluate(spoil, { at: HEADER + page * PAGE + 64, header: HEADER });
  if (spoilt !== 1) throw new Error(`${spoilt} databases were spoilt instead of one`);
}

async function spoil({ at, header }) {
  const team = /^[^\0]*team-[0-9a-f]+\.db\0/;
  let spoilt = 0;
  const look = async (folder) => {
    for await (const entry of folder.values()) {
      if (entry.kind === "directory") {
        await look(entry);
        continue;
      }
      const file = await entry.getFile();
      const name = await file.slice(0, header).text();
      if (!team.test(name) || file.size <= at) continue;
      const writer = await entry.createWritable({ keepExistingData: true });
      await writer.write({ type: "write", position: at, data: new Uint8Array(64).fill(0x5a) });
      await writer.close();
      spoilt += 1;
    }
  };
  await look(await navigator.storage.getDirectory());
  return spoilt;
}
