import { startPhone } from "./support/phone.js";
const test = { after() {} };
const phone = await startPhone(test, process.argv[2] ?? "/tmp/pf", "noor");
phone.page.on("console", m => console.log("console:", m.text()));
phone.page.on("pageerror", m => console.log("pageerror:", m.message));
phone.page.on("requestfailed", r => console.log("failed:", r.url(), r.failure().errorText));
const t=Date.now();
await phone.page.goto("http://127.0.0.1:7777/");
try { await phone.page.locator("#unlock").waitFor({timeout:15000}); console.log("unlock after", Date.now()-t);
 const has = await phone.page.locator("#unlock-title").textContent(); console.log(has);
 if (has.startsWith("Kies")) await phone.choose(); else await phone.unlock();
 console.log("open after", Date.now()-t);
 await phone.log("Thee gedronken bij Neon, hond was weg"); console.log("logged");
 await phone.page.waitForTimeout(500);
} catch(e) { console.log(e.message) }
await phone.page.screenshot({path:"/tmp/try.png"});
await phone.context.close();
process.exit(0)
