// The processes of one browser, found in /proc by its unique profile.
import { readdir, readFile } from "node:fs/promises";
import { until } from "./wait.js";

async function all() {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const told = ids.map(async (id) => {
    try {
      const stat = await readFile(`/proc/${id}/stat`, "utf8");
      // The name, in parentheses, may contain spaces.
      const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const command = await readFile(`/proc/${id}/cmdline`, "utf8");
      return { id: Number(id), parent: Number(parent), state, command };
    } catch {
      // It has ended since it was listed.
      return null;
    }
  });
  return (await Promise.all(told)).filter((process) => process && process.state !== "Z");
}

/** Returns the browser's main process: our child process with this profile. */
export async function ownerOf(profile) {
  const ours = await until("the browser's process", async () =>
    (await all()).find(
      ({ parent, command }) => parent === process.pid && isOf(profile, command),
    ),
  );
  return ours.id;
}

/** Returns this process and all its descendants. */
function treeOf(owner, processes) {
  const tree = new Set([owner]);
  for (let size = 0; size !== tree.size; ) {
    size = tree.size;
    for (const { id, parent } of processes) if (tree.has(parent)) tree.add(id);
  }
  return tree;
}

/** Returns the processes that run its pages and workers. */
export async function renderersOf(owner) {
  const processes = await all();
  const tree = treeOf(owner, processes);
  return processes
    .filter(({ id, command }) => tree.has(id) && command.includes("--type=renderer"))
    .map(({ id }) => id);
}

/** Kills a process and all its descendants, at once and without warning. */
export async function killTree(owner, profile) {
  const processes = await all();
  const tree = treeOf(owner, processes);
  for (const { id, command } of processes) if (isOf(profile, command)) tree.add(id);
  for (const id of tree) end(id);
  await until("every process of the browser has ended", async () =>
    (await all()).every(({ id, command }) => !tree.has(id) && !isOf(profile, command)),
  );
}

function end(id) {
  try {
    process.kill(id, "SIGKILL");
  } catch (error) {
    // It has ended by itself, with its parent.
    if (error.code !== "ESRCH") throw error;
  }
}

function isOf(profile, command) {
  return command.split("\0").includes(`--user-data-dir=${profile}`);
}
